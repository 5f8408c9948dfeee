"""Change who owns an action or a recommendation, and how an action is worded."""

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.actions import moving, recommending
from goldenthread.foundations.thread.actions.due import put_on_inbox
from goldenthread.foundations.thread.models import Action, Recommendation
from goldenthread.foundations.thread.queries.actions import open_actions_of
from goldenthread.foundations.thread.rules.references import reference as reference_of
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def change_owner(
    *,
    action: Action,
    owner_organisation_id: int | None,
    owner_seat_id: int | None = None,
    owner_name: str = "",
    owner_email: str = "",
    by: Any,
) -> Action:
    insist(permissions.may_edit(by))
    held = moving.locked(action)
    held.owner_organisation_id, held.owner_seat_id = owner_organisation_id, owner_seat_id
    held.owner_name, held.owner_email = owner_name.strip(), owner_email.strip().lower()
    held.save(
        update_fields=[
            "owner_organisation",
            "owner_seat",
            "owner_name",
            "owner_email",
            "changed_at",
        ]
    )
    held.refresh_from_db(fields=["owner_organisation", "owner_seat"])
    put_on_inbox(held, by=by)
    trail.record(by=by, did="changed the owner", to=held)
    return held


@transaction.atomic
def reword(
    *, action: Action, text: str, reference: str = "", due_on: date | None = None, by: Any
) -> Action:
    """Put the wording right. A first due date may be given here; a later one is an extension."""
    insist(permissions.may_edit(by))
    held = moving.locked(action)
    held.text, held.reference = text.strip(), reference.strip() or _ours(held)
    if held.due_on is None and due_on is not None:
        held.due_on = held.first_due_on = due_on
    held.save(update_fields=["text", "reference", "due_on", "first_due_on", "changed_at"])
    put_on_inbox(held, by=by)
    trail.record(by=by, did="reworded", to=held, fields=["text", "reference", "due date"])
    return held


def _ours(action: Action) -> str:
    """What it was numbered here, so that an action that had a reference never loses it."""
    return reference_of(action.number) if action.number else ""


@transaction.atomic
def change_recommendation_owner(
    *,
    recommendation: Recommendation,
    owner_group_id: int | None,
    owner_organisation_id: int | None = None,
    owner_seat_id: int | None = None,
    by: Any,
) -> Recommendation:
    """A group, an organisation, a person, or several of these, answer for it."""
    held = recommending.locked(recommendation)
    insist(permissions.may_edit_recommendation(by, held))
    held.owner_group_id, held.owner_organisation_id = owner_group_id, owner_organisation_id
    held.owner_seat_id = owner_seat_id
    fields = ["owner_group", "owner_organisation", "owner_seat"]
    held.save(update_fields=[*fields, "changed_at"])
    trail.record(by=by, did="changed the owner", to=held, fields=fields)
    return held


@transaction.atomic
def hand_over(*, of: Seat, to: Seat | None, by: Any) -> None:
    """Every open action of a seat goes to another, or to its organisation alone. People asks who may."""
    for action in open_actions_of(of).select_for_update():
        action.owner_seat = to
        if to is not None and action.owner_organisation_id is None:
            action.owner_organisation_id = to.organisation_id
        action.save(update_fields=["owner_seat", "owner_organisation", "changed_at"])
        put_on_inbox(action, by=by)
        trail.record(by=by, did="handed over", to=action)
