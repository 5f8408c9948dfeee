"""When a case is likely to end, from how long comparable cases took."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import quantiles

from goldenthread.kernel.clocks import counting
from goldenthread.kernel.clocks.clock import Clock
from goldenthread.kernel.clocks.rule import Kind, Unit
from goldenthread.kernel.working_days import add_working_days, working_days_between

FEWEST = 5
IN_WORKING_DAYS = (Unit.WORKING_DAYS, Unit.CLEAR_DAYS)


class NoForecast(ValueError):
    """This clock cannot be forecast: it is counted in hours, or back from its start."""


@dataclass(frozen=True)
class Forecast:
    """Half of the comparable cases that took as long as this one already has ended between `early`
    and `late`. `in_time` is the share of them that kept the limit; `cases` is how many there are."""

    early: date
    likely: date
    late: date
    in_time: Fraction
    cases: int


def forecast(clock: Clock, took: Sequence[int], today: date) -> Forecast | None:
    """What to expect of a case that has not ended by `today`. `took` is how many days comparable
    cases took: working days for a limit in working days, else calendar days.

    Only cases that took longer than this one has already are comparable to it now. None means that
    there are too few of them to say. Raises NoForecast.
    """
    if clock.rule.counts_hours or clock.rule.kind == Kind.AT_LEAST_BEFORE:
        raise NoForecast(f"{clock.rule.code} cannot be forecast from the pace of other cases")
    gone = _days(clock, counting.day_of(clock.start), today)
    longer = [days for days in took if days > gone]
    if len(longer) < FEWEST:
        return None
    early, likely, late = (_after(clock, round(days)) for days in quantiles(longer, n=4))
    kept = sum(clock.in_time(_after(clock, days)) for days in longer)
    return Forecast(early, likely, late, Fraction(kept, len(longer)), len(longer))


def _days(clock: Clock, first: date, last: date) -> int:
    if clock.rule.unit in IN_WORKING_DAYS:
        return working_days_between(first, last, clock.closed)
    return (last - first).days


def _after(clock: Clock, days: int) -> date:
    start = counting.day_of(clock.start)
    if clock.rule.unit in IN_WORKING_DAYS:
        return add_working_days(start, days, clock.closed)
    return date.fromordinal(start.toordinal() + days)
