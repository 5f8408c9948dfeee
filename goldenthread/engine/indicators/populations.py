"""Children in an area, year by year, each estimate with its vintage: what rates are worked out from."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from goldenthread.engine.indicators.breakdowns import AGES, SEXES
from goldenthread.engine.indicators.counting import TOTAL
from goldenthread.engine.returns.refusals import CannotRead

NEEDED = ("year", "population", "vintage")
SEX_CODES = {"f": "female", "m": "male"}
MOST_ROWS = 100_000


@dataclass(frozen=True)
class Estimate:
    children: int
    vintage: str


@dataclass
class Populations:
    """Estimates by mid-year and breakdown (`total`, `age: 1 to 4`, `sex: female`)."""

    estimates: dict[tuple[int, str], Estimate] = field(default_factory=dict)

    def of(self, year: int, breakdown: str = TOTAL) -> Estimate | None:
        """The estimate for a reporting year, named by that in which it ends: the middle of the
        year before, as the Department for Education uses it; None when it was not given."""
        return self.estimates.get((year - 1, breakdown))

    def add(self, year: int, breakdown: str, estimate: Estimate) -> None:
        """Of several vintages for one year the latest stands."""
        there = self.estimates.get((year, breakdown))
        if there is None or there.vintage <= estimate.vintage:
            self.estimates[year, breakdown] = estimate


def read(path: Path, area: str | None = None) -> Populations:
    """Read a CSV with the columns year, population and vintage; area, age and sex if it has them.

    `area` is the code that the return's header gives. Raises CannotRead, naming the row.
    """
    rows = _rows(path)
    areas = {row["area"].strip() for row in rows if row.get("area")}
    if len(areas) > 1 and area not in areas:
        raise CannotRead(
            f"{path.name}: it holds {len(areas)} areas, and none is called {area}, as in the "
            "return. Give the populations of one area"
        )
    found = Populations()
    for number, row in enumerate(rows, start=2):
        if len(areas) <= 1 or (row.get("area") or "").strip() == area:
            _add(found, row, f"{path.name}, row {number}")
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, skipinitialspace=True)
            names = [(name or "").strip().lower() for name in reader.fieldnames or []]
            reader.fieldnames = names
            lacking = [name for name in NEEDED if name not in names]
            if lacking:
                raise CannotRead(f"{path.name}: it has no column called {' or '.join(lacking)}")
            rows = [row for row, _ in zip(reader, range(MOST_ROWS), strict=False)]
    except OSError as error:
        raise CannotRead(f"{path}: it cannot be opened ({error.strerror})") from None
    except (UnicodeDecodeError, csv.Error):
        raise CannotRead(f"{path.name}: it is not a table in CSV, in UTF-8") from None
    return rows


def _add(found: Populations, row: dict[str, str], place: str) -> None:
    year = _whole(row["year"], place, "year")
    children = _whole(row["population"], place, "population")
    estimate = Estimate(children, (row["vintage"] or "").strip())
    found.add(year, _breakdown(row, place), estimate)


def _whole(text: str | None, place: str, column: str) -> int:
    written = (text or "").replace(",", "").strip()
    if not (written.isascii() and written.isdigit()):
        raise CannotRead(f"{place}: the {column} is not a whole number")
    return int(written)


def _breakdown(row: dict[str, str], place: str) -> str:
    age = (row.get("age") or "").strip().lower()
    sex = (row.get("sex") or "").strip().lower()
    sex = SEX_CODES.get(sex, sex)
    if age and sex:
        raise CannotRead(f"{place}: give populations by age or by sex, not by both at once")
    if age and age not in AGES:
        raise CannotRead(f"{place}: the age is none of: {', '.join(AGES)}")
    if sex and sex not in SEXES:
        raise CannotRead(f"{place}: the sex is neither female nor male")
    return f"age: {age}" if age else f"sex: {sex}" if sex else TOTAL
