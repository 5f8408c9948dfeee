"""Ask owners by e-mail how their actions stand. The e-mail says that something waits, never what."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import reckoning
from goldenthread.foundations.messages import actions as messages
from goldenthread.foundations.people import actions as people
from goldenthread.foundations.people.gate import insist, under
from goldenthread.foundations.people.members import Asker, machine
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.models import Action, AskedAction, Asking
from goldenthread.foundations.thread.queries.reminders import owed_reminders, reminded_already
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, no

SUBJECT = "Something waits for you in Golden Thread"
WAITS = "The safeguarding partnership asks how something stands that you agreed to do."
BY_LINK = "Open this address to answer. You need no account: we send a code to this e-mail address."
ON_SITE = "Sign in to see it and to say how it stands."


@dataclass(frozen=True)
class Owner:
    """Where an owner is written to; `has_seat` says that they can sign in."""

    email: str
    name: str
    has_seat: bool


def owner_of(action: Action) -> Owner | None:
    """The person in the owning seat, else the address that was given; None if there is neither."""
    seat = action.owner_seat
    if seat and seat.person:
        return Owner((seat.mailbox or seat.person.email).lower(), seat.person.name, True)
    if action.owner_email:
        return Owner(action.owner_email.lower(), action.owner_name or "colleague", False)
    return None


@transaction.atomic
def ask_owner(*, action: Action, by: Any) -> None:
    """Write to the owner now. PermissionDenied if nobody knows where to write to."""
    insist(permissions.may_ask_owner(by))
    owner = owner_of(action)
    insist(YES if owner else no("Give the owner an account or an e-mail address first"))
    assert owner is not None
    _ask(owner, [action], reminder=False, by=by)
    trail.record(by=by, did="asked the owner", to=action)


def send_reminders(everywhere: Asker) -> int:
    """Write once today to each owner who is owed a reminder, about all that is owed; how many were.

    A person is written to at most once a day, however many partnerships they work with; nobody on
    a day when their partnership is closed. What was owed then is owed on the next working day.
    """
    if not reckoning.is_working_day_for_all(today()):
        return 0
    with under(everywhere):
        by_owner: dict[Owner, list[Action]] = defaultdict(list)
        closed = reckoning.closed_on(today())
        for action in owed_reminders(today()):
            owner = owner_of(action) if action.partnership_id not in closed else None
            if owner and not reminded_already(owner.email, today()):
                by_owner[owner].append(action)
        return sum(_remind(owner, actions) for owner, actions in by_owner.items())


def _remind(owner: Owner, actions: list[Action]) -> bool:
    """One e-mail. Someone with an account finds all of it on their inbox; a link opens one partnership."""
    first = actions[0].partnership_id
    told = actions if owner.has_seat else [a for a in actions if a.partnership_id == first]
    with under(machine(first, doing="sending reminders")) as by:
        sent = _ask(owner, [a for a in told if a.partnership_id == first], reminder=True, by=by)
    Action.objects.filter(pk__in=[action.pk for action in told]).update(reminded_on=today())
    return sent


def _ask(owner: Owner, actions: list[Action], *, reminder: bool, by: Any) -> bool:
    """Keep what was asked and queue the e-mail; False if another worker was there first."""
    asking, made = _asking(owner, reminder, today(), by)
    if not made:
        return False
    AskedAction.objects.bulk_create(
        AskedAction(partnership_id=by.partnership_id, asking=asking, action=action)
        for action in actions
    )
    messages.send(
        to=owner.email,
        name=owner.name,
        subject=SUBJECT,
        paragraphs=[WAITS, ON_SITE if owner.has_seat else BY_LINK],
        address=_address(owner, asking, by),
        by=by,
    )
    return True


def _asking(owner: Owner, reminder: bool, day: date, by: Any) -> tuple[Asking, bool]:
    named = {"partnership_id": by.partnership_id, "email": owner.email, "asked_on": day}
    if reminder:
        return Asking.objects.get_or_create({"name": owner.name[:300]}, **named, is_reminder=True)
    return Asking.objects.create(**named, name=owner.name[:300], is_reminder=False), True


def _address(owner: Owner, asking: Asking, by: Any) -> str:
    if owner.has_seat:
        return reverse("inbox")
    opens = f"thread.asking:{asking.pk}"
    return people.offer_link(permissions.LINK, opens, owner.email, owner.name[:200], by)
