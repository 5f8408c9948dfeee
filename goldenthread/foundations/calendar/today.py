"""What day and what moment it is. Everything else is passed a date, so that it can be tested."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("the moment that is told of", default=None)


def today() -> date:
    """The date in England now."""
    return timezone.localdate(now())


def now() -> datetime:
    return _told.get() or timezone.now()


@contextmanager
def as_if(moment: datetime) -> Iterator[None]:
    """For the demonstration, which tells of a past: what is done in here is dated at `moment`.

    The trail is not touched by it: a mark always says when it was truly made.
    """
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
