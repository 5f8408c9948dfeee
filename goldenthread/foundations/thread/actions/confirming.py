"""Say yes to an action log: a short one comes in at once, a long one by the worker."""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people.askers import member_of
from goldenthread.foundations.people.gate import insist, under
from goldenthread.foundations.people.members import Member, machine
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.thread import permissions, tasks
from goldenthread.foundations.thread.actions.importing import bring_in
from goldenthread.foundations.thread.models import ActionLog
from goldenthread.foundations.trail import actions as trail

AT_ONCE = 300  # rows; about as many as come in within the second that a person waits gladly
BROKE_OFF = (
    "Something went wrong on our side. Nothing came in. Try again, or tell your administrator"
)
SEAT_GONE = "Whoever confirmed it no longer holds that seat. Nothing came in"

log_of_errors = logging.getLogger(__name__)


@transaction.atomic
def confirm(
    *, log: ActionLog, rows: int, if_done: str = "", leave_out_refused: bool = False, by: Any
) -> ActionLog:
    """Bring in a log of so many rows, now or soon. Said twice, it happens once.

    Raises PermissionDenied where rows cannot be read and nobody said that they are left out.
    """
    if rows <= AT_ONCE:
        return bring_in(log=log, if_done=if_done, leave_out_refused=leave_out_refused, by=by)
    insist(permissions.may_import(by))
    held = ActionLog.objects.select_for_update().get(pk=log.pk)
    if held.confirmed_at or held.brought_in_at:
        return held
    held.confirmed_at, held.why_not = now(), ""
    held.if_done, held.leave_out_refused = if_done or held.if_done, leave_out_refused
    held.save(update_fields=["confirmed_at", "why_not", "if_done", "leave_out_refused"])
    trail.record(by=by, did="confirmed an action log", to=held)
    tasks.bring_in_later(held.pk, by)
    return held


def bring_in_for(*, log_id: int, partnership_id: int, seat_id: int, person_id: int) -> None:
    """What the worker does, as whoever confirmed it. Done twice, it happens once.

    A refusal, or an error of ours, is told on the log; then nothing of it has come in.
    """
    worker = machine(partnership_id, doing="bringing in an action log")
    with under(worker):
        member = _holder(seat_id, person_id)
    if member is None:
        return _tell(worker, log_id, SEAT_GONE)
    try:
        with under(member):
            log = ActionLog.objects.get(pk=log_id)
            bring_in(log=log, leave_out_refused=log.leave_out_refused, by=member)
    except PermissionDenied as refusal:
        _tell(worker, log_id, str(refusal))
    except Exception:
        log_of_errors.exception("an action log could not be brought in")
        _tell(worker, log_id, BROKE_OFF)


def _holder(seat_id: int, person_id: int) -> Member | None:
    """The person in their seat, with the roles of now; None if they have left it since."""
    seats = Seat.objects.filter(pk=seat_id, person_id=person_id, until__isnull=True)
    seat = seats.select_related("organisation", "partnership", "person").first()
    return member_of(seat, seat.person) if seat and seat.person else None


def _tell(worker: Any, log_id: int, why_not: str) -> None:
    with under(worker):
        held = ActionLog.objects.filter(pk=log_id, brought_in_at=None)
        held.update(confirmed_at=None, why_not=why_not)
