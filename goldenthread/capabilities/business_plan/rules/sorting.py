"""Themes shared with other boards, sorted by urgency and importance into four quarters."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SCALE = ((1, "1: low"), (2, "2: fairly low"), (3, "3: fairly high"), (4, "4: high"))
HIGH = 3  # and above
MOST = 4
HALF_A_YEAR = 183  # days


class Quarter(StrEnum):
    DO = "do"
    PLAN = "plan"
    SETTLE = "settle"
    WATCH = "watch"


@dataclass(frozen=True)
class QuarterWords:
    title: str
    says: str


IN_WORDS = {
    Quarter.DO: QuarterWords("Act now", "urgent and important"),
    Quarter.PLAN: QuarterWords("Plan", "important, less urgent"),
    Quarter.SETTLE: QuarterWords("Settle quickly", "urgent, less important"),
    Quarter.WATCH: QuarterWords("Keep in view", "less urgent, less important"),
}


def quarter(urgency: int, importance: int) -> Quarter:
    if importance >= HIGH:
        return Quarter.DO if urgency >= HIGH else Quarter.PLAN
    return Quarter.SETTLE if urgency >= HIGH else Quarter.WATCH


def next_report(month: int | None, after: date) -> date | None:
    """The last day of the next such month, `after`'s own month included; none where no month is set."""
    if month is None:
        return None
    year = after.year if month >= after.month else after.year + 1
    return date(year, month, monthrange(year, month)[1])


def report_after(month: int | None, reported: date) -> date | None:
    """When a theme is due again after it was told: told a little early or late, it counts for that time."""
    coming = next_report(month, reported)
    if coming is None or (coming - reported).days > HALF_A_YEAR:
        return coming
    return coming.replace(year=coming.year + 1, day=monthrange(coming.year + 1, coming.month)[1])
