"""Take a plan in from a file: all of it or nothing, and the same file twice changes nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from goldenthread.capabilities.business_plan import permissions
from goldenthread.capabilities.business_plan.actions import due, objectives, plans
from goldenthread.capabilities.business_plan.models import (
    IncomingPlan,
    Objective,
    Plan,
    Priority,
    Progress,
    RatingRow,
)
from goldenthread.capabilities.business_plan.queries.importing import Change, Does, changes_of
from goldenthread.capabilities.business_plan.queries.plans import plan_called
from goldenthread.capabilities.business_plan.rules import numbering
from goldenthread.capabilities.business_plan.rules.plan_file.reading import (
    ReadPlan,
    read_plan,
    tables_in,
)
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.trail import actions as trail

DONE_WITH = "This file has been brought in or put aside already, perhaps in another window."


class NotKept(Exception):
    """Something in the file must be put right first. Nothing was kept."""


@transaction.atomic
def receive(
    *,
    name: str,
    content: bytes,
    plan: Plan | None,
    title: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    by,
) -> IncomingPlan:
    """Keep an uploaded file until its preview is confirmed; it is for `plan`, or for a new one.

    Raises Unreadable, and keeps nothing, for a file that holds no table.
    """
    insist(permissions.may_edit(by, plan) if plan else permissions.may_type(by))
    tables_in(content, name)
    incoming = IncomingPlan.objects.create(
        partnership_id=by.partnership_id,
        name=name[:200],
        content=content,
        plan=plan,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        by=by.described,
        seat_id=by.seat_id,
    )
    trail.record(by=by, did="gave a plan's file for preview", to=incoming)
    return incoming


@transaction.atomic
def choose_columns(*, incoming: IncomingPlan, mapping: dict[str, str], by) -> None:
    insist(permissions.may_type(by))
    incoming.mapping = mapping
    incoming.save(update_fields=["mapping"])
    trail.record(by=by, did="chose a file's columns", to=incoming)


@transaction.atomic
def drop(*, incoming: IncomingPlan, by) -> None:
    insist(permissions.may_type(by))
    trail.record(by=by, did="put a plan's file aside", to=incoming)
    incoming.delete()


@transaction.atomic
def remove_unconfirmed(before: datetime, *, by) -> int:
    """Remove the files given before then to which nobody said yes. For the machine; how many went."""
    old = IncomingPlan.objects.filter(partnership_id=by.partnership_id, at__lt=before)
    waiting = list(old.select_for_update(of=("self",), skip_locked=True).only("pk"))
    for incoming in waiting:
        trail.record(by=by, did="removed a plan's file that waited too long", to=incoming)
        incoming.delete()
    return len(waiting)


@transaction.atomic
def keep(*, incoming: IncomingPlan, by) -> tuple[Plan, Counter[Does]]:
    """Take the file in, whole. Raises NotKept, having kept nothing, if anything is wrong with it."""
    locked = IncomingPlan.objects.select_for_update(of=("self",)).select_related("plan")
    held = locked.filter(pk=incoming.pk).first()
    if held is None:
        raise PermissionDenied(DONE_WITH)
    incoming = held
    read = read_plan(bytes(incoming.content), incoming.name, incoming.mapping or None)
    plan = incoming.plan or plan_called(by, incoming.title) or _new(incoming, by=by)
    counted = take_in(read, plan=plan, name=incoming.name, by=by)
    incoming.delete()
    return plan, counted


def _new(incoming: IncomingPlan, *, by) -> Plan:
    if not (incoming.starts_on and incoming.ends_on):
        raise NotKept("The new plan has no dates")
    return plans.make_plan(
        title=incoming.title,
        starts_on=incoming.starts_on,
        ends_on=incoming.ends_on,
        source=incoming.name,
        by=by,
    )


@transaction.atomic
def take_in(read: ReadPlan, *, plan: Plan, name: str, by) -> Counter[Does]:
    """What the rows say, into the plan. Called again with the same file it changes nothing."""
    insist(permissions.may_edit(by, plan))
    if read.errors or read.needs_columns or not read.rows:
        raise NotKept("; ".join(str(message) for message in read.errors) or "Nothing to take in")
    Plan.objects.select_for_update().get(pk=plan.pk)
    changes = changes_of(read, plan, plan.partnership_id)
    counted = Counter(change.does for change in changes)
    if counted[Does.ADDS] or counted[Does.CHANGES]:
        _write(changes, plan, name, by=by)
        marks = {does.value: number for does, number in counted.items()}
        trail.record(by=by, did="brought a plan in", to=plan, **marks)
    return counted


def _write(changes: Sequence[Change], plan: Plan, name: str, *, by) -> None:
    priorities = {priority.number: priority for priority in plan.priorities.all()}
    for change in changes:
        if change.does is not Does.NOTHING:
            priority = _priority(change, priorities, plan)
            _told(_objective(change, priority, by=by), change, name, by=by)


def _priority(change: Change, priorities: dict[str, Priority], plan: Plan) -> Priority:
    number = change.row.priority_number
    priority = priorities.get(number) or Priority(
        partnership_id=plan.partnership_id, plan=plan, number=number, place=numbering.place(number)
    )
    for field, said in change.of_priority.items():
        setattr(priority, field, said)
    if change.of_priority or priority.pk is None:
        priority.save()
    priorities[number] = priority
    return priority


def _objective(change: Change, priority: Priority, *, by) -> Objective:
    number = change.row.number
    objective = change.objective or Objective(
        partnership_id=priority.partnership_id,
        plan=priority.plan,
        number=number,
        place=numbering.place(number),
    )
    objective.priority = priority
    for field, said in change.fields.items():
        setattr(objective, field, said)
    if change.rating:
        objective.rating = change.rating
    if change.progress:
        objective.heard_on = today()
    objective.save()
    return objective


def _told(objective: Objective, change: Change, name: str, *, by) -> None:
    """Owners, progress and rating, and then what is due."""
    signed = {"partnership_id": objective.partnership_id, "objective": objective}
    signed |= {"by": by.described, "seat_id": by.seat_id}
    if change.owners is not None:
        objectives.set_owners(objective, change.owners, by=by)
    if change.progress:
        Progress.objects.create(text=change.progress, **signed)
    if change.rating:
        RatingRow.objects.create(rating=change.rating, why=f"As in {name}", **signed)
    due.set_one(objective, by=by)
