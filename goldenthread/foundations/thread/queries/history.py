"""Everything that happened to an action, a recommendation or a finding, newest first, in one query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, CharField, F, Model, QuerySet, Value
from django.db.models.functions import Cast

from goldenthread.foundations.thread.models import (
    Action,
    ActionMove,
    Evidence,
    Extension,
    Finding,
    ProgressNote,
    RatingChange,
    Recommendation,
    RecommendationMove,
    Sight,
    TestInPractice,
    Wording,
)

MOST = 500
COLUMNS = (
    "line_what",
    "line_number",
    "at",
    "by",
    "person_id",
    "line_said",
    "line_more",
    "line_state",
    "line_document",
)


@dataclass(frozen=True)
class Happened:
    """One line of the history. `what` names the kind of row; `said` and `more` are its words."""

    what: str
    number: int
    at: datetime
    by: str
    person_id: int | None
    said: str
    more: str
    state: str
    document_id: int | None


def history_of(thing: Action | Recommendation | Finding) -> list[Happened]:
    first, *others = PARTS[type(thing)](thing)
    rows = first.union(*others, all=True).order_by("-at", "-line_number")[:MOST]
    return [Happened(*row) for row in rows]


def _of_action(action: Action) -> list[QuerySet]:
    about = {"action": action}
    return [
        _lines("note", ProgressNote, about, said="text"),
        _lines("move", ActionMove, about, said="reason", more="was", state="now"),
        _lines("evidence", Evidence, about, said="text", more="address", document="document_id"),
        _lines("sight", Sight, about, said="said", state="enough"),
        _lines("rating", RatingChange, about, said="reason", state="rating"),
        _lines("extension", Extension, about, said="reason", more="wanted_on", state="granted"),
    ]


def _of_recommendation(recommendation: Recommendation) -> list[QuerySet]:
    about = {"recommendation": recommendation}
    return [
        _lines("move", RecommendationMove, about, said="reason", more="was", state="now"),
        _lines("evidence", Evidence, about, said="text", more="address", document="document_id"),
        _lines("sight", Sight, about, said="said", state="enough"),
        _lines("test", TestInPractice, about, said="seen", more="method", state="result"),
        _lines("wording", Wording, about, said="text", more="reason"),
    ]


def _of_finding(finding: Finding) -> list[QuerySet]:
    return [_lines("wording", Wording, {"finding": finding}, said="text", more="reason")]


PARTS: dict[type[Model], Callable[[Any], list[QuerySet]]] = {
    Action: _of_action,
    Recommendation: _of_recommendation,
    Finding: _of_finding,
}


def _lines(
    what: str,
    model: type[Model],
    about: dict,
    *,
    said: str,
    more: str = "",
    state: str = "",
    document: str = "",
) -> QuerySet:
    """The rows of one table in the columns that all share."""
    nobody = Cast(Value(None), BigIntegerField())
    columns = {
        "line_what": Value(what, output_field=CharField()),
        "line_number": F("pk"),
        "line_said": F(said),
        "line_more": _text(more),
        "line_state": _text(state),
        "line_document": F(document) if document else nobody,
    }
    rows = model._default_manager.filter(**about).order_by().annotate(**columns)
    return rows.values_list(*COLUMNS)


def _text(field: str):
    return Cast(field, CharField()) if field else Value("", output_field=CharField())
