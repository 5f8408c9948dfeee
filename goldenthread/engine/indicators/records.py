"""The indicators as published: what each counts, of what, from which source, and how sure we are."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PER_CENT, PER_10_000, NUMBER = "%", "per 10,000 children", "number"


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    `code` is its number, with a word after it where one number has several readings
    (`2-children`). `counts` says what one of the numerator is: events, children, episodes, days.
    `sure` is S (read in the source), D (derived from a published table) or G (general knowledge,
    to be confirmed). `looks_back` is how many months before a period the returns must reach.
    `kinds` names what it is broken down by, where not by the children's own breakdowns. `needs` says
    in words what has to be given for it, where the collection alone does not.
    """

    code: str
    name: str
    numerator: str
    denominator: str
    counts: str
    unit: str
    decimals: int
    basis: str
    looks_back: int
    edge_cases: str
    polarity: str
    source: str
    sure: str
    collection: str
    kinds: str
    needs: str

    @property
    def by_population(self) -> bool:
        """Whether the denominator is an area's children, which no return holds."""
        return self.unit == PER_10_000

    @property
    def not_told(self) -> tuple[str, ...]:
        """The breakdowns that its return says nothing of."""
        return ("disability",) if self.collection == "children looked after return" else ()

    @property
    def collections(self) -> tuple[str, ...]:
        """The collections from which it can be counted, the one that tells more of it first."""
        return tuple(self.collection.split(" or "))

    @property
    def at_the_end(self) -> bool:
        """Whether it is told at the end of a period, and not of what happened in it."""
        return self.basis != "in the period"

    @property
    def once_a_year(self) -> bool:
        """Whether it is told for years alone, since the return holds it at 31 March only."""
        return self.basis == "at 31 March"

    @property
    def on_one_day(self) -> bool:
        """Whether it is told for the day on which an extract was drawn alone."""
        return self.basis == "on the day of the extract"


@cache
def published() -> dict[str, Indicator]:
    """Every indicator by its code, in the order of their numbers."""
    return {indicator.code: indicator for indicator in _rows()}


def _rows() -> Iterator[Indicator]:
    text = (files(__package__) / "indicators.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        numbers = {name: int(row[name]) for name in ("decimals", "looks_back")}
        yield Indicator(**{**row, **numbers})  # type: ignore[arg-type]
