"""A table that is known: the return it is of, and its columns with the words that headings use."""

from dataclasses import dataclass
from functools import cached_property

from goldenthread.engine.intake import fields as intake
from goldenthread.engine.intake.wording import plain

INTAKE_KINDS = {
    "date": intake.Kind.DATE,
    "excel date": intake.Kind.DATE,
    "whole": intake.Kind.NUMBER,
    "number": intake.Kind.NUMBER,
}


@dataclass(frozen=True)
class Column:
    """`field` is its own name, `kind` one of `typed_tables.KINDS`, `words` other headings for it."""

    field: str
    kind: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Shape:
    """`of` is the return in words; `title` says more than the table's name where that is a number."""

    of: str
    table: str
    columns: tuple[Column, ...]
    title: str = ""

    @property
    def name(self) -> str:
        return f"{self.table} {self.title}".strip()

    @cached_property
    def by_heading(self) -> dict[str, str]:
        """From every heading that means a column exactly, in plain words, to that column."""
        return {
            plain(heading): column.field
            for column in self.columns
            for heading in (column.field, *column.words)
        }

    @cached_property
    def asked(self) -> tuple[intake.Field, ...]:
        """The columns as intake asks for them, so that it can suggest what a heading means."""
        return tuple(
            intake.Field(
                c.field, c.field, INTAKE_KINDS.get(c.kind, intake.Kind.TEXT), synonyms=c.words
            )
            for c in self.columns
        )
