"""How many recommendations were tested in practice, and for how many practice had changed."""

from dataclasses import dataclass

from django.db.models import Count, Q

from goldenthread.foundations.people.members import Member
from goldenthread.foundations.thread.models import TestInPractice
from goldenthread.foundations.thread.rules.kinds import TestMethod, TestResult

PASSED = Q(result=TestResult.PASSED)
BY_CHILDREN = Q(method=TestMethod.CHILDREN)


@dataclass(frozen=True)
class Changed:
    """Recommendations, each counted once in each number."""

    tested: int
    passed: int
    asked_children: int
    children_agreed: int


def changed_here(member: Member) -> Changed:
    """Counts for anyone with a seat here: no recommendation is named. One query."""
    tests = TestInPractice.objects.filter(partnership=member.partnership_id).order_by()
    return Changed(
        **tests.aggregate(
            tested=_recommendations(),
            passed=_recommendations(PASSED),
            asked_children=_recommendations(BY_CHILDREN),
            children_agreed=_recommendations(BY_CHILDREN & PASSED),
        )
    )


def _recommendations(which: Q | None = None) -> Count:
    return Count("recommendation", distinct=True, filter=which)
