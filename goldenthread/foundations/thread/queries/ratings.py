"""The table of rules/ratings.py again, in SQL, so that the tracker can filter and count by it."""

from datetime import date, timedelta

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When

from goldenthread.foundations.thread.models import Action
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.ratings import (
    Rag,
    Rating,
    Standing,
    Thresholds,
    rate,
)


def with_rating(actions: QuerySet[Action], thresholds: Thresholds, today: date):
    """Each action with its `rag`, by the first line that fits."""
    soon = today + timedelta(days=thresholds.soon_days)
    quiet = today - timedelta(days=thresholds.quiet_days)
    not_started = Q(stage=ActionStage.NOT_STARTED)
    lines = [
        (Q(stage=ActionStage.COMPLETE), Rag.BLUE),
        (Q(stage=ActionStage.CLOSED), Rag.GREY),
        (~Q(said_rating=""), F("said_rating")),
        (Q(stage=ActionStage.REPORTED_DONE), Rag.GREEN),
        (Q(due_on__isnull=True), Rag.AMBER),
        (Q(due_on__lt=today), Rag.RED),
        (not_started & Q(due_on__lte=soon), Rag.AMBER),
        (not_started, Rag.GREY),
        (Q(heard_on__lt=quiet), Rag.AMBER),
    ]
    whens = [When(test, then=rag if isinstance(rag, F) else Value(rag)) for test, rag in lines]
    case = Case(*whens, default=Value(Rag.GREEN), output_field=CharField())
    return actions.annotate(rag=case)


def rating_of(action: Action, thresholds: Thresholds, today: date) -> Rating:
    standing = Standing(
        action.stage, action.due_on, action.heard_on, action.said_rating, action.why_said
    )
    return rate(standing, thresholds, today)
