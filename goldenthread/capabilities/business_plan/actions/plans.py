from datetime import date

from django.db import transaction

from goldenthread.capabilities.business_plan import permissions
from goldenthread.capabilities.business_plan.actions import due
from goldenthread.capabilities.business_plan.models import Ballot, Plan, PlanMove, Priority
from goldenthread.capabilities.business_plan.rules import PLAN, numbering
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def make_plan(
    *,
    title: str,
    starts_on: date,
    ends_on: date,
    source: str = "",
    ballot: Ballot | None = None,
    by,
) -> Plan:
    insist(permissions.may_type(by))
    plan = Plan.objects.create(
        partnership_id=by.partnership_id,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        source=source,
        ballot=ballot,
    )
    trail.record(by=by, did="started a business plan", to=plan)
    return plan


@transaction.atomic
def change_plan(*, plan: Plan, by, **fields) -> None:
    """Title, dates and source."""
    insist(permissions.may_edit(by, plan))
    for name, value in fields.items():
        setattr(plan, name, value)
    plan.save(update_fields=list(fields))
    trail.record(by=by, did="changed a business plan", to=plan, fields=sorted(fields))


@transaction.atomic
def take_step(step: str, *, plan: Plan, reason: str = "", by) -> None:
    """Move a plan from stage to stage. What is due follows: only a plan in force makes anything due."""
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    insist(permissions.may_take(step, by, plan))
    insist(PLAN.heard(reason, for_step=step, at=plan.stage))
    was, plan.stage = plan.stage, PLAN.after(step, at=plan.stage)
    plan.save(update_fields=["stage"])
    PlanMove.objects.create(
        partnership_id=plan.partnership_id,
        plan=plan,
        step=step,
        was=was,
        now=plan.stage,
        reason=reason,
        by=by.described,
        seat_id=by.seat_id,
    )
    due.set_all(plan, by=by)
    trail.record(by=by, did=f"plan: {step}", to=plan, was=was, now=plan.stage)


@transaction.atomic
def add_priority(
    *, plan: Plan, number: str, title: str, aim: str = "", strategic_link: str = "", by
) -> Priority:
    insist(permissions.may_edit(by, plan))
    priority = Priority.objects.create(
        partnership_id=plan.partnership_id,
        plan=plan,
        number=number,
        place=numbering.place(number),
        title=title,
        aim=aim,
        strategic_link=strategic_link,
    )
    trail.record(by=by, did="added a priority", to=priority)
    return priority


@transaction.atomic
def change_priority(*, priority: Priority, by, **fields) -> None:
    insist(permissions.may_edit(by, priority.plan))
    for name, value in fields.items():
        setattr(priority, name, value)
    priority.place = numbering.place(priority.number)
    priority.save(update_fields=[*fields, "place"])
    trail.record(by=by, did="changed a priority", to=priority, fields=sorted(fields))
