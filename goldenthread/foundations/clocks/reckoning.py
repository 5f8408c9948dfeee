"""Working days as one partnership counts them: without weekends, bank holidays and its own closed days.

Every time limit in working days is counted here and nowhere else.
"""

from datetime import date, datetime, timedelta

from goldenthread.foundations.calendar.bank_holidays import bank_holidays_named
from goldenthread.foundations.clocks import rules
from goldenthread.foundations.clocks.models import Closure
from goldenthread.kernel import working_days
from goldenthread.kernel.clocks import book
from goldenthread.kernel.clocks.clock import Clock
from goldenthread.kernel.clocks.reasoning import reasoning

AROUND = timedelta(days=rules.FURTHEST)


def in_working_days(start: date, count: int, *, partnership_id: int) -> rules.Reckoned:
    """The day `count` working days after `start`, or before it, with the sentence that explains it."""
    first, last = (start, start + AROUND) if count >= 0 else (start - AROUND, start)
    return rules.reckon(start, count, closed_days(first, last, partnership_id=partnership_id))


def clock_of(code: str, start: date | datetime, *, partnership_id: int) -> Clock:
    """A statutory time limit by its code, as it runs in this partnership. Raises book.NoSuchRule."""
    day = start.date() if isinstance(start, datetime) else start
    closed = closed_days(day - AROUND, day + AROUND, partnership_id=partnership_id)
    return Clock(book.rule_of(code, on=day), start, closed)


def why(clock: Clock, *, partnership_id: int) -> str:
    """The clock's own sentence, and then which of the days left out were the partnership's own."""
    first, last = sorted(_day(moment) for moment in (clock.start, clock.due))
    own = _own(first, last, partnership_id)
    passed = working_days.left_out(first, last, own) if _counts_working_days(clock) else []
    closed = rules.listed([f"{rules.in_words(day)} ({own[day]})" for day in passed])
    return (
        f"{reasoning(clock)}. The partnership is closed on {closed}" if closed else reasoning(clock)
    )


def closed_days(first: date, last: date, *, partnership_id: int) -> dict[date, str]:
    """Each closed day from `first` to `last`, with its reason. Weekends are not named."""
    return _own(first, last, partnership_id) | bank_holidays_named(first, last)


def closed_on(day: date) -> set[int]:
    """Of the partnerships open to the one who asks: those that are closed that day for their own reasons."""
    own = Closure.objects.filter(first_day__lte=day, last_day__gte=day)
    return set(own.values_list("partnership_id", flat=True))


def is_working_day_for_all(day: date) -> bool:
    """Neither a weekend nor a bank holiday."""
    return working_days.is_working_day(day, bank_holidays_named(day, day))


def _own(first: date, last: date, partnership_id: int) -> dict[date, str]:
    found = Closure.objects.filter(
        partnership_id=partnership_id, first_day__lte=last, last_day__gte=first
    )
    days = {day: one.reason for one in found for day in _days(one.first_day, one.last_day)}
    return {day: reason for day, reason in days.items() if first <= day <= last}


def _counts_working_days(clock: Clock) -> bool:
    return clock.rule.unit in rules.COUNTED_WITHOUT_CLOSED_DAYS


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
