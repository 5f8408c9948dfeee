"""Why a clock is due when it is, in a sentence that a court could read."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from goldenthread.kernel.clocks import counting
from goldenthread.kernel.clocks.clock import Clock
from goldenthread.kernel.clocks.rule import Kind, Unit
from goldenthread.kernel.working_days import left_out

_ONE = {
    Unit.WORKING_DAYS: "working day",
    Unit.CALENDAR_DAYS: "calendar day",
    Unit.CLEAR_DAYS: "clear day",
    Unit.WEEKS: "week",
    Unit.MONTHS: "month",
    Unit.HOURS: "hour",
    Unit.WORKING_HOURS: "working hour",
}
_BEGINS = {
    Kind.AT_MOST: "due",
    Kind.NOT_BEFORE: "not before",
    Kind.AT_LEAST_BEFORE: "due",
}


def reasoning(clock: Clock) -> str:
    """`due Tuesday 13 January 2026: 15 working days after Thursday 18 December 2025, leaving out
    25 and 26 December and 1 January (Working Together 2023)`."""
    rule = clock.rule
    side = "before" if rule.kind == Kind.AT_LEAST_BEFORE else "after"
    count = f"{rule.length} {_ONE[rule.unit]}{'' if rule.length == 1 else 's'}"
    counted = f"{count} {side} {in_words(_start(clock))}"
    told = ", ".join([counted, *_left_out(clock), *_hours(clock), *_paused(clock)])
    sentence = f"{_BEGINS[rule.kind]} {in_words(clock.due)}: {told} ({rule.citation()})"
    return sentence + "".join(_asides(clock))


def in_words(when: date | datetime) -> str:
    """`Tuesday 13 January 2026`, with `16:30 on` before it for a moment."""
    day = f"{when:%A} {when.day} {when:%B} {when.year}"
    return f"{when:%H:%M}{_which(when)} on {day}" if isinstance(when, datetime) else day


def _which(moment: datetime) -> str:
    """Which of two is meant, in the hour that comes twice when the clocks go back."""
    if moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset():
        return ""
    return " (after the clocks went back)" if moment.fold else " (before the clocks went back)"


def days_in_words(days: Sequence[date]) -> str:
    """`25 and 26 December and 1 January`."""
    months = groupby(days, key=lambda day: (day.year, day.month))
    return " and ".join(_month_in_words(list(group)) for _, group in months)


def _month_in_words(days: list[date]) -> str:
    numbers = [str(day.day) for day in days]
    listed = ", ".join(numbers[:-1]) + " and " + numbers[-1] if len(numbers) > 1 else numbers[0]
    return f"{listed} {days[0]:%B}"


def _start(clock: Clock) -> date | datetime:
    return clock.start if clock.rule.counts_hours else counting.day_of(clock.start)


def _left_out(clock: Clock) -> list[str]:
    """The closed weekdays that the count passed over."""
    if clock.rule.unit not in (Unit.WORKING_DAYS, Unit.CLEAR_DAYS, Unit.WORKING_HOURS):
        return []
    first, last = sorted([counting.day_of(clock.start), counting.day_of(clock.due)])
    skipped = left_out(first, last, clock.closed)
    return [f"leaving out {days_in_words(skipped)}"] if skipped else []


def _hours(clock: Clock) -> list[str]:
    if clock.rule.unit == Unit.WORKING_HOURS:
        return [f"counted from {counting.OPENS:%H:%M} to {counting.CLOSES:%H:%M} on working days"]
    if clock.rule.unit != Unit.HOURS:
        return []
    start, due = clock.start, clock.due
    assert isinstance(start, datetime)
    assert isinstance(due, datetime)
    changed = ", the clocks having changed between" if start.utcoffset() != due.utcoffset() else ""
    return [f"nights and weekends counted{changed}"]


def _paused(clock: Clock) -> list[str]:
    return [
        f"paused from {in_words(pause.first)} to {in_words(pause.last)}: {pause.reason}"
        for pause in clock.pauses
    ]


def _asides(clock: Clock) -> list[str]:
    corrected = [
        f". The start was corrected from {in_words(each.was)}: {each.reason}"
        for each in clock.corrections
    ]
    return [
        *corrected,
        ". This is what it would be, not what is recorded" if clock.supposed else "",
    ]
