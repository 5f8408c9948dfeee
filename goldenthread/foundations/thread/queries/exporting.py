"""The tracker as rows of a log: in the shape of one that was brought in, or in our own.

A field whose value is what it was when the row came in goes out exactly as it came. All of it is read
as plain values, without a record for each: twenty thousand rows are a matter of a second or two.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import QuerySet

from goldenthread.engine.intake.action_log import FIELDS
from goldenthread.engine.intake.export import Kept, Shape, from_json
from goldenthread.foundations.thread.models import Action, ActionLog
from goldenthread.foundations.thread.queries.noted import Noted, notes_of, themes_borne
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.log_rows import STATUS_WORDS
from goldenthread.foundations.thread.rules.themes import Theme

AT_A_TIME = 500
OWN = Shape([one.title for one in FIELDS], {one.title: one.name for one in FIELDS}, FIELDS)


class Told(NamedTuple):
    """What the record of one action says; a name is where the query finds it, two strokes for a dot."""

    pk: int
    reference: str
    text: str
    recommendation_id: int | None
    recommendation__text: str | None
    owner_organisation_id: int | None
    owner_organisation__name: str | None
    owner_name: str
    owner_seat__person__name: str | None
    due_on: date | None
    stage: str
    source_title: str
    priority: str
    done_on: date | None
    rag: str = ""
    imported__log_id: int | None = None
    imported__cells: Mapping[str, Any] | None = None
    imported__said: Mapping[str, Any] | None = None

    @property
    def person(self) -> str:
        return self.owner_name or self.owner_seat__person__name or ""


def shape_of(log: ActionLog | None) -> Shape:
    """The headings in their order and the field that each fed; without a log, our own."""
    return Shape(log.header, log.mapping, FIELDS) if log else OWN


def said_of(action: Action | Told, *, person: str, progress: str) -> dict[str, Any]:
    """What the record says, field by field, in a form that can be stored and compared.

    Themes, the recommendation, the source and the rating are left to the row itself while it is new.
    """
    return {
        "reference": action.reference,
        "action": action.text,
        "owner_person": person,
        "owner_organisation": action.owner_organisation_id,
        "due": action.due_on.isoformat() if action.due_on else None,
        "status": str(action.stage),
        "progress": progress,
        "priority": action.priority,
        "completed_on": action.done_on.isoformat() if action.done_on else None,
    }


def rows_of(
    actions: QuerySet[Any], log: ActionLog | None, known: dict[str, Theme]
) -> Iterator[Kept]:
    """Each action with its values now and the cells it came in with, a few hundred in memory at a time.

    `actions` are rated, as `tracker` gives them.
    """
    plain = actions.select_related(None).values_list(*Told._fields)
    rows = map(Told._make, plain.iterator(chunk_size=AT_A_TIME))
    while some := list(islice(rows, AT_A_TIME)):
        noted = notes_of([row.pk for row in some])
        themed = themes_borne({row.recommendation_id for row in some} - {None}, known)
        for row in some:
            told = noted.get(row.pk, [])
            yield _kept(row, log, told, themed.get(row.recommendation_id, ()))


def _kept(row: Told, log: ActionLog | None, notes: list[Noted], themes: tuple[str, ...]) -> Kept:
    came = row.imported__said if log is not None and row.imported__log_id == log.pk else None
    progress = progress_of(notes, since=came["progress"] if came else "")
    values = _values(row, progress, themes)
    if came is None:
        return Kept(values, {})
    now = said_of(row, person=row.person, progress=progress)
    same = {name for name, value in now.items() if came.get(name) == value}
    if now == came:
        same |= {"rag"}
    left = same | {"recommendation", "source", "themes"}
    kept = {name: value for name, value in values.items() if name not in left}
    cells = row.imported__cells or {}
    return Kept(kept, {heading: from_json(cell) for heading, cell in cells.items()})


def progress_of(notes: list[Noted], *, since: str) -> str:
    """All notes, oldest first. What came in with the row stands first, as it was written there."""
    told = notes[1:] if since else notes
    lines = [f"{note.at:%d/%m/%Y} {note.by}: {note.text}" for note in told]
    return "\n".join([since, *lines] if since else lines)


def _values(row: Told, progress: str, themes: tuple[str, ...]) -> dict[str, Any]:
    return {
        "reference": row.reference or None,
        "recommendation": row.recommendation__text,
        "action": row.text,
        "owner_person": row.person or None,
        "owner_organisation": row.owner_organisation__name,
        "due": row.due_on,
        "rag": row.rag.capitalize(),
        "status": STATUS_WORDS[ActionStage(row.stage)],
        "progress": progress or None,
        "source": row.source_title or None,
        "priority": row.priority or None,
        "themes": themes or None,
        "completed_on": row.done_on,
    }
