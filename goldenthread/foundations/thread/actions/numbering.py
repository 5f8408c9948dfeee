"""Number the actions that came without a reference, counted up in each partnership."""

from typing import Any

from goldenthread.foundations.thread.models import Action, ActionCount
from goldenthread.foundations.thread.rules.references import reference


def given(said: str, partnership_id: int) -> dict[str, Any]:
    """The columns `reference` and `number`: what was said, or else the next of ours."""
    if said.strip():
        return {"reference": said.strip(), "number": None}
    return numbered(partnership_id, 1)[0]


def numbered(partnership_id: int, how_many: int) -> list[dict[str, Any]]:
    """The columns of so many new actions. Whoever asks next waits until this transaction has ended."""
    ActionCount.objects.get_or_create(partnership_id=partnership_id)
    count = ActionCount.objects.select_for_update().get(partnership_id=partnership_id)
    rows: list[dict[str, Any]] = []
    while len(rows) < how_many:
        rows += _free(partnership_id, count, how_many - len(rows))
    count.save(update_fields=["last"])
    return rows


def _free(partnership_id: int, count: ActionCount, how_many: int) -> list[dict[str, Any]]:
    """The next so many, without those that a log which was brought in uses already."""
    first, count.last = count.last + 1, count.last + how_many
    rows = {reference(number): number for number in range(first, count.last + 1)}
    taken = Action.objects.filter(partnership_id=partnership_id, reference__in=rows)
    used = set(taken.values_list("reference", flat=True))
    return [{"reference": r, "number": n} for r, n in rows.items() if r not in used]
