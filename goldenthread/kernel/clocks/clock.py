"""A clock that runs for one case: when it is due, what is left, and whether it stopped in time."""

from collections.abc import Container
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from goldenthread.kernel.clocks import counting
from goldenthread.kernel.clocks.rule import ClockRule, Kind, Unit
from goldenthread.kernel.working_days import working_days_between


class CannotPause(ValueError):
    """The rule does not let its clock be paused."""


class NeedsTime(ValueError):
    """A limit in hours needs the time of day at which it began."""


@dataclass(frozen=True)
class Pause:
    """Days on which a clock stood still, both ends included, and why."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True)
class Correction:
    """A start that was recorded wrongly. Both are kept."""

    was: date | datetime
    now: date | datetime
    reason: str


@dataclass(frozen=True)
class Clock:
    """`start` is a date, or for a limit in hours a moment (England's time where it has no zone).
    `closed` holds the days on which offices are closed: bank holidays and local closures."""

    rule: ClockRule
    start: date | datetime
    closed: Container[date] = ()
    pauses: tuple[Pause, ...] = ()
    corrections: tuple[Correction, ...] = field(default=())
    supposed: bool = False

    def __post_init__(self) -> None:
        if self.rule.counts_hours and not isinstance(self.start, datetime):
            raise NeedsTime(f"{self.rule.code} is counted in hours: give the time it began as well")
        object.__setattr__(self, "start", counting.in_england(self.start))

    @property
    def due(self) -> date | datetime:
        """A date; for a limit in hours a moment in England's time."""
        if isinstance(self.start, datetime) and self.rule.counts_hours:
            return counting.due_moment(self.rule, self.start, self._closed())
        due = counting.due_day(self.rule, counting.day_of(self.start), self._closed())
        return self._pushed_back(due)

    def in_time(self, ended: date | datetime) -> bool:
        """Whether an end at this date or moment keeps the limit; the due day itself keeps it."""
        due, ended = self.due, counting.in_england(ended)
        if isinstance(due, datetime):
            at = ended if isinstance(ended, datetime) else None
            if at is None:
                raise NeedsTime(
                    f"{self.rule.code} is counted in hours: give the time it ended as well"
                )
            return at >= due if self.rule.kind == Kind.NOT_BEFORE else at <= due
        day = counting.day_of(ended)
        return day >= due if self.rule.kind == Kind.NOT_BEFORE else day <= due

    def left(self, now: datetime) -> int | timedelta:
        """What is left: days of the rule's own kind (working days for limits in working or clear
        days, else calendar days), or a length of time; negative when it is past."""
        due = self.due
        if isinstance(due, datetime):
            at = counting.in_england(now)
            assert isinstance(at, datetime)
            return due - at
        today = counting.day_of(now)
        if self.rule.unit in (Unit.WORKING_DAYS, Unit.CLEAR_DAYS):
            return working_days_between(today, due, self._closed())
        return (due - today).days

    def paused(self, first: date, last: date, *, reason: str) -> "Clock":
        """The clock with days on which it stood still. Raises CannotPause."""
        if not self.rule.may_pause:
            raise CannotPause(f"{self.rule.guidance} does not let {self.rule.code} be paused")
        if self.rule.unit == Unit.HOURS:
            raise CannotPause(
                "A limit in elapsed hours runs through days and nights: it cannot pause"
            )
        if last < first:
            raise ValueError("The last day of the pause is before its first")
        return replace(self, pauses=(*self.pauses, Pause(first, last, reason)))

    def corrected(self, start: date | datetime, *, reason: str) -> "Clock":
        """The clock with its true start; the one recorded before is kept with the reason."""
        correction = Correction(self.start, start, reason)
        return replace(self, start=start, corrections=(*self.corrections, correction))

    def if_started(self, start: date | datetime) -> "Clock":
        """What it would be with another start. The clock itself is not changed."""
        return replace(self, start=start, corrections=(), supposed=True)

    def _closed(self) -> Container[date]:
        """Days that are not counted: closed days, and for working days the paused ones."""
        return _Either(self.closed, self.pauses) if self.pauses else self.closed

    def _pushed_back(self, due: date) -> date:
        """A limit in calendar days, weeks or months moves on by every paused day within it."""
        if self.rule.unit in (Unit.WORKING_DAYS, Unit.CLEAR_DAYS):
            return due
        day = counting.day_of(self.start)
        while day < due:
            day += timedelta(days=1)
            due += timedelta(days=_is_paused(day, self.pauses))
        return due


@dataclass(frozen=True)
class _Either:
    closed: Container[date]
    pauses: tuple[Pause, ...]

    def __contains__(self, day: object) -> bool:
        return day in self.closed or (isinstance(day, date) and _is_paused(day, self.pauses))


def _is_paused(day: date, pauses: tuple[Pause, ...]) -> bool:
    return any(pause.first <= day <= pause.last for pause in pauses)
