"""The tracker as rows of a log: in the shape of one that was brought in, or in our own.

A field whose value is what it was when the row came in goes out exactly as it came.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from goldenthread.engine.intake.action_log import FIELDS
from goldenthread.engine.intake.export import Kept, Shape, from_json
from goldenthread.foundations.thread.models import (
    Action,
    ActionLog,
    ProgressNote,
    RecommendationTheme,
)
from goldenthread.foundations.thread.queries.ratings import rating_of
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.log_rows import STATUS_WORDS
from goldenthread.foundations.thread.rules.ratings import Thresholds
from goldenthread.foundations.thread.rules.themes import Theme

AT_A_TIME = 500
OWN = Shape([one.title for one in FIELDS], {one.title: one.name for one in FIELDS}, FIELDS)


def shape_of(log: ActionLog | None) -> Shape:
    """The headings in their order and the field that each fed; without a log, our own."""
    return Shape(log.header, log.mapping, FIELDS) if log else OWN


def said_of(action: Action, *, progress: str) -> dict[str, Any]:
    """What the record says, field by field, in a form that can be stored and compared.

    Themes, the recommendation, the source and the rating are left to the row itself while it is new.
    """
    return {
        "reference": action.reference,
        "action": action.text,
        "owner_person": _person(action),
        "owner_organisation": action.owner_organisation_id,
        "due": action.due_on.isoformat() if action.due_on else None,
        "status": str(action.stage),
        "progress": progress,
        "priority": action.priority,
        "completed_on": action.done_on.isoformat() if action.done_on else None,
    }


def rows_of(
    actions: QuerySet[Action],
    log: ActionLog | None,
    known: dict[str, Theme],
    thresholds: Thresholds,
    today: date,
) -> Iterator[Kept]:
    """Each action with its values now and the cells it came in with, a few hundred in memory at a time."""
    whole = actions.select_related(
        "recommendation", "owner_organisation", "owner_seat__person", "imported"
    )
    rows = whole.iterator(chunk_size=AT_A_TIME)
    while some := list(islice(rows, AT_A_TIME)):
        told = Told.about(some, known)
        for action in some:
            yield _kept(action, log, told, rating_of(action, thresholds, today).rag)


@dataclass(frozen=True)
class Told:
    """What stands in other tables about some actions: plain values, since making records is slow."""

    notes: dict[int, list[tuple[datetime, str, str]]]
    themes: dict[int, list[str]]

    @classmethod
    def about(cls, actions: list[Action], known: dict[str, Theme]) -> "Told":
        notes: dict[int, list[tuple[datetime, str, str]]] = defaultdict(list)
        themes: dict[int, list[str]] = defaultdict(list)
        ids = [action.pk for action in actions]
        for pk, at, by, text in _notes(ids):
            notes[pk].append((at, by, text))
        advice = {action.recommendation_id for action in actions if action.recommendation_id}
        for pk, edition, code in _themes(advice):
            key = f"{edition}:{code}"
            themes[pk].append(known[key].title if key in known else key)
        return cls(notes, themes)


def _notes(actions: list[int]):
    notes = ProgressNote.objects.filter(action_id__in=actions).order_by("at", "pk")
    return notes.values_list("action_id", "at", "by", "text")


def _themes(recommendations: set[int]):
    bears = RecommendationTheme.objects.filter(recommendation_id__in=recommendations)
    return bears.order_by("pk").values_list("recommendation_id", "edition", "code")


def _kept(action: Action, log: ActionLog | None, told: Told, rag: str) -> Kept:
    row = getattr(action, "imported", None)
    came = row if row is not None and log is not None and row.log_id == log.pk else None
    progress = progress_of(told.notes[action.pk], since=came.said["progress"] if came else "")
    values = _values(action, progress, told.themes, rag)
    if came is None:
        return Kept(values, {})
    now = said_of(action, progress=progress)
    same = {name for name, value in now.items() if came.said.get(name) == value}
    if now == came.said:
        same |= {"rag"}
    left = same | {"recommendation", "source", "themes"}
    kept = {name: value for name, value in values.items() if name not in left}
    return Kept(kept, {heading: from_json(cell) for heading, cell in came.cells.items()})


def progress_of(notes: list[tuple[datetime, str, str]], *, since: str) -> str:
    """All notes, oldest first. What came in with the row stands first, as it was written there."""
    later = notes[1:] if since else notes
    lines = [f"{at:%d/%m/%Y} {by}: {text}" for at, by, text in later]
    return "\n".join([since, *lines] if since else lines)


def _values(action: Action, progress: str, themes: dict[int, list[str]], rag: str) -> dict:
    advice = action.recommendation
    return {
        "reference": action.reference or None,
        "recommendation": advice.text if advice else None,
        "action": action.text,
        "owner_person": _person(action) or None,
        "owner_organisation": action.owner_organisation.name if action.owner_organisation else None,
        "due": action.due_on,
        "rag": rag.capitalize(),
        "status": STATUS_WORDS[ActionStage(action.stage)],
        "progress": progress or None,
        "source": action.source_title or None,
        "priority": action.priority or None,
        "themes": tuple(themes.get(advice.pk, ())) or None if advice else None,
        "completed_on": action.done_on,
    }


def _person(action: Action) -> str:
    person = action.owner_seat.person if action.owner_seat else None
    return action.owner_name or (person.name if person else "")
