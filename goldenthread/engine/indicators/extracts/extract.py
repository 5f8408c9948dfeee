"""An extract: the tables drawn from a council's system on a day, as something to count from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from goldenthread.engine.indicators.extracts import origins, visits_due
from goldenthread.engine.indicators.extracts.spans import OneDay, Since
from goldenthread.engine.indicators.extracts.visits_due import TEN_WORKING_DAYS, Standard
from goldenthread.engine.indicators.spans import year_ending
from goldenthread.engine.returns.typed_tables import typed_table

if TYPE_CHECKING:
    from goldenthread.engine.returns.shapes.shape import Shape

ANY_DAY = date(2026, 3, 31)


def _whole(column: str) -> pl.Expr:
    return pl.col(column).cast(pl.Int64, strict=False)


def _hundredths(column: str) -> pl.Expr:
    return (pl.col(column) * 100).round().cast(pl.Int64, strict=False)


# Columns that are written in words, as codes; and numbers as whole ones, on which all engines agree.
READ = {
    "sex": origins.sex,
    "ethnicity": origins.ethnicity,
    "missing": _whole,
    "hundredths": _hundredths,
}

# Of each table, the columns that are counted, by the names they are counted under.
Columns = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Extract:
    """`tables` are typed, `given` the names of those that a file held, `day` when they were drawn,
    `first` the earliest day of which they tell, and `standard` how often a child on a plan is to
    be visited."""

    tables: Mapping[str, pl.DataFrame]
    given: frozenset[str]
    day: date
    first: date
    standard: Standard = TEN_WORKING_DAYS

    @classmethod
    def without_rows(cls, shapes: Iterable["Shape"]) -> "Extract":
        """Every table, and nothing in it: what queries are written for."""
        tables = {s.table: typed_table(s.table, s.columns, None) for s in shapes}
        return cls(tables, frozenset(tables), ANY_DAY, ANY_DAY)

    @property
    def year(self) -> int:
        return year_ending(self.day)


def only(years: Mapping[int, Extract]) -> Extract:
    """The extract: there is one, by the year in which it was drawn."""
    (extract,) = years.values()
    return extract


def given(years: Mapping[int, Extract]) -> frozenset[str]:
    return only(years).given


def on_its_day(years: Mapping[int, Extract]) -> OneDay:
    return OneDay(only(years).day)


def since_its_first(years: Mapping[int, Extract]) -> Since:
    return Since(only(years).first, only(years).day)


def stacked(years: Mapping[int, Extract], columns: Columns) -> dict[str, pl.DataFrame]:
    """The tables that are counted, each row with the extract's `year`; the day as `drawn`; and by
    when a next visit is due as `visits_due`."""
    extract = only(years)
    year = pl.lit(extract.year, pl.Int64).alias("year")
    tables = {
        name: extract.tables[table].select(year, *_named(wanted))
        for table, wanted in columns.items()
        for name in [table.lower().replace(" ", "_")]
    }
    drawn = pl.DataFrame({"day": [extract.day]}, schema={"day": pl.Date})
    return {
        **tables,
        "drawn": drawn.select(year, "day"),
        "visits_due": visits_due.calendar(extract.standard, extract.day),
    }


def _named(columns: Mapping[str, str]) -> list[pl.Expr]:
    return [READ.get(name, pl.col)(column).alias(name) for name, column in columns.items()]
