"""How long a closure may be, and how a date in working days is explained. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.kernel import working_days
from goldenthread.kernel.clocks.rule import Unit
from goldenthread.kernel.decision import YES, Decision, no

LONGEST_CLOSURE = 31  # days: a longer one is more likely a slip than a shut office
FURTHEST = 800  # days that are looked at: far enough for any limit in working days that we know
COUNTED_WITHOUT_CLOSED_DAYS = {
    Unit.WORKING_DAYS,
    Unit.CLEAR_DAYS,
    Unit.WORKING_HOURS,
}
YEARS = range(2000, 2101)
MOST_WORKING_DAYS = 260  # about a year


@dataclass(frozen=True)
class Reckoned:
    """A day found by counting working days, and why it is that day."""

    day: date
    because: str


def may_close(first: date, last: date) -> Decision:
    if last < first:
        return no("The last day must be the same as or after the first day")
    if (last - first).days >= LONGEST_CLOSURE:
        return no(f"A closure may last {LONGEST_CLOSURE} days at most: add a longer one in parts")
    return YES


def reckon(start: date, count: int, closed: Mapping[date, str]) -> Reckoned:
    """The day `count` working days after `start` (before it, if negative), and a sentence that says why.

    `closed` gives the reason of each closed day. `start` is day nought.
    """
    day = working_days.add_working_days(start, count, closed)
    skipped = working_days.left_out(min(start, day) - timedelta(days=1), max(start, day), closed)
    counted = [one for one in skipped if one != start]
    return Reckoned(day, _because(start, count, [(one, closed[one]) for one in counted]))


def _because(start: date, count: int, skipped: list[tuple[date, str]]) -> str:
    days = "working day" if abs(count) == 1 else "working days"
    way = "before" if count < 0 else "after"
    said = f"{abs(count)} {days} {way} {in_words(start)}, without weekends"
    named = [f"{in_words(one)} ({why})" for one, why in skipped]
    return f"{said}, and without {listed(named)}." if named else f"{said}."


def listed(named: Sequence[str]) -> str:
    """`one, two and three`; nothing for none."""
    return " and ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
