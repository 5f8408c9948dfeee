"""What a row of an imported log becomes. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.foundations.thread.rules.action_stages import ActionStage

CLOSED_THERE = "Closed in the log it came from; no evidence was seen here"
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


# How a stage is written in the status column of an exported log; reading it back gives the same.
STATUS_WORDS = {
    ActionStage.NOT_STARTED: "Not started",
    ActionStage.IN_PROGRESS: "In progress",
    ActionStage.REPORTED_DONE: "Done",
    ActionStage.COMPLETE: "Complete",
    ActionStage.CLOSED: "No longer required",
}
