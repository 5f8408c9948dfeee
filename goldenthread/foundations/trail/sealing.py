"""Chain the marks that wait. One sealer at a time; the database's own lock sees to that."""

import hashlib
import json
from datetime import UTC, datetime

from django.db import connection, transaction

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.trail.models import SYSTEM_CHAIN, Mark, Seal, Waiting

ONE_SEALER = 7_301_447  # an advisory lock's number, ours by choice
BATCH = 500
START = "0" * 64


def seal_waiting(partnerships: list[int]) -> int:
    """Seal what waits in every chain. The number of marks sealed.

    Marks are sealed in the order in which they are seen: one written by a slow transaction may be
    sealed after a later one, and the chain says so by its own order.
    """
    keys = Keys(Door.MACHINE, (SYSTEM_CHAIN, *partnerships))
    with transaction.atomic(), opened(keys):
        if not _alone():
            return 0
        waiting = list(Waiting.objects.order_by("mark_id")[:BATCH])
        marks = Mark.objects.in_bulk([row.mark_id for row in waiting])
        for chain in sorted({row.chain for row in waiting}):
            _extend(chain, [marks[row.mark_id] for row in waiting if row.chain == chain])
        Waiting.objects.filter(pk__in=[row.mark_id for row in waiting]).delete()
        return len(waiting)


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_SEALER])
        return bool(cursor.fetchone()[0])


def _extend(chain: int, marks: list[Mark]) -> None:
    last = Seal.objects.filter(chain=chain).order_by("-place").first()
    place, before = (last.place, last.hash) if last else (0, START)
    now, seals = datetime.now(UTC), []
    for mark in marks:
        place += 1
        current = hash_of(mark, chain, place, before)
        seals.append(
            Seal(chain=chain, place=place, mark_id=mark.pk, before=before, hash=current, at=now)
        )
        before = current
    Seal.objects.bulk_create(seals)


def hash_of(mark: Mark, chain: int, place: int, before: str) -> str:
    """SHA-256, in hexadecimal, over the whole mark, its place in the chain and the seal before it."""
    held = {
        "chain": chain,
        "place": place,
        "before": before,
        "mark": mark.pk,
        "at": mark.at.astimezone(UTC).isoformat(),
        "partnership": mark.partnership_id,
        "person": mark.person_id,
        "seat": mark.seat_id,
        "by": mark.by,
        "did": mark.did,
        "to": mark.to,
        "detail": mark.detail,
        "request": mark.request,
    }
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()


def lag_seconds() -> int:
    """How long the oldest mark that may be seen has waited for its seal; 0 when none waits."""
    waiting = Mark.objects.filter(pk__in=Waiting.objects.values("mark_id"))
    oldest = waiting.order_by("pk").values_list("at", flat=True).first()
    return int((datetime.now(UTC) - oldest).total_seconds()) if oldest else 0
