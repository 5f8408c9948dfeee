"""Several years' censuses put one on another."""

from collections.abc import Mapping

import polars as pl

from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.fields import tables
from goldenthread.engine.returns.rules import ROW


def stacked(censuses: Mapping[int, Census]) -> dict[str, pl.DataFrame]:
    """Each table of the census over all years, with `year`, in which the return ends."""
    return {
        name: pl.concat(_of_year(census.tables[name], year) for year, census in censuses.items())
        for name in tables()
        if name != "Header"
    }


def _of_year(frame: pl.DataFrame, year: int) -> pl.DataFrame:
    """The rows with their year, `LAchildID` as `child`; `#Table` says nothing here."""
    kept = frame.select(pl.exclude(f"^{ROW}.*$")).rename({"LAchildID": "child"})
    return kept.with_columns(year=pl.lit(year, pl.Int64))
