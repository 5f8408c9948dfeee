"""An invented area's figures over time, made the same way each time from `series.csv`.

Each row of the table says where a measure begins and ends and how much it sways; the figures between
are drawn by a generator that always starts from the same place. None of it is about a real area.
"""

import csv
import io
import random
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files

from goldenthread.kernel.periods import Period

FILE = "callowdale figures over time.csv"
OWN = "Callowdale"
ENGLAND, REGION = "England (invented)", "The Vales (invented)"
COMPARED = (
    (ENGLAND, "country", 0),
    (REGION, "region", 0),
)
QUARTERS = [Period.quarter(year, n) for year in range(2022, 2026) for n in (1, 2, 3, 4)]
YEARS = [Period.financial_year(year) for year in range(2021, 2026)]
HEADER = (
    "source", "area", "indicator", "period", "kind", "value", "numerator", "denominator",
)  # fmt: skip
Row = tuple[object, ...]


def written() -> bytes:
    """The whole as a CSV file in the general layout."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(rows())
    return out.getvalue().encode()


def rows() -> Iterator[Row]:
    path = files("goldenthread.capabilities.dataset.demonstration") / "series.csv"
    for said in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        chance = random.Random(said["indicator"])  # noqa: S311 - the same figures every time
        yield from _of_area(OWN, said, float(said["first"]), float(said["last"]), chance)
        for area, column in ((ENGLAND, "england"), (REGION, "region")):
            if said[column]:
                level = float(said[column])
                yield from _of_area(area, said, level * 0.98, level, chance, calm=True)


def _of_area(
    area: str, said: dict[str, str], first: float, last: float, chance: random.Random,
    *, calm: bool = False,
) -> Iterator[Row]:  # fmt: skip
    periods = QUARTERS if said["every"] == "quarter" else YEARS
    spread = float(said["spread"]) * (0.2 if calm else 1)
    for n, period in enumerate(periods):
        level = first + (last - first) * n / (len(periods) - 1) + chance.gauss(0, spread)
        yield ("C1", area, said["indicator"], *_said(said, period, max(level, 0.0), chance, calm))


def _said(
    said: dict[str, str], period: Period, level: float, chance: random.Random, calm: bool
) -> Row:
    """Period, kind, value, numerator and denominator of one figure."""
    when = f"{period.end:%d/%m/%Y}" if said["kind"] == "count at date" else period.label
    if said["kind"] != "percent":
        places = 1 if said["kind"] == "average" else 0
        return when, said["kind"], round(level, places) if places else round(level), "", ""
    if calm or not said["of"]:
        return when, "percent", round(min(level, 100), 1), "", ""
    of = max(1, round(float(said["of"]) * chance.uniform(0.92, 1.08)))
    made = min(of, round(of * level / 100))
    share = (Decimal(made) * 100 / of).quantize(Decimal("0.1"), "ROUND_HALF_UP")
    return when, "percent", share, made, of
