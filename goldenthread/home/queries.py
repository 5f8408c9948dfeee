"""Everything that home reads, most of it by asking the foundations."""

from django.db import connection
from django.db.models import QuerySet

from goldenthread.foundations.clocks import queries as clocks
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.people import askers
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.trail.models import Mark

QUEUE = """
SELECT count(*), extract(epoch FROM now() - min(coalesce(scheduled_at, now())))
FROM procrastinate_jobs WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now())
"""
STALLED = "SELECT count(*) FROM procrastinate_jobs WHERE status = %s"


def seats_of(asker) -> list[Seat]:
    return list(askers.held_seats(asker.person_id))


def due_across(seats: list[Seat]) -> QuerySet[Due]:
    return clocks.due_for(seats)


def due_here(member) -> QuerySet[Due]:
    return clocks.due_for(Seat.objects.filter(pk=member.seat_id))


def marks_of(member) -> QuerySet[Mark]:
    """The trail of one partnership, the newest first."""
    return Mark.objects.filter(partnership_id=member.partnership_id)


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
