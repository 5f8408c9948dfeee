"""The headings that the guidance requires of a yearly report, by edition, with their sources."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from goldenthread.engine.proof.language import words

LATEST = "WT 2026"
NUMBERING = re.compile(
    r"^\s*(?:(?:section|chapter|part)\s+)?(?:\d+(?:\.\d+)*|[ivx]+)[.):]?\s+", re.IGNORECASE
)
LITTLE = frozenset(
    ["the", "of", "and", "our", "a", "an", "for", "in", "on", "to", "were", "was", "which", "that"]
)
FEWEST_SHARED, MOSTLY = 3, 0.6


@dataclass(frozen=True)
class RequiredHeading:
    """One thing a yearly report must show.

    `confirmed` is False where an edition carries it over, to be confirmed against the text.
    `phrases` are other ways in which reports head the same section.
    """

    edition: str
    number: int
    title: str
    phrases: tuple[str, ...]
    source: str
    confirmed: bool

    def heads(self, heading: str) -> bool:
        """Whether a report's own heading stands for this one, in much the same words."""
        said = words_of(heading)
        return any(alike(words_of(phrase), said) for phrase in (self.title, *self.phrases))


def alike(phrase: frozenset[str], said: frozenset[str]) -> bool:
    """The same words, give or take one; or, of longer headings, most of them."""
    shared = len(phrase & said)
    if phrase == said or len(phrase) > 1 and shared == len(phrase) and len(said) - shared <= 1:
        return True
    return shared >= FEWEST_SHARED and shared / len(phrase | said) >= MOSTLY


@cache
def words_of(heading: str) -> frozenset[str]:
    """A heading's words as stems, without its number, its year and the little words."""
    text = NUMBERING.sub("", heading)
    return frozenset(words.stem(w) for w in words.WORD.findall(text) if w.lower() not in LITTLE)


@cache
def required_headings(edition: str = LATEST) -> tuple[RequiredHeading, ...]:
    """The headings of one edition, in order. Raises KeyError naming the editions that are held."""
    found = tuple(h for h in every_heading() if h.edition == edition)
    if not found:
        held = ", ".join(sorted({h.edition for h in every_heading()}))
        raise KeyError(f"No headings are held for “{edition}”. Editions held: {held}.")
    return found


@cache
def every_heading() -> tuple[RequiredHeading, ...]:
    text = resources.files(__package__).joinpath("headings.csv").read_text("utf-8")
    return tuple(
        RequiredHeading(
            edition=row["edition"],
            number=int(row["number"]),
            title=row["title"],
            phrases=tuple(filter(None, row["also_headed"].split("|"))),
            source=row["source"],
            confirmed=row["certainty"] == "confirmed",
        )
        for row in csv.DictReader(text.splitlines())
    )
