"""England's bank holidays, the one-off ones included, from the `holidays` library."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import holidays


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def closed_days(first: date, last: date, closures: Iterable[date] = ()) -> frozenset[date]:
    """Bank holidays and a partnership's own closures between two dates, both included."""
    years = range(first.year, last.year + 1)
    found = frozenset().union(*(bank_holidays(year) for year in years), closures)
    return frozenset(day for day in found if first <= day <= last)


def closed_after(start: date, closures: Iterable[date] = (), days: int = 800) -> frozenset[date]:
    """Closed days from `start` on, far enough for any time limit in working days that we know."""
    return closed_days(start, start + timedelta(days=days), closures)
