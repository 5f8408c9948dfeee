"""The thread of one thing: from a finding forward to its impact, from an action back to its sources."""

from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.foundations.thread.models import (
    Action,
    Evidence,
    Finding,
    Recommendation,
    RecommendationSource,
    TestInPractice,
)
from goldenthread.foundations.thread.queries.actions import actions_seen_by
from goldenthread.foundations.thread.queries.findings import findings_seen_by
from goldenthread.foundations.thread.queries.recommendations import recommendations_seen_by

MOST = 40


@dataclass(frozen=True)
class Woven:
    """Everything on the thread, and which finding led to which recommendation."""

    findings: list[Finding]
    recommendations: list[Recommendation]
    actions: list[Action]
    evidence: list[Evidence]
    tests: list[TestInPractice]
    led: list[tuple[int, int]]


def woven_around(kind: str, pk: int, member) -> Woven:
    """Around "finding", "recommendation" or "action". Empty where the member may not see it."""
    advice = _recommendations(kind, pk, member)
    lone = actions_seen_by(member).filter(pk=pk) if kind == "action" else None
    ids = list(advice.order_by("made_on", "pk").values_list("pk", flat=True)[:MOST])
    links = RecommendationSource.objects.filter(recommendation_id__in=ids)
    led = list(links.values_list("finding_id", "recommendation_id"))
    found = findings_seen_by(member).filter(pk__in={finding for finding, _ in led})
    if kind == "finding":
        found = found | findings_seen_by(member).filter(pk=pk)
    done = actions_seen_by(member).filter(recommendation_id__in=ids)
    actions = list((done | lone if lone is not None else done).order_by("due_on", "pk")[:MOST])
    return Woven(
        findings=list(found.order_by("found_on", "pk")[:MOST]),
        recommendations=list(recommendations_seen_by(member).filter(pk__in=ids)),
        actions=actions,
        evidence=_evidence(actions, ids),
        tests=list(TestInPractice.objects.filter(recommendation_id__in=ids)[:MOST]),
        led=led,
    )


def _recommendations(kind: str, pk: int, member) -> QuerySet[Recommendation]:
    seen = recommendations_seen_by(member)
    if kind == "finding":
        behind = RecommendationSource.objects.filter(finding_id=pk)
        return seen.filter(pk__in=behind.values("recommendation_id"))
    if kind == "action":
        return seen.filter(pk__in=actions_seen_by(member).filter(pk=pk).values("recommendation_id"))
    return seen.filter(pk=pk)


def _evidence(actions: list[Action], recommendations: list[int]) -> list[Evidence]:
    of_actions = Evidence.objects.filter(action__in=[action.pk for action in actions])
    of_advice = Evidence.objects.filter(recommendation_id__in=recommendations)
    return list((of_actions | of_advice).order_by("at")[:MOST])
