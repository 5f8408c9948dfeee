"""The fields of an action log. The headings that partnerships give them stand in the files beside."""

import csv
from collections import defaultdict
from pathlib import Path

from goldenthread.engine.intake.fields import Field, Kind
from goldenthread.engine.intake.messages import Severity

_HERE = Path(__file__).parent


def _headings() -> dict[str, tuple[str, ...]]:
    found = defaultdict(list)
    for row in _rows("action_log_headings.csv"):
        found[row["field"]].append(row["heading"])
    return {name: tuple(headings) for name, headings in found.items()}


def _choices(field: str) -> dict[str, tuple[str, ...]]:
    found = defaultdict(list)
    for row in _rows("action_log_choices.csv"):
        if row["field"] == field:
            found[row["choice"]].append(row["words"])
    return {choice: tuple(words) for choice, words in found.items()}


def _rows(name: str) -> list[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


_CALLED = _headings()
_ORGANISATION_WORDS = frozenset((_HERE / "organisation_words.txt").read_text("utf-8").split())


def _field(
    name: str,
    title: str,
    kind: Kind = Kind.TEXT,
    *,
    required: bool = False,
    unique: Severity | None = None,
    joins: bool = False,
    value_words: frozenset[str] = frozenset(),
) -> Field:
    choices = _choices(name) if kind is Kind.CHOICE else {}
    return Field(name, title, kind, required, _CALLED[name], choices, unique, joins, value_words)


REFERENCE = _field("reference", "Reference", unique=Severity.WARNING)
RECOMMENDATION = _field("recommendation", "Recommendation or finding")
ACTION = _field("action", "Action", required=True)
# Where the headings suit both owners alike ("Lead", "Who"), what stands under them decides.
OWNER_PERSON = _field("owner_person", "Owner (person or role)")
OWNER_ORGANISATION = _field(
    "owner_organisation", "Owner (organisation)", value_words=_ORGANISATION_WORDS
)
DUE = _field("due", "Due date", Kind.DATE)
RAG = _field("rag", "RAG rating", Kind.CHOICE)
STATUS = _field("status", "Status", Kind.CHOICE)
PROGRESS = _field("progress", "Progress", joins=True)
SOURCE = _field("source", "Source")
PRIORITY = _field("priority", "Priority")
THEMES = _field("themes", "Themes", Kind.LIST)
COMPLETED_ON = _field("completed_on", "Completed on", Kind.DATE)

FIELDS = (
    REFERENCE,
    RECOMMENDATION,
    ACTION,
    OWNER_PERSON,
    OWNER_ORGANISATION,
    DUE,
    STATUS,
    RAG,
    PROGRESS,
    SOURCE,
    PRIORITY,
    THEMES,
    COMPLETED_ON,
)
