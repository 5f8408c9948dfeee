"""On which days the owner of an open action is reminded, before and after its due date."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

SHIPPED = Path(__file__).parent / "editions" / "reminders.toml"


@dataclass(frozen=True)
class Schedule:
    """`days` count from the due date, before is negative; after the last, every `then_every` days."""

    edition: str
    days: tuple[int, ...]
    then_every: int


@lru_cache(maxsize=1)
def shipped() -> Schedule:
    editions = tomllib.loads(SHIPPED.read_text("utf-8"))
    newest = max(editions)
    return Schedule(newest, tuple(editions[newest]["days"]), editions[newest]["then_every"])


def last_planned(due_on: date, schedule: Schedule, today: date) -> date | None:
    """The latest day up to today on which a reminder was planned, or None if the first is to come."""
    past = (today - due_on).days
    named = [day for day in schedule.days if day <= past]
    if not named:
        return None
    latest = max(named)
    if latest == max(schedule.days) and schedule.then_every > 0:
        latest += (past - latest) // schedule.then_every * schedule.then_every
    return due_on + timedelta(days=latest)


def is_due(due_on: date, reminded_on: date | None, schedule: Schedule, today: date) -> bool:
    """Whether a reminder is owed: one was planned since the last. A day missed is made up for."""
    planned = last_planned(due_on, schedule, today)
    return planned is not None and (reminded_on is None or reminded_on < planned)
