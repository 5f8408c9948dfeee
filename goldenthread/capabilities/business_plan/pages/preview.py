"""What a file would bring, before anything is kept."""

from collections import Counter
from functools import cached_property

from goldenthread.capabilities.business_plan.queries.importing import (
    Change,
    Does,
    changes_of,
    names_not_found,
)
from goldenthread.capabilities.business_plan.queries.plans import plan_called
from goldenthread.capabilities.business_plan.rules import numbering
from goldenthread.capabilities.business_plan.rules.plan_file.columns import COLUMNS
from goldenthread.capabilities.business_plan.rules.plan_file.reading import ReadPlan, read_plan
from goldenthread.engine.intake.messages import Message, Severity, Unreadable

MOST_MESSAGES, MOST_ROWS = 100, 60
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
TONES = {Severity.ERROR: "bad", Severity.WARNING: "watch", Severity.NOTE: "waiting"}
WORDS = {
    Does.ADDS: ("Adds", "good"),
    Does.CHANGES: ("Changes", "watch"),
    Does.NOTHING: ("Here already", "closed"),
}
TITLES = {column.name: column.title.lower() for column in COLUMNS} | {
    "due_on": "due",
    "due_is_month": "",
    "priority": "priority",
}


class PreviewPage:
    def __init__(self, incoming, member) -> None:
        self.incoming, self.member = incoming, member

    @cached_property
    def unreadable(self) -> Message | None:
        try:
            self._read  # noqa: B018  reading is what is asked for
        except Unreadable as refusal:
            return refusal.message
        return None

    @cached_property
    def _read(self) -> ReadPlan:
        content = bytes(self.incoming.content)
        return read_plan(content, self.incoming.name, self.incoming.mapping or None)

    @property
    def needs_columns(self) -> bool:
        return not self.unreadable and self._read.needs_columns

    @property
    def header(self) -> tuple[str, ...]:
        return () if self.unreadable else self._read.header

    @property
    def mapping(self) -> dict[str, str]:
        return {} if self.unreadable else dict(self._read.mapping)

    @property
    def columns(self) -> list[tuple[str, str]]:
        """Each column of ours with the heading that it was found under."""
        headings = {name: heading for heading, name in self.mapping.items()}
        return [(c.title, headings[c.name]) for c in COLUMNS if c.name in headings]

    @property
    def not_read(self) -> tuple[str, ...]:
        return () if self.unreadable else self._read.not_read

    @cached_property
    def changes(self) -> list[Change]:
        plan = self.incoming.plan or plan_called(self.member, self.incoming.title)
        if self.unreadable or self.needs_columns:
            return []
        return changes_of(self._read, plan, self.member.partnership_id)

    @cached_property
    def counted(self) -> Counter[Does]:
        return Counter(change.does for change in self.changes)

    @property
    def errors(self) -> list[Message]:
        return [self.unreadable] if self.unreadable else self._read.errors

    @property
    def all_messages(self) -> list[Message]:
        told = [self.unreadable] if self.unreadable else list(self._read.messages)
        return sorted(told, key=lambda one: ORDER.index(one.severity))

    @property
    def messages(self) -> list[tuple[str, str, Message]]:
        """Severity, tone, message; as many as a page can hold."""
        shown = self.all_messages[:MOST_MESSAGES]
        return [(one.severity.value.capitalize(), TONES[one.severity], one) for one in shown]

    @property
    def more_messages(self) -> int:
        return max(0, len(self.all_messages) - MOST_MESSAGES)

    @property
    def may_be_kept(self) -> bool:
        return bool(not self.errors and (self.counted[Does.ADDS] or self.counted[Does.CHANGES]))

    @property
    def changes_nothing(self) -> bool:
        return bool(self.changes and not self.errors and not self.may_be_kept)

    @property
    def not_found(self) -> list[str]:
        return names_not_found(self.changes)

    @property
    def tiles(self) -> list[dict[str, object]]:
        return [
            {"number": self.counted[Does.ADDS], "words": "objectives to add"},
            {"number": self.counted[Does.CHANGES], "words": "objectives to change"},
            {"number": self.counted[Does.NOTHING], "words": "here already"},
            {"number": len(self.errors), "words": "errors to put right"},
        ]

    @property
    def rows(self) -> list[dict[str, object]]:
        """The first rows, those that change something before the others."""
        ordered = sorted(self.changes, key=lambda change: change.does is Does.NOTHING)
        return [_row(change) for change in ordered[:MOST_ROWS]]

    @property
    def more_rows(self) -> int:
        return max(0, len(self.changes) - MOST_ROWS)


def _row(change: Change) -> dict[str, object]:
    words, tone = WORDS[change.does]
    touched = [TITLES.get(name, name) for name in change.touched]
    row = change.row
    return {
        "row": row.row,
        "priority": f"{row.priority_number}. {row.priority_title}",
        "objective": f"{row.number} {row.text}",
        "due": numbering.due_in_words(row.due_on, row.due_is_month),
        "owners": "; ".join(row.owners or ()),
        "does": words,
        "tone": tone,
        "touched": ", ".join(filter(None, touched)) if change.does is Does.CHANGES else "",
    }
