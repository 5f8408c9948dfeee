"""Everything that is read of the thread, one file a noun. Each query starts from who asks."""

from goldenthread.foundations.thread.queries.actions import (
    action_seen_by,
    actions_asked_of,
    actions_seen_by,
    evidence_givers,
    texts_of,
)
from goldenthread.foundations.thread.queries.findings import finding_seen_by, findings_seen_by
from goldenthread.foundations.thread.queries.recommendations import (
    recommendation_seen_by,
    recommendations_seen_by,
    standing_of,
)
from goldenthread.foundations.thread.queries.settings import schedule_of, thresholds_of
from goldenthread.foundations.thread.queries.themes import themes_of

__all__ = [
    "action_seen_by",
    "actions_asked_of",
    "actions_seen_by",
    "evidence_givers",
    "finding_seen_by",
    "findings_seen_by",
    "recommendation_seen_by",
    "recommendations_seen_by",
    "schedule_of",
    "standing_of",
    "texts_of",
    "themes_of",
    "thresholds_of",
]
