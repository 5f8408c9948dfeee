"""The history of an action or a recommendation as lines that a person would write."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread.queries.history import Happened
from goldenthread.foundations.thread.rules import ACTION, RECOMMENDATION
from goldenthread.foundations.thread.rules.kinds import RESULTS_IN_WORDS, TestResult
from goldenthread.kernel.workflow import Workflow


@dataclass(frozen=True)
class Line:
    title: str
    at: datetime
    by: str
    text: str
    address: str
    document_id: int | None
    tone: str


def lines(happened: Iterable[Happened], workflow: Workflow) -> list[Line]:
    return [_line(one, workflow) for one in happened]


def of_action(happened: Iterable[Happened]) -> list[Line]:
    return lines(happened, ACTION)


def of_recommendation(happened: Iterable[Happened]) -> list[Line]:
    return lines(happened, RECOMMENDATION)


def evidence_given(happened: Iterable[Happened], workflow: Workflow) -> list[Line]:
    """What somebody who is asked whether the evidence is enough must have before their eyes."""
    return lines((one for one in happened if one.what == "evidence"), workflow)


def _line(one: Happened, workflow: Workflow) -> Line:
    title = TITLES[one.what](one, workflow)
    address = one.more if one.what == "evidence" else ""
    said = f"It said: {one.said}" if one.what == "wording" else one.said
    return Line(title, one.at, one.by, said, address, one.document_id, _tone(one))


def _tone(one: Happened) -> str:
    """What somebody other than the owner saw stands out."""
    return "good" if one.what in ("sight", "test") else ""


def _move(one: Happened, workflow: Workflow) -> str:
    now = workflow.label(one.state)
    return f"{workflow.label(one.more)} → {now}" if one.more else f"Recorded: {now.lower()}"


def _sight(one: Happened, workflow: Workflow) -> str:
    return "Evidence seen" if one.state == "true" else "Evidence seen, and not enough"


def _extension(one: Happened, workflow: Workflow) -> str:
    answers = {"true": "agreed", "false": "refused"}
    wanted = day(date.fromisoformat(one.more))
    return f"More time asked for, to {wanted}: {answers.get(one.state, 'not yet answered')}"


def _rating(one: Happened, workflow: Workflow) -> str:
    return f"Rating set to {one.state}" if one.state else "Rating given back to the dates"


def _test(one: Happened, workflow: Workflow) -> str:
    return f"Tested in practice by {one.more}. {RESULTS_IN_WORDS[TestResult(one.state)]}"


TITLES = {
    "note": lambda one, workflow: "Progress",
    "move": _move,
    "evidence": lambda one, workflow: "Evidence given",
    "sight": _sight,
    "rating": _rating,
    "extension": _extension,
    "test": _test,
    "wording": lambda one, workflow: f"Reworded: {one.more}",
}
