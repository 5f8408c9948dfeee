"""Put the objectives of a plan in force on the inboxes of those who answer for them."""

from datetime import date

from goldenthread.capabilities.business_plan.models import Objective, ObjectiveOwner, Plan
from goldenthread.capabilities.business_plan.queries.owners import chair_of, someone_answers_for
from goldenthread.capabilities.business_plan.rules import Stage, who
from goldenthread.capabilities.business_plan.rules.ratings import Rag
from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.trail.actions import reference


def set_all(plan: Plan, *, by) -> None:
    for objective in plan.objectives.select_related("plan").prefetch_related("owners"):
        set_one(objective, by=by)


def set_one(objective: Objective, *, by) -> None:
    """One entry for each owner; for an owner with no seat here, the managers'. Settled once complete."""
    owners = list(objective.owners.all())
    due_on = objective.due_on if _is_awaited(objective) else None
    if due_on is None:
        settle(objective, owners, by=by)
        return
    places = [_place(owner) for owner in owners]
    managers = {"roles": who.MANAGES}
    for owner, place in zip(owners, places, strict=True):
        if place:
            _set(reference(owner), objective, due_on, place, by=by)
        else:
            clocks.settle(reference(owner), by=by)
    if not all(places) or not owners:
        _set(reference(objective), objective, due_on, managers, by=by)
    else:
        clocks.settle(reference(objective), by=by)


def settle(objective: Objective, owners: list[ObjectiveOwner], *, by) -> None:
    for thing in (objective, *owners):
        clocks.settle(reference(thing), by=by)


def _is_awaited(objective: Objective) -> bool:
    return objective.plan.stage == Stage.CURRENT and objective.rating != Rag.BLUE


def _place(owner: ObjectiveOwner) -> dict[str, object]:
    """Where the entry waits; empty where nobody here answers: a mere name, a group without a chair."""
    if owner.seat_id:
        return {"seat_id": owner.seat_id}
    if owner.organisation_id:
        return _with_organisation(owner.organisation_id, owner.partnership_id)
    chair = chair_of(owner.group_id) if owner.group_id else None
    return {"seat_id": chair} if chair else {}


def _with_organisation(organisation_id: int, partnership_id: int) -> dict[str, object]:
    """Those who speak for it; empty where it has nobody here who does."""
    if not someone_answers_for(organisation_id, partnership_id):
        return {}
    return {"organisation_id": organisation_id, "roles": who.ANSWERS_FOR_ORGANISATION}


def follow_the_chair(group_id: int, *, by) -> None:
    """What waits for a group's chair goes to whoever chairs it now, or to the managers."""
    owned = Objective.objects.filter(owners__group_id=group_id, partnership_id=by.partnership_id)
    for objective in owned.select_related("plan").prefetch_related("owners"):
        set_one(objective, by=by)


def _set(about: str, objective: Objective, due_on: date, place: dict, *, by) -> None:
    clocks.set_due(
        about,
        title=f"Business plan objective {objective.number}: {objective.text}",
        due_on=due_on,
        page="business_plan:objective",
        page_kwargs={"pk": objective.pk},
        partnership_id=objective.partnership_id,
        by=by,
        **place,
    )
