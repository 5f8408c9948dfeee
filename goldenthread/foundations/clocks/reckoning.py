"""Working days as one partnership counts them: without weekends, bank holidays and its own closed days.

Every time limit in working days is counted here and nowhere else.
"""

from datetime import date, timedelta

from goldenthread.foundations.calendar.bank_holidays import bank_holidays_named
from goldenthread.foundations.clocks import rules
from goldenthread.foundations.clocks.models import Closure
from goldenthread.kernel import working_days


def in_working_days(start: date, count: int, *, partnership_id: int) -> rules.Reckoned:
    """The day `count` working days after `start`, or before it, with the sentence that explains it."""
    around = timedelta(days=rules.FURTHEST)
    first, last = (start, start + around) if count >= 0 else (start - around, start)
    return rules.reckon(start, count, closed_days(first, last, partnership_id=partnership_id))


def closed_days(first: date, last: date, *, partnership_id: int) -> dict[date, str]:
    """Each closed day from `first` to `last`, with its reason. Weekends are not named."""
    own = Closure.objects.filter(
        partnership_id=partnership_id, first_day__lte=last, last_day__gte=first
    )
    closed = {day: one.reason for one in own for day in _days(one.first_day, one.last_day)}
    named = closed | bank_holidays_named(first, last)
    return {day: why for day, why in named.items() if first <= day <= last}


def closed_on(day: date) -> set[int]:
    """Of the partnerships open to the one who asks: those that are closed that day for their own reasons."""
    own = Closure.objects.filter(first_day__lte=day, last_day__gte=day)
    return set(own.values_list("partnership_id", flat=True))


def is_working_day_for_all(day: date) -> bool:
    """Neither a weekend nor a bank holiday."""
    return working_days.is_working_day(day, bank_holidays_named(day, day))


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
