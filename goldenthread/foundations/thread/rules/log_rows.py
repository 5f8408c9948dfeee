"""What a row of an imported log becomes. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.foundations.thread.rules.action_stages import SETTLED, ActionStage
from goldenthread.foundations.thread.rules.ratings import MAY_BE_SAID, Rag

CLOSED_THERE = "Closed in the log it came from; no evidence was seen here"
AS_RATED = "As rated in the imported log"
LEFT_THERE = "Said to be no longer needed in the log it came from"


@dataclass(frozen=True)
class Arrival:
    """The stage that an imported action starts in, and the reason kept with its first move."""

    stage: ActionStage
    reason: str = ""


def arrival(values: dict[str, Any], *, done_is_closed: bool) -> Arrival:
    """What the log says is done is never complete here: nobody here has seen the evidence."""
    status = values.get("status")
    if status == "closed":
        return Arrival(ActionStage.CLOSED, LEFT_THERE)
    if status == "complete" or (status is None and _looks_done(values)):
        if done_is_closed:
            return Arrival(ActionStage.CLOSED, CLOSED_THERE)
        return Arrival(ActionStage.REPORTED_DONE)
    if status in ("in_progress", "overdue") or (status is None and values.get("progress")):
        return Arrival(ActionStage.IN_PROGRESS)
    return Arrival(ActionStage.NOT_STARTED)


def _looks_done(values: dict[str, Any]) -> bool:
    finished = values.get("completed_on")
    return values.get("rag") == "blue" or (isinstance(finished, date))


def kept_rating(values: dict[str, Any], stage: str, worked_out: Rag) -> str:
    """The log's own rating where dates and stage say another; "" where they agree or it says nothing.

    Blue and grey are stages here, not ratings that somebody sets.
    """
    said = values.get("rag")
    if stage in SETTLED or said not in MAY_BE_SAID or said == worked_out:
        return ""
    return str(said)


# How a stage is written in the status column of an exported log; reading it back gives the same.
STATUS_WORDS = {
    ActionStage.NOT_STARTED: "Not started",
    ActionStage.IN_PROGRESS: "In progress",
    ActionStage.REPORTED_DONE: "Done",
    ActionStage.COMPLETE: "Complete",
    ActionStage.CLOSED: "No longer required",
}
