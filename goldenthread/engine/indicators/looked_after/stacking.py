"""Returns of one or two years put one on another."""

from collections.abc import Mapping

import polars as pl

from goldenthread.engine.returns.rules import ROW
from goldenthread.engine.returns.ssda903.fields import tables

Tables = Mapping[str, pl.DataFrame]
# Where each postcode is, in metres east and north of the National Grid's corner. It is no table of
# the return, and stands beside them where a directory was given.
PLACES = "places"
PLACE = {"postcode": pl.String(), "east": pl.Int64(), "north": pl.Int64()}


def stacked(years: Mapping[int, Tables]) -> dict[str, pl.DataFrame]:
    """Each table of the return over all years, with `year`, in which the return ends."""
    return {
        name: pl.concat(_of_year(given[name], year) for year, given in years.items())
        for name in tables()
    } | {PLACES: _places(years)}


def given(years: Mapping[int, Tables]) -> frozenset[str]:
    """The places of postcodes, where the analyst gave them."""
    return frozenset(name for tables in years.values() for name in tables if name == PLACES)


def _places(years: Mapping[int, Tables]) -> pl.DataFrame:
    frames = [tables[PLACES] for tables in years.values() if PLACES in tables]
    return pl.concat([pl.DataFrame(schema=PLACE), *frames]).unique("postcode")


def _of_year(frame: pl.DataFrame, year: int) -> pl.DataFrame:
    kept = frame.select(pl.exclude(f"^{ROW}.*$")).rename({"CHILD": "child"})
    return kept.with_columns(year=pl.lit(year, pl.Int64))
