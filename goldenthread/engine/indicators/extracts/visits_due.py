"""By when the next visit is due after each day, by the standard of the council: no law sets it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl
from polars import col

from goldenthread.engine.indicators import working_days

WRITTEN = re.compile(r"(\d{1,3})\s*(working days?|days?|weeks?)", re.IGNORECASE)
DAYS_IN = {"day": 1, "week": 7}
LONGEST = 366


@dataclass(frozen=True)
class Standard:
    """A number of days, of working days, from one visit to the next; the last is in time."""

    number: int
    working: bool
    words: str


TEN_WORKING_DAYS = Standard(10, True, "10 working days")


def standard_in(text: str) -> Standard:
    """The standard that is written, such as `20 working days` or `6 weeks`. ValueError for none."""
    found = WRITTEN.fullmatch(text.strip())
    if not found:
        raise ValueError(f"“{text}” is not a time between visits: write “10 working days”")
    words = found[2].lower()
    working = words.startswith("working")
    number = int(found[1]) * (1 if working else DAYS_IN[words.rstrip("s")])
    if not 0 < number <= LONGEST:
        raise ValueError(f"“{text}” is no time between visits: it is nought, or over a year")
    return Standard(number, working, f"{int(found[1])} {words}")


def calendar(standard: Standard, until: date) -> pl.DataFrame:
    """Each day to `until`: `visited`, and `by`, the last day on which the next is in time."""
    beyond = until + timedelta(days=2 * standard.number + 30)
    days = working_days.calendar(beyond)
    if standard.working:
        reached = days.group_by("worked").agg(by=col("day").min())
        due = days.with_columns(worked=col("worked") + standard.number)
        found = due.join(reached, on="worked", how="left", maintain_order="left")
    else:
        found = days.with_columns(by=col("day") + pl.duration(days=standard.number))
    return found.filter(col("day") <= until).select(visited="day", by="by")
