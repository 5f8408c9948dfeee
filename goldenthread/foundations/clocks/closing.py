"""Say that the partnership is closed on some days, or is open after all."""

from datetime import date

from django.db import transaction

from goldenthread.foundations.clocks import permissions, rules
from goldenthread.foundations.clocks.models import Closure
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.queries.here import partnership_of
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import every, no


@transaction.atomic
def close(*, first_day: date, last_day: date, reason: str, by: Asker) -> Closure:
    """Close these days, both included. Dates that were set before stay as they were set."""
    insist(every(permissions.may_keep_closures(by), rules.may_close(first_day, last_day)))
    made = Closure.objects.create(
        partnership_id=partnership_of(by),
        first_day=first_day,
        last_day=last_day,
        reason=reason.strip(),
    )
    trail.record(
        by=by, did="closed the partnership", to=made, first=str(first_day), last=str(last_day)
    )
    return made


@transaction.atomic
def open_again(closure: Closure, *, by: Asker) -> None:
    insist(permissions.may_keep_closures(by))
    held = Closure.objects.select_for_update().filter(pk=closure.pk).first()
    if held is None:
        insist(no("This was taken out already."))
        return
    trail.record(
        by=by,
        did="opened the partnership again",
        to=held,
        first=str(held.first_day),
        last=str(held.last_day),
    )
    held.delete()
