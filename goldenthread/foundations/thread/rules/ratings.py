"""The rating of an action (red, amber, green…), worked out from its stage, due date and last progress.

The first line of the table that fits decides. `queries/ratings.py` says the same table in SQL, so
that the tracker can filter by it; a test holds the two together.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.kernel.ratings import Rag, Rating, Thresholds, days, newest_edition

SHIPPED = Path(__file__).parent / "editions" / "ratings.toml"


IN_WORDS = {
    Rag.RED: "Red: overdue",
    Rag.AMBER: "Amber: at risk",
    Rag.GREEN: "Green: on track",
    Rag.BLUE: "Blue: complete",
    Rag.GREY: "Grey: not due or closed",
}
MAY_BE_SAID = (Rag.RED, Rag.AMBER, Rag.GREEN)


@dataclass(frozen=True)
class Standing:
    """What the rating is worked out from. `heard_on` is the last progress, else when it was recorded."""

    stage: str
    due_on: date | None
    heard_on: date
    said: str = ""
    why_said: str = ""


@lru_cache(maxsize=1)
def shipped() -> Thresholds:
    """The newest shipped edition."""
    return newest_edition(SHIPPED)


def rate(standing: Standing, thresholds: Thresholds, today: date) -> Rating:
    """The rating, and a sentence that says why."""
    settled = _settled(standing)
    if settled:
        return settled
    if standing.due_on is None:
        return Rating(Rag.AMBER, "No due date")
    left = (standing.due_on - today).days
    if left < 0:
        return Rating(Rag.RED, f"Overdue by {days(-left)}")
    soon = left <= thresholds.soon_days
    if standing.stage == ActionStage.NOT_STARTED:
        why = f"Not started, due {_in_days(left)}"
        return Rating(Rag.AMBER if soon else Rag.GREY, why)
    quiet = (today - standing.heard_on).days
    if quiet > thresholds.quiet_days:
        return Rating(Rag.AMBER, f"No progress told for {days(quiet)}")
    return Rating(Rag.GREEN, f"Due {_in_days(left)}")


def _settled(standing: Standing) -> Rating | None:
    """Stages and words that decide without looking at the calendar."""
    if standing.stage == ActionStage.COMPLETE:
        return Rating(Rag.BLUE, "Evidence seen")
    if standing.stage == ActionStage.CLOSED:
        return Rating(Rag.GREY, "Closed without completing")
    if standing.said:
        return Rating(Rag(standing.said), f"Set by hand: {standing.why_said}")
    if standing.stage == ActionStage.REPORTED_DONE:
        return Rating(Rag.GREEN, "Reported done; evidence to be seen")
    return None


def _in_days(left: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
