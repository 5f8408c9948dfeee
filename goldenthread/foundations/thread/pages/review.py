"""Everything open for one organisation, to be answered in one sitting."""

from dataclasses import dataclass
from typing import Any

from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread.pages import tags
from goldenthread.foundations.thread.pages.owners import owner_in_words


@dataclass(frozen=True)
class Item:
    """An action to be answered, with its form and the newest thing told about it."""

    pk: int
    reference: str
    text: str
    owner: str
    due: str
    stage: dict[str, str]
    last: str
    form: Any


def items(actions, forms, last: dict[int, str] | None = None) -> list[Item]:
    """`last` is the newest progress of each action, by its number."""
    told = last or {}
    return [
        Item(
            action.pk,
            action.reference,
            action.text,
            owner_in_words(action),
            day(action.due_on),
            tags.action_tag(action.stage),
            told.get(action.pk, ""),
            form,
        )
        for action, form in zip(actions, forms, strict=True)
    ]
