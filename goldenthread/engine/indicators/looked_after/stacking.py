"""Returns of one or more years put one on another."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from goldenthread.engine.returns.rules import ROW
from goldenthread.engine.returns.ssda903.fields import fields_of, tables
from goldenthread.engine.returns.ssda903.rows import counted
from goldenthread.engine.returns.typed_tables import typed_table

Tables = Mapping[str, pl.DataFrame]
# Where each postcode is, in metres east and north of the National Grid's corner. It is no table of
# the return, and stands beside them where a directory was given.
PLACES = "places"
PLACE = {"postcode": pl.String(), "east": pl.Int64(), "north": pl.Int64()}


def stacked(years: Mapping[int, Tables]) -> dict[str, pl.DataFrame]:
    """Each table of the return over all years, with `year`, in which the return ends. What is not to
    be counted is left out, as the notes on the return say."""
    return {
        name: pl.concat(_of_year(_table(name, given), year) for year, given in years.items())
        for name in tables()
    } | {PLACES: _places(years), "reviews_told": _reviews_told(years)}


def given(years: Mapping[int, Tables]) -> frozenset[str]:
    """The tables that a file held, and the places of postcodes, where the analyst gave them."""
    return frozenset(name for tables in years.values() for name in tables)


def _table(name: str, given: Tables) -> pl.DataFrame:
    return given[name] if name in given else typed_table(name, fields_of(name), None)


def _reviews_told(years: Mapping[int, Tables]) -> pl.DataFrame:
    """By `year`, the `eve` of the first of the years up to it, none left out, whose reviews were given."""
    rows = [(year, date(_first_told(year, years) - 1, 3, 31)) for year in years]
    return pl.DataFrame(rows, schema={"year": pl.Int64, "eve": pl.Date}, orient="row")


def _first_told(year: int, years: Mapping[int, Tables]) -> int:
    while "Reviews" in years.get(year - 1, {}):
        year -= 1
    return year


def _places(years: Mapping[int, Tables]) -> pl.DataFrame:
    frames = [tables[PLACES] for tables in years.values() if PLACES in tables]
    return pl.concat([pl.DataFrame(schema=PLACE), *frames]).unique("postcode")


def _of_year(frame: pl.DataFrame, year: int) -> pl.DataFrame:
    kept = counted(frame).select(pl.exclude(f"^{ROW}.*$")).rename({"CHILD": "child"})
    return kept.with_columns(year=pl.lit(year, pl.Int64))
