"""England's bank holidays, the one-off ones included, from the `holidays` library."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=128)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of one calendar year, such as 8 May 2020 and 19 September 2022."""
    import holidays  # here, because it takes a while to load and most commands need none

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
