"""Published national statistics, one value to a row: table, measure, year, area, code, value."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from goldenthread.engine.intake.messages import Place
from goldenthread.foundations.measures import definitions
from goldenthread.foundations.measures.layouts import cells
from goldenthread.foundations.measures.layouts.cells import CannotRead, Row
from goldenthread.foundations.measures.layouts.figure import Figure
from goldenthread.kernel.periods import Period

FIRST, LAST = 1990, 2100
Key = tuple[str, str, str, str]  # table, measure, year, area code

# The year in which a national table names a figure, and what it then is about.
PERIODS = {
    "year": lambda year: Period.financial_year(year - 1),
    "31 march": lambda year: Period.day(date(year, 3, 31)),
    "30 june": lambda year: Period.day(date(year, 6, 30)),
    "30 june before": lambda year: Period.day(date(year - 1, 6, 30)),
    "30 september": lambda year: Period.day(date(year, 9, 30)),
}


@cache
def known() -> dict[tuple[str, str], dict[str, str]]:
    """By table and measure: our code, and the measures that are its numerator and denominator."""
    return {(row["table"], row["measure"]): row for row in definitions.shipped("benchmarks")}


class Siblings:
    """The other values of the same table, year and area: a share's numerator and denominator."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.values = {_key(row): row for row in rows}

    def number(self, row: Row, measure: str) -> Decimal | None:
        table, _, year, area = _key(row)
        other = self.values.get((table, measure, year, area)) if measure else None
        return cells.number(other, "value") if other else None


def figures_of(row: Row, place: Place, siblings: Siblings) -> Iterator[Figure]:
    """The one figure of a row. Raises CannotRead for the first cell at fault."""
    table, measure, year, area_code = _key(row)
    if (table, measure) not in known():
        told = f"“{measure}” of table “{table}” is not a measure that we know"
        raise CannotRead("measure", told)
    meant = known()[table, measure]
    basis = definitions.definitions()[meant["code"]].basis
    said = replace(
        cells.said(row, "value", basis),
        numerator=siblings.number(row, meant["numerator"]),
        denominator=siblings.number(row, meant["denominator"]),
    )
    yield Figure(
        meant["code"], "", basis, (row.get("area") or "").strip(),
        PERIODS[meant["at"]](_year(year)), said, place, area_code=area_code,
        source=f"DfE {table}" if table != "ONS mid-year population" else "ONS population",
        column="value", details={"table": table},
    )  # fmt: skip


def _key(row: Row) -> Key:
    table, measure, year, area = (
        (row.get(name) or "").strip() for name in ("table", "measure", "year", "area_code")
    )
    return table, measure, year, area


def _year(text: str) -> int:
    if not text.isdecimal() or not FIRST <= int(text) <= LAST:
        raise CannotRead("year", f"“{text}” is not a year. Write it like 2025")
    return int(text)
