"""England's bank holidays between two days. A partnership's own closed days are kept by the clocks."""

from datetime import date
from itertools import chain

from goldenthread.engine.bank_holidays import named_in


def bank_holidays_named(first: date, last: date) -> dict[date, str]:
    """Each bank holiday between two dates, both included, with its name."""
    known = chain(*(named_in(year).items() for year in range(first.year, last.year + 1)))
    return {day: name for day, name in known if first <= day <= last}
