"""The tables of the business plan, one file a noun."""

from goldenthread.capabilities.business_plan.models.ballots import (
    Area,
    Ballot,
    Paper,
    PaperLine,
    Voter,
)
from goldenthread.capabilities.business_plan.models.history import (
    PlanMove,
    Progress,
    RatingRow,
)
from goldenthread.capabilities.business_plan.models.incoming import IncomingPlan
from goldenthread.capabilities.business_plan.models.links import ObjectiveLink
from goldenthread.capabilities.business_plan.models.plans import (
    Objective,
    ObjectiveOwner,
    Plan,
    Priority,
)
from goldenthread.capabilities.business_plan.models.themes import (
    LinkedBoard,
    SharedTheme,
    ThemeReport,
)

__all__ = [
    "Area",
    "Ballot",
    "IncomingPlan",
    "LinkedBoard",
    "Objective",
    "ObjectiveLink",
    "ObjectiveOwner",
    "Paper",
    "PaperLine",
    "Plan",
    "PlanMove",
    "Priority",
    "Progress",
    "RatingRow",
    "SharedTheme",
    "ThemeReport",
    "Voter",
]
