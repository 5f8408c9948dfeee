"""What the analyst says of an extract, since nothing in it does."""

from dataclasses import dataclass
from datetime import date

from goldenthread.engine.indicators.extracts.visits_due import TEN_WORKING_DAYS, Standard


@dataclass(frozen=True)
class Asked:
    """The day on which it was drawn, and how often a child on a plan is to be visited."""

    as_at: date | None = None
    standard: Standard = TEN_WORKING_DAYS
