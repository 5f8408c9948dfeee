"""Which actions the one who asks may see. The permission is part of the SQL."""

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet

from goldenthread.foundations.people.members import Guest
from goldenthread.foundations.thread.models import Action, AskedAction, Evidence, Extension
from goldenthread.foundations.thread.rules import who
from goldenthread.foundations.thread.rules.action_stages import OPEN


def actions_seen_by(member) -> QuerySet[Action]:
    """All of the partnership's, or those of the member's own organisation, or none."""
    actions = Action.objects.filter(partnership_id=member.partnership_id)
    if member.has(*who.READS_ALL):
        return actions
    if member.has(*who.READS_OWN):
        return actions.filter(own(member))
    return actions.none()


def own(member) -> Q:
    return Q(owner_organisation_id=member.organisation_id) | Q(owner_seat_id=member.seat_id)


def action_seen_by(member) -> QuerySet[Action]:
    return actions_seen_by(member).select_related(
        "recommendation", "owner_organisation", "owner_seat__person", "owner_seat__organisation"
    )


def texts_of(references: Iterable[str]) -> dict[str, str]:
    """The words of the actions that wait for someone, by reference ("thread.action:12"); one query.

    Only for lines of the asker's own inbox: being asked is what lets them read what they are asked.
    """
    kinds = [reference.partition(":")[::2] for reference in references]
    asked = [int(pk) for kind, pk in kinds if kind == "thread.action" and pk.isdecimal()]
    rows = Action.objects.filter(pk__in=asked).values_list("pk", "text") if asked else ()
    return {f"thread.action:{pk}": text for pk, text in rows}


def actions_asked_of(guest: Guest) -> QuerySet[Action]:
    """The actions that the guest's link asks about, and no others."""
    kind, _, number = guest.grant.partition(":")
    if kind != "thread.asking" or not number.isdecimal() or not guest.partnership_id:
        return Action.objects.none()
    asked = AskedAction.objects.filter(asking_id=int(number))
    return (
        Action.objects.filter(partnership_id=guest.partnership_id, pk__in=asked.values("action_id"))
        .select_related("owner_organisation", "owner_seat")
        .prefetch_related(Prefetch("askings", queryset=asked))
        .order_by("due_on", "pk")
    )


def evidence_givers(action: Action) -> list[int | None]:
    return list(Evidence.objects.filter(action=action).values_list("person_id", flat=True))


def extension_open(action: Action) -> QuerySet[Extension]:
    """The extension that waits for an answer; there is at most one."""
    return Extension.objects.filter(action=action, granted__isnull=True).select_related("action")


def open_actions_of(seat) -> QuerySet[Action]:
    return Action.objects.filter(owner_seat=seat, stage__in=OPEN)
