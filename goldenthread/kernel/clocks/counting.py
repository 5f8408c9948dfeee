"""When a limit falls due. Days are counted in England's own days; hours in UTC, so that the night
on which the clocks change is as long as it was."""

from calendar import monthrange
from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from goldenthread.kernel.clocks.rule import ClockRule, Kind, Unit
from goldenthread.kernel.working_days import add_working_days, is_working_day

ENGLAND = ZoneInfo("Europe/London")
OPENS, CLOSES = time(9), time(17)
MONTHS_IN_A_YEAR = 12


def in_england(start: date | datetime) -> date | datetime:
    """The start in England's time; a moment without a zone is England's already."""
    if not isinstance(start, datetime):
        return start
    return start.replace(tzinfo=ENGLAND) if start.tzinfo is None else start.astimezone(ENGLAND)


def came(moment: datetime) -> bool:
    """Whether a clock in England ever showed a moment: not in the hour that is left out in spring."""
    there = moment.replace(tzinfo=ENGLAND) if moment.tzinfo is None else moment
    again = there.astimezone(UTC).astimezone(there.tzinfo)
    return again.replace(tzinfo=None) == there.replace(tzinfo=None)


def day_of(start: date | datetime) -> date:
    """The day in England on which something happened."""
    start = in_england(start)
    return start.date() if isinstance(start, datetime) else start


def due_day(rule: ClockRule, start: date, closed: Container[date]) -> date:
    """The due date of a limit in days, weeks or months."""
    length = -rule.length if rule.kind == Kind.AT_LEAST_BEFORE else rule.length
    if rule.unit == Unit.WORKING_DAYS:
        return add_working_days(start, length, closed)
    if rule.unit == Unit.CLEAR_DAYS:
        return add_working_days(start, length + (1 if length > 0 else -1), closed)
    if rule.unit == Unit.MONTHS:
        return add_months(start, length)
    return start + timedelta(days=length * (7 if rule.unit == Unit.WEEKS else 1))


def due_moment(rule: ClockRule, start: datetime, closed: Container[date]) -> datetime:
    """The due moment of a limit in hours, in England's time."""
    length = -rule.length if rule.kind == Kind.AT_LEAST_BEFORE else rule.length
    if rule.unit == Unit.HOURS:
        return (start.astimezone(UTC) + timedelta(hours=length)).astimezone(ENGLAND)
    if length < 0:
        raise ValueError("Working hours are not counted backwards: no rule asks it")
    return add_working_hours(start, timedelta(hours=length), closed)


def add_months(day: date, months: int) -> date:
    """The same day so many months on; the month's last day where that day does not exist."""
    year, month = divmod(day.year * MONTHS_IN_A_YEAR + day.month - 1 + months, MONTHS_IN_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_working_hours(start: datetime, length: timedelta, closed: Container[date]) -> datetime:
    """The moment at which so many hours of opening time (09:00 to 17:00 of working days) are over."""
    moment, left = start.astimezone(ENGLAND), length
    while True:
        opens, closes = (datetime.combine(moment.date(), at, ENGLAND) for at in (OPENS, CLOSES))
        if is_working_day(moment.date(), closed) and moment < closes:
            moment = max(moment, opens)
            if left <= closes - moment:
                return moment + left
            left -= closes - moment
        moment = datetime.combine(moment.date() + timedelta(days=1), OPENS, ENGLAND)
