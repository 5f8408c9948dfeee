"""Which year a return is of. Nothing in it says: the dates that must lie in its year tell."""

from collections.abc import Mapping

import polars as pl

# What is returned is what ended, was reviewed or came back within the year.
WITHIN = (
    ("Reviews", "REVIEW"),
    ("Episodes", "DEC"),
    ("Missing", "MIS_END"),
    ("SWEpisodes", "SW_DEC"),
)
APRIL = 4


def year_of(tables: Mapping[str, pl.DataFrame]) -> int | None:
    """The year in which the return ends, such as 2026 for 2025/26: that of most of its dates.

    None where it holds no date that must lie in the year. tables: typed, by name.
    """
    days = pl.concat([tables[table][column].alias("day") for table, column in WITHIN]).drop_nulls()
    if not days.len():
        return None
    ends = pl.DataFrame(days).select(
        ends=pl.col.day.dt.year() + (pl.col.day.dt.month() >= APRIL).cast(pl.Int32)
    )
    return int(ends["ends"].mode().max())  # type: ignore[arg-type]


def named(year: int) -> str:
    """A year as councils write it: 2025/26 for 2026."""
    return f"{year - 1}/{year % 100:02d}"


def ending(edition: str) -> int:
    """The year in which a return ends: 2026 for 2025/26."""
    return int(edition[:4]) + 1
