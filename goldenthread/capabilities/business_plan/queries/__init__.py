"""Everything that is read of the business plan, one file a noun. Each query starts from who asks."""

from goldenthread.capabilities.business_plan.queries.ballots import (
    ballot_seen_by,
    ballots_seen_by,
    has_voted,
    turnout,
)
from goldenthread.capabilities.business_plan.queries.objectives import (
    last_progress,
    objective_seen_by,
    objectives_of,
    objectives_seen_by,
    tallies,
)
from goldenthread.capabilities.business_plan.queries.plans import (
    as_at,
    current_plan,
    plan_seen_by,
    plans_seen_by,
    priorities_of,
)
from goldenthread.capabilities.business_plan.queries.themes import theme_seen_by, themes_seen_by

__all__ = [
    "as_at",
    "ballot_seen_by",
    "ballots_seen_by",
    "current_plan",
    "has_voted",
    "last_progress",
    "objective_seen_by",
    "objectives_of",
    "objectives_seen_by",
    "plan_seen_by",
    "plans_seen_by",
    "priorities_of",
    "tallies",
    "theme_seen_by",
    "themes_seen_by",
    "turnout",
]
