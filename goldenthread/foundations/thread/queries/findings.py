"""Which findings the one who asks may see."""

from django.db.models import QuerySet

from goldenthread.foundations.thread.models import Finding, RecommendationSource
from goldenthread.foundations.thread.queries.recommendations import recommendations_seen_by
from goldenthread.foundations.thread.rules import who


def findings_seen_by(member) -> QuerySet[Finding]:
    """All of the partnership's, or those that led to what the member's organisation was asked."""
    everything = Finding.objects.filter(partnership_id=member.partnership_id)
    if member.has(*who.READS_ALL):
        return everything
    if member.has(*who.READS_OWN):
        behind = RecommendationSource.objects.filter(
            recommendation__in=recommendations_seen_by(member)
        )
        return everything.filter(pk__in=behind.values("finding_id"))
    return everything.none()


def finding_seen_by(member) -> QuerySet[Finding]:
    return findings_seen_by(member).select_related("organisation")
