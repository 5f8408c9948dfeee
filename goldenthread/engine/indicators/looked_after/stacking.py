"""Returns of one or two years put one on another."""

from collections.abc import Mapping

import polars as pl

from goldenthread.engine.returns.rules import ROW
from goldenthread.engine.returns.ssda903.fields import tables

Tables = Mapping[str, pl.DataFrame]


def stacked(years: Mapping[int, Tables]) -> dict[str, pl.DataFrame]:
    """Each table of the return over all years, with `year`, in which the return ends."""
    return {
        name: pl.concat(_of_year(given[name], year) for year, given in years.items())
        for name in tables()
    }


def _of_year(frame: pl.DataFrame, year: int) -> pl.DataFrame:
    kept = frame.select(pl.exclude(f"^{ROW}.*$")).rename({"CHILD": "child"})
    return kept.with_columns(year=pl.lit(year, pl.Int64))
