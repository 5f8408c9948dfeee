"""Everything that home reads, most of it by asking the foundations."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import QuerySet

from goldenthread.foundations.clocks import queries as clocks
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.people import askers
from goldenthread.foundations.people.entrances import pages_closed_to
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.trail.models import Mark

QUEUE = """
SELECT count(*), extract(epoch FROM now() - min(coalesce(scheduled_at, now())))
FROM procrastinate_jobs WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now())
"""
# The arguments of a job may name a person, so neither they nor the task are read.
RETRIES = """
SELECT queue_name, count(*), max(attempts), min(scheduled_at) FROM procrastinate_jobs
WHERE status = 'todo' AND attempts > 0 GROUP BY queue_name ORDER BY queue_name
"""
STALLED = "SELECT count(*) FROM procrastinate_jobs WHERE status = %s"


def seats_of(asker) -> list[Seat]:
    return list(askers.held_seats(asker.person_id))


def due_across(seats: list[Seat]) -> QuerySet[Due]:
    """All that waits for these seats, but for what their roles could not open and so not settle."""
    roles: dict[int, set[Role]] = {}
    for seat in seats:
        roles.setdefault(seat.partnership_id, set()).update(Role(role) for role in seat.roles)
    due = clocks.due_for(seats)
    for partnership_id, held in roles.items():
        due = due.exclude(partnership_id=partnership_id, page__in=pages_closed_to(frozenset(held)))
    return due


def due_here(member) -> QuerySet[Due]:
    due = clocks.due_for(Seat.objects.filter(pk=member.seat_id))
    return due.exclude(page__in=pages_closed_to(member.roles))


def marks_of(member) -> QuerySet[Mark]:
    """The trail of one partnership, the newest first."""
    return Mark.objects.filter(partnership_id=member.partnership_id)


@dataclass(frozen=True)
class Retries:
    """Jobs of one queue that failed and will be tried again; `at` is the next time, None is at once."""

    queue: str
    jobs: int
    most_attempts: int
    at: datetime | None


def retries() -> list[Retries]:
    with connection.cursor() as cursor:
        cursor.execute(RETRIES)
        return [Retries(*row) for row in cursor.fetchall()]


def queue_state() -> dict[str, int]:
    """How many jobs wait, how long the oldest has waited in seconds, how many failed or are being done."""
    with connection.cursor() as cursor:
        cursor.execute(QUEUE)
        waiting, oldest = cursor.fetchone()
        counts = {}
        for status in ("doing", "failed"):
            cursor.execute(STALLED, [status])
            counts[status] = cursor.fetchone()[0]
    return {"waiting": waiting, "oldest": int(oldest or 0), **counts}
