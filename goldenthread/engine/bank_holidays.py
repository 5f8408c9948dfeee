"""England's bank holidays, the one-off ones included.

Those of 2000 to 2050 are written down from the `holidays` library, which takes a second to load:
longer than all the rules of a census. A test compares the two, so that a new one-off holiday that
the library learns of is not missed; `tools/bank_holidays.py` then writes them down anew.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType


def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of one calendar year, such as 8 May 2020 and 19 September 2022."""
    return frozenset(named_in(year))


@lru_cache(maxsize=128)
def named_in(year: int) -> Mapping[date, str]:
    """The same, each with its name."""
    return MappingProxyType(_written_down().get(year) or from_library(year))


def from_library(year: int) -> dict[date, str]:
    """What the library says of a year: slow, and for years that are not written down."""
    import holidays  # here, because it takes a while to load and most commands need none

    return dict(holidays.country_holidays("GB", subdiv="ENG", years=year))


@cache
def _written_down() -> dict[int, dict[date, str]]:
    years: dict[int, dict[date, str]] = defaultdict(dict)
    text = (files(__package__) / "bank_holidays.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        day = date.fromisoformat(row["day"])
        years[day.year][day] = row["name"]
    return dict(years)


class ClosedInEngland:
    """The days on which offices in England are closed besides weekends: `day in closed`."""

    def __init__(self, closures: Iterable[date] = ()) -> None:
        """`closures` are a partnership's own closed days, besides the bank holidays."""
        self.closures = frozenset(closures)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (day in self.closures or day in named_in(day.year))
