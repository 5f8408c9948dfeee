from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from goldenthread.capabilities.business_plan.models import (
    Objective,
    ObjectiveOwner,
    Plan,
    Progress,
    RatingRow,
)
from goldenthread.capabilities.business_plan.rules.ratings import NOT_RATED, Rag

OWNERS = Prefetch(
    "owners",
    queryset=ObjectiveOwner.objects.select_related("group", "organisation", "seat__person"),
)


def objectives_seen_by(member) -> QuerySet[Objective]:
    own = Objective.objects.filter(partnership_id=member.partnership_id)
    return own.select_related("priority", "plan").prefetch_related(OWNERS)


def objective_seen_by(member, pk: int) -> Objective | None:
    return objectives_seen_by(member).filter(pk=pk).first()


def objectives_of(plan: Plan) -> QuerySet[Any]:
    """Those of one plan in their order, each with the newest line of progress told."""
    newest = Progress.objects.filter(objective=OuterRef("pk")).order_by("-at", "-pk")
    own = Objective.objects.filter(partnership_id=plan.partnership_id, plan=plan)
    told = own.annotate(last_told=Subquery(newest.values("text")[:1]))
    return told.select_related("priority").prefetch_related(OWNERS)


def is_late(as_at: date) -> Q:
    return Q(due_on__lt=as_at) & ~Q(rating=Rag.BLUE)


def tallies(plan: Plan, as_at: date) -> list[dict[str, Any]]:
    """Per priority: how many objectives, how many of each rating, how many late. One query."""
    late = Count(
        "objectives", filter=Q(objectives__due_on__lt=as_at) & ~Q(objectives__rating="blue")
    )
    ratings = {
        rag or "unrated": Count("objectives", filter=Q(objectives__rating=rag))
        for rag in (*Rag, NOT_RATED)
    }
    counted = plan.priorities.annotate(all=Count("objectives"), late=late, **ratings)
    return list(
        counted.order_by("place", "pk").values(
            "pk", "number", "title", "aim", "strategic_link", "all", "late", *map(str, ratings)
        )
    )


def late_of(plan: Plan, as_at: date) -> QuerySet[Any]:
    return objectives_of(plan).filter(is_late(as_at)).order_by("due_on", "place")


def next_due_of(plan: Plan, as_at: date) -> QuerySet[Any]:
    coming = objectives_of(plan).filter(due_on__gte=as_at).exclude(rating=Rag.BLUE)
    return coming.order_by("due_on", "place")


def last_progress(objective: Objective) -> Progress | None:
    return objective.progress.first()


def progress_of(objective: Objective) -> QuerySet[Progress]:
    return objective.progress.select_related("document")


def ratings_of(objective: Objective) -> QuerySet[RatingRow]:
    return objective.ratings.all()


def number_is_taken(plan: Plan, number: str, *, besides: Objective | None) -> bool:
    others = Objective.objects.filter(plan=plan, number=number)
    return others.exclude(pk=besides.pk if besides else 0).exists()
