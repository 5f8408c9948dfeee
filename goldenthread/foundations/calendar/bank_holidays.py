"""The days on which nothing is counted: England's bank holidays and a partnership's own closures."""

from collections.abc import Iterable
from datetime import date, timedelta

from goldenthread.engine.bank_holidays import bank_holidays


def closed_days(first: date, last: date, closures: Iterable[date] = ()) -> frozenset[date]:
    """Bank holidays and a partnership's own closures between two dates, both included."""
    years = range(first.year, last.year + 1)
    found = frozenset().union(*(bank_holidays(year) for year in years), closures)
    return frozenset(day for day in found if first <= day <= last)


def closed_after(start: date, closures: Iterable[date] = (), days: int = 800) -> frozenset[date]:
    """Closed days from `start` on, far enough for any time limit in working days that we know."""
    return closed_days(start, start + timedelta(days=days), closures)
