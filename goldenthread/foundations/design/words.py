"""Dates, numbers and lists as a person would write them (GOV.UK style)."""

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal

from django.utils import timezone

DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")


def day(value: datetime.date | None, missing: str = "No date yet") -> str:
    """'13 January 2026'."""
    if value is None:
        return missing
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{value.day} {value:%B %Y}"


def is_day(text: object) -> bool:
    """Whether this is a day as `day` writes it and nothing else."""
    return bool(DAY.fullmatch(str(text).strip()))


def day_and_time(value: datetime.datetime) -> str:
    """'13 January 2026 at 2:05pm'; noon and midnight by name."""
    if timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{day(value)} at {clock_time(value.time())}"


def clock_time(value: datetime.time) -> str:
    if (value.hour, value.minute) in ((0, 0), (12, 0)):
        return "midnight" if value.hour == 0 else "midday"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def counted(number: int, one: str, many: str = "") -> str:
    """'1 action', '1,203 actions', 'no actions'."""
    if number == 0:
        return f"no {many or one + 's'}"
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(things: Sequence[object], joined_by: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    written = [str(thing) for thing in things]
    if len(written) < 2:
        return "".join(written)
    return f"{', '.join(written[:-1])} {joined_by} {written[-1]}"


def pounds(amount: Decimal | int) -> str:
    """'£23,022', '£12.50', '-£44'."""
    sign, size = ("-" if amount < 0 else ""), abs(Decimal(amount))
    return f"{sign}£{size:,.2f}".removesuffix(".00")
