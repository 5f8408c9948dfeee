"""The day on which an extract was drawn, told from its dates, since nothing in it says."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import polars as pl

# Half a year, the window of Annex A, is longer than anywhere goes without something happening.
HALF_A_YEAR, LONGEST_MONTH, LAST_WEEK = timedelta(183), timedelta(31), timedelta(7)


def latest(
    tables: Mapping[str, pl.DataFrame], happened: Mapping[str, Iterable[str]]
) -> date | None:
    """The latest day on which something happened, by the columns named of each table.

    A day more than half a year after the one before is taken for a slip of the pen.
    """
    days = _days(tables, happened)[::-1]
    for day, before in zip(days, days[1:], strict=False):
        if day - before <= HALF_A_YEAR:
            return day
    return days[0] if days else None


def earliest(
    tables: Mapping[str, pl.DataFrame], happened: Mapping[str, Iterable[str]]
) -> date | None:
    return next(iter(_days(tables, happened)), None)


def month_made_whole(day: date) -> date:
    """The end of the month, where the latest day stands in its last week: nothing may have happened
    on the days that were left."""
    after = (day.replace(day=1) + LONGEST_MONTH).replace(day=1)
    end = after - timedelta(1)
    return end if end - day < LAST_WEEK else day


def _days(tables: Mapping[str, pl.DataFrame], happened: Mapping[str, Iterable[str]]) -> list[date]:
    series = [tables[table][column] for table, columns in happened.items() for column in columns]
    return sorted(set(pl.concat([each.alias("day") for each in series]).drop_nulls().to_list()))
