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
# So many dates of a table are no slips of a few fingers.
ENOUGH = 10


def year_of(tables: Mapping[str, pl.DataFrame]) -> int | None:
    """The year in which the return ends, such as 2026 for 2025/26: that of most of its dates.

    None where it holds no date that must lie in the year. tables: typed, by name.
    """
    days = pl.concat([tables[table][column].alias("day") for table, column in WITHIN]).drop_nulls()
    if not days.len():
        return None
    ends = pl.DataFrame(days).select(ends=ends_in("day"))
    return int(ends["ends"].mode().max())  # type: ignore[arg-type]


def years_by_table(tables: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    """The year of most of a table's dates, for each table that holds enough of them to tell."""
    found: dict[str, int] = {}
    for table, column in WITHIN:
        ends = tables[table].select(ends=ends_in(column))["ends"].drop_nulls()
        most = ends.mode().max()
        if ends.len() >= ENOUGH and (ends == most).sum() * 2 > ends.len():
            found[table] = int(most)  # type: ignore[arg-type]
    return found


def ends_in(column: str) -> pl.Expr:
    """The year, from 1 April to 31 March, in which a date lies, by the one in which it ends."""
    day = pl.col(column)
    return day.dt.year() + (day.dt.month() >= APRIL).cast(pl.Int32)


def outside(column: str, year: int) -> pl.Expr:
    """Whether a date is there and does not lie in a year."""
    return (ends_in(column) != year).fill_null(value=False)


def named(year: int) -> str:
    """A year as councils write it: 2025/26 for 2026."""
    return f"{year - 1}/{year % 100:02d}"


def ending(edition: str) -> int:
    """The year in which a return ends: 2026 for 2025/26."""
    return int(edition[:4]) + 1
