"""Which recommendations the one who asks may see, and how one stands."""

from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.foundations.thread.models import (
    Action,
    Evidence,
    Recommendation,
    TestInPractice,
)
from goldenthread.foundations.thread.queries.actions import actions_seen_by
from goldenthread.foundations.thread.rules import who
from goldenthread.foundations.thread.rules.action_stages import OPEN
from goldenthread.foundations.thread.rules.kinds import TestResult
from goldenthread.kernel.decision import YES, Decision, no


def recommendations_seen_by(member) -> QuerySet[Recommendation]:
    """All of the partnership's, or those behind what the member's organisation was asked."""
    everything = Recommendation.objects.filter(partnership_id=member.partnership_id)
    if member.has(*who.READS_ALL):
        return everything
    if member.has(*who.READS_OWN):
        theirs = actions_seen_by(member).values("recommendation_id")
        owned = everything.filter(owner_organisation_id=member.organisation_id)
        return everything.filter(pk__in=theirs) | owned
    return everything.none()


def recommendation_seen_by(member) -> QuerySet[Recommendation]:
    return recommendations_seen_by(member).select_related(
        "owner_group", "owner_organisation", "owner_seat__person", "led_to", "repeats"
    )


@dataclass(frozen=True)
class RecommendationStanding:
    """What decides whether it may move on."""

    actions: int
    open_actions: int
    evidence_given_by: list[int | None]
    last_result: str

    @property
    def all_actions_settled(self) -> Decision:
        if not self.actions:
            return no("It has no action yet. Set one, or close it with a reason")
        if self.open_actions:
            count = "1 action is" if self.open_actions == 1 else f"{self.open_actions} actions are"
            return no(f"{count} still open. Evidence must be seen of each, or each closed")
        return YES

    @property
    def last_test_passed(self) -> Decision:
        if self.last_result == TestResult.PASSED:
            return YES
        return no("Only a passed test in practice shows that it is embedded")


def standing_of(recommendation: Recommendation) -> RecommendationStanding:
    """How it stands now; call it with the row locked when it decides a change."""
    stages = list(
        Action.objects.filter(recommendation=recommendation).values_list("stage", flat=True)
    )
    evidence = Evidence.objects.filter(recommendation=recommendation) | Evidence.objects.filter(
        action__recommendation=recommendation
    )
    last = TestInPractice.objects.filter(recommendation=recommendation)
    return RecommendationStanding(
        actions=len(stages),
        open_actions=sum(stage in OPEN for stage in stages),
        evidence_given_by=list(evidence.values_list("person_id", flat=True)),
        last_result=last.order_by("-at", "-pk").values_list("result", flat=True).first() or "",
    )
