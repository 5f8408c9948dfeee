"""Children in an area, year by year, each estimate with its vintage: what rates are worked out from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from goldenthread.engine.indicators.breakdowns import AGES, SEXES
from goldenthread.engine.indicators.counting import TOTAL
from goldenthread.engine.returns.csv_files.heading import headed
from goldenthread.engine.returns.csv_files.rows import ROW_IN_FILE, rows_of
from goldenthread.engine.returns.refusals import CannotRead

NEEDED = ("year", "population", "vintage")
SEX_CODES = {"f": "female", "m": "male"}
# Vintages of which it can be told which is the later.
IN_ORDER = re.compile(r"\d{4}(-\d\d){0,2}")
Row = dict[str, str | None]


@dataclass(frozen=True)
class Estimate:
    """`place` is the row of the file that it stands in."""

    children: int
    vintage: str
    place: str = field(default="", compare=False)


@dataclass
class Populations:
    """Estimates by mid-year and breakdown (`total`, `age: 1 to 4`, `sex: female`)."""

    estimates: dict[tuple[int, str], Estimate] = field(default_factory=dict)

    def of(self, year: int, breakdown: str = TOTAL) -> Estimate | None:
        """The estimate for a reporting year, named by that in which it ends: the middle of the
        year before, as the Department for Education uses it; None when it was not given."""
        return self.estimates.get((year - 1, breakdown))

    def add(self, year: int, breakdown: str, estimate: Estimate) -> None:
        """Of several vintages for one year the latest stands. Raises CannotRead where there are two
        numbers, and nothing that says which is the later."""
        there = self.estimates.get((year, breakdown))
        if there:
            _insist_on_an_order(there, estimate)
        if there is None or there.vintage <= estimate.vintage:
            self.estimates[year, breakdown] = estimate


def read(path: Path, area: str | None = None) -> Populations:
    """Read a table with the columns year, population and vintage; area, age and sex if it has them.

    Commas, semicolons or tabs may divide it. `area` is the code that the return's header gives.
    Raises CannotRead, naming the row.
    """
    rows = list(_rows(path))
    areas = {_cell(row, "area") for _, row in rows} - {""}
    if len(areas) > 1 and area not in areas:
        raise CannotRead(
            f"{path.name}: it holds {len(areas)} areas, and none is called {area}, as in the "
            "return. Give the populations of one area"
        )
    found = Populations()
    for number, row in rows:
        if len(areas) <= 1 or _cell(row, "area") == area:
            _add(found, row, f"{path.name}, row {number}")
    return found


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Each row, with its number in the file, by its headings in small letters."""
    try:
        file = headed(path)
        frame = rows_of(file)
    except OSError as error:
        raise CannotRead(f"{path}: it cannot be opened ({error.strerror})") from None
    names = [name.strip().lower() for name in file.columns]
    lacking = [name for name in NEEDED if name not in names]
    if lacking:
        raise CannotRead(f"{path.name}: it has no column called {' or '.join(lacking)}")
    numbers = frame[ROW_IN_FILE].to_list()
    for number, cells in zip(numbers, frame.drop(ROW_IN_FILE).iter_rows(), strict=True):
        yield number, dict(zip(names, cells, strict=True))


def _cell(row: Row, column: str) -> str:
    return (row.get(column) or "").strip()


def _insist_on_an_order(one: Estimate, other: Estimate) -> None:
    ordered = all(IN_ORDER.fullmatch(each.vintage) for each in (one, other))
    if one.children != other.children and (one.vintage == other.vintage or not ordered):
        raise CannotRead(
            f"{one.place} gives {one.children:,} children and {other.place} gives {other.children:,}, "
            "for the same year and group, and nothing says which is the later. Keep the row that "
            "counts, or write when each was published in the column vintage, as 2026-07"
        )


def _add(found: Populations, row: Row, place: str) -> None:
    year = _whole(row["year"], place, "year")
    children = _whole(row["population"], place, "population")
    if not children:
        raise CannotRead(
            f"{place}: the population is 0, and there is no rate of no children. Leave the row out, or "
            "put in the number"
        )
    found.add(year, _breakdown(row, place), Estimate(children, _cell(row, "vintage"), place))


def _whole(text: str | None, place: str, column: str) -> int:
    written = (text or "").replace(",", "").strip()
    if not (written.isascii() and written.isdigit()):
        raise CannotRead(f"{place}: the {column} is not a whole number")
    return int(written)


def _breakdown(row: Row, place: str) -> str:
    age, sex = _cell(row, "age").lower(), _cell(row, "sex").lower()
    sex = SEX_CODES.get(sex, sex)
    if age and sex:
        raise CannotRead(f"{place}: give populations by age or by sex, not by both at once")
    if age and age not in AGES:
        raise CannotRead(f"{place}: the age is none of: {', '.join(AGES)}")
    if sex and sex not in SEXES:
        raise CannotRead(f"{place}: the sex is neither female nor male")
    return f"age: {age}" if age else f"sex: {sex}" if sex else TOTAL
