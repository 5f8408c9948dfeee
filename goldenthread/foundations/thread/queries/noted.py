"""What was told of many actions at once, and the themes of many recommendations, as plain values."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from goldenthread.foundations.thread.models import ProgressNote, RecommendationTheme
from goldenthread.foundations.thread.queries.themes import titles
from goldenthread.foundations.thread.rules.themes import Theme


class Noted(NamedTuple):
    """One progress note."""

    at: datetime
    by: str
    text: str


def notes_of(actions: Collection[int]) -> dict[int, list[Noted]]:
    """By action, its progress notes, the oldest first. One query."""
    found: dict[int, list[Noted]] = defaultdict(list)
    rows = ProgressNote.objects.filter(action__in=actions).order_by("at", "pk")
    for action, *note in rows.values_list("action", *Noted._fields):
        found[action].append(Noted(*note))
    return found


def themes_borne(
    recommendations: Collection[int | None], known: dict[str, Theme]
) -> dict[int | None, tuple[str, ...]]:
    """By recommendation, the titles of its themes. One query."""
    borne: dict[int | None, list[Any]] = defaultdict(list)
    rows = RecommendationTheme.objects.filter(recommendation__in=recommendations).order_by("pk")
    for row in rows.values_list("recommendation_id", "edition", "code", named=True):
        borne[row.recommendation_id].append(row)
    return {recommendation: tuple(titles(rows, known)) for recommendation, rows in borne.items()}
