from datetime import date

from django.db.models import Count, Q, QuerySet

from goldenthread.capabilities.business_plan.models import IncomingPlan, Plan, Priority
from goldenthread.capabilities.business_plan.rules import Stage
from goldenthread.capabilities.business_plan.rules.ratings import NOT_RATED, Rag


def plans_seen_by(member) -> QuerySet[Plan]:
    """Whoever sits at the table sees every plan of the partnership, newest first."""
    return Plan.objects.filter(partnership_id=member.partnership_id)


def plan_seen_by(member, pk: int) -> Plan | None:
    return plans_seen_by(member).filter(pk=pk).first()


def plan_called(member, title: str) -> Plan | None:
    return plans_seen_by(member).filter(title=title).first()


def current_plan(member) -> Plan | None:
    """The plan in force; of several the newest."""
    return plans_seen_by(member).filter(stage=Stage.CURRENT).first()


def with_counts(plans: QuerySet[Plan]):
    """Each plan with how many objectives it has, how many are complete and how many were never rated."""
    return plans.annotate(
        objectives_count=Count("objectives"),
        complete_count=Count("objectives", filter=Q(objectives__rating=Rag.BLUE)),
        unrated_count=Count("objectives", filter=Q(objectives__rating=NOT_RATED)),
    )


def as_at(plan: Plan, today: date) -> date:
    """The day a plan is judged at: today, or the day it ended once it has."""
    return min(today, plan.ends_on) if plan.stage == Stage.ENDED else today


def priorities_of(plan: Plan) -> QuerySet[Priority]:
    return Priority.objects.filter(partnership_id=plan.partnership_id, plan=plan)


def priority_seen_by(member, pk: int) -> Priority | None:
    own = Priority.objects.filter(partnership_id=member.partnership_id, pk=pk)
    return own.select_related("plan").first()


def incoming(member, pk: int) -> IncomingPlan | None:
    own = IncomingPlan.objects.filter(partnership_id=member.partnership_id, pk=pk)
    return own.select_related("plan").first()
