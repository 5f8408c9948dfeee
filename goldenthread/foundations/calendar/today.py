"""What day and what moment it is. Everything else is passed a date, so that it can be tested."""

from datetime import date, datetime

from django.utils import timezone


def today() -> date:
    """The date in England now."""
    return timezone.localdate()


def now() -> datetime:
    return timezone.now()
