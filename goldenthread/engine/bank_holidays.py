"""England's bank holidays, the one-off ones included, from the `holidays` library."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType


def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of one calendar year, such as 8 May 2020 and 19 September 2022."""
    return frozenset(named_in(year))


@lru_cache(maxsize=128)
def named_in(year: int) -> Mapping[date, str]:
    """The same, each with its name."""
    import holidays  # here, because it takes a while to load and most commands need none

    return MappingProxyType(dict(holidays.country_holidays("GB", subdiv="ENG", years=year)))


class ClosedInEngland:
    """The days on which offices in England are closed besides weekends: `day in closed`."""

    def __init__(self, closures: Iterable[date] = ()) -> None:
        """`closures` are a partnership's own closed days, besides the bank holidays."""
        self.closures = frozenset(closures)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (day in self.closures or day in named_in(day.year))
