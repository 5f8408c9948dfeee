"""What an importer asks for: the fields, the words that headings use for them, and how to read them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from goldenthread.engine.intake.messages import Severity
from goldenthread.engine.intake.wording import plain


class Kind(StrEnum):
    """How a cell is read: to text, a Decimal, a date, one choice's code, or a list of texts."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    LIST = "list"


@dataclass(frozen=True, eq=False)
class Field:
    """One thing that a row may say.

    `choices` gives for each code the words that people use for it. `unique` says how bad it is if two
    rows share a value. `joins` lets several columns feed one text, as "Update May", "Update June" do.
    `value_words` are words that tell this field from a likelier-sounding one by what stands under it.
    """

    name: str
    title: str
    kind: Kind = Kind.TEXT
    required: bool = False
    synonyms: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unique: Severity | None = None
    joins: bool = False
    value_words: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> frozenset[str]:
        """Every heading that means this field exactly, in plain words."""
        return frozenset(map(plain, (self.name, self.title, *self.synonyms)))

    @cached_property
    def choice_words(self) -> dict[str, frozenset[str]]:
        """For each choice's code every word that means it exactly, in plain words."""
        return {code: frozenset(map(plain, (code, *words))) for code, words in self.choices.items()}


def known_words(fields: Iterable[Field]) -> frozenset[str]:
    """All the headings that these fields know; `read_tables` finds the heading row by them."""
    return frozenset().union(*(one.names for one in fields))
