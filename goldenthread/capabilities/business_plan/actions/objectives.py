from collections.abc import Sequence
from typing import Any

from django.db import transaction

from goldenthread.capabilities.business_plan import permissions
from goldenthread.capabilities.business_plan.actions import due
from goldenthread.capabilities.business_plan.models import (
    Objective,
    ObjectiveLink,
    ObjectiveOwner,
    Priority,
)
from goldenthread.capabilities.business_plan.queries.owners import Named
from goldenthread.capabilities.business_plan.rules import numbering
from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def add_objective(
    *, priority: Priority, number: str, text: str, owners: Sequence[Named] = (), by, **fields: Any
) -> Objective:
    """`fields` are due_on, due_is_month, outcome_measure and difference."""
    insist(permissions.may_edit(by, priority.plan))
    objective = Objective.objects.create(
        partnership_id=priority.partnership_id,
        plan=priority.plan,
        priority=priority,
        number=number,
        place=numbering.place(number),
        text=text,
        **fields,
    )
    set_owners(objective, owners, by=by)
    due.set_one(objective, by=by)
    trail.record(by=by, did="added an objective", to=objective)
    return objective


@transaction.atomic
def change_objective(
    *, objective: Objective, owners: Sequence[Named] | None = None, by, **fields: Any
) -> None:
    """Owners stay as they are where none are given."""
    insist(permissions.may_edit(by, objective.plan))
    for name, value in fields.items():
        setattr(objective, name, value)
    objective.place = numbering.place(objective.number)
    objective.save(update_fields=[*fields, "place"])
    if owners is not None:
        set_owners(objective, owners, by=by)
    due.set_one(Objective.objects.select_related("plan").get(pk=objective.pk), by=by)
    changed = sorted([*fields, *(["owners"] if owners is not None else [])])
    trail.record(by=by, did="changed an objective", to=objective, fields=changed)


def set_owners(objective: Objective, owners: Sequence[Named], *, by) -> None:
    """Owners that stay keep their row, so that what waits for them stays where it is."""
    wanted = list(dict.fromkeys(owners))
    before = {named(owner): owner for owner in objective.owners.all()}
    for gone in [owner for each, owner in before.items() if each not in wanted]:
        clocks.settle(trail.reference(gone), by=by)
        gone.delete()
    for position, each in enumerate(wanted):
        if each in before:
            ObjectiveOwner.objects.filter(pk=before[each].pk).update(position=position)
        else:
            ObjectiveOwner.objects.create(
                partnership_id=objective.partnership_id,
                objective=objective,
                position=position,
                **vars(each),
            )


def named(owner: ObjectiveOwner) -> Named:
    return Named(owner.group_id, owner.organisation_id, owner.seat_id, owner.name)


@transaction.atomic
def add_link(*, objective: Objective, reference: str, by) -> ObjectiveLink:
    """Tie an objective to an action, a recommendation or a measure; twice is once."""
    insist(permissions.may_edit(by, objective.plan))
    link, is_new = ObjectiveLink.objects.get_or_create(
        partnership_id=objective.partnership_id,
        objective=objective,
        reference=reference,
        defaults={"by": by.described, "seat_id": by.seat_id},
    )
    if is_new:
        trail.record(by=by, did="linked an objective", to=objective, link=reference)
    return link


@transaction.atomic
def remove_link(*, link: ObjectiveLink, by) -> None:
    insist(permissions.may_edit(by, link.objective.plan))
    trail.record(by=by, did="took a link off", to=link.objective, link=link.reference)
    link.delete()
