"""The headings that the guidance requires of a yearly report, by edition, with their sources."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

LATEST = "WT 2026"


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
        """Whether a report's own heading stands for this one, give or take one word."""
        said = set(simplified(heading).split())
        return any(same(set(simplified(p).split()), said) for p in (self.title, *self.phrases))


def same(phrase: set[str], said: set[str]) -> bool:
    return phrase == said or len(phrase) > 1 and phrase <= said and len(said) - len(phrase) <= 1


def simplified(heading: str) -> str:
    """A heading without numbering, punctuation, years, articles and capitals."""
    text = re.sub(
        r"^\s*(?:section|chapter|part)?\s*[\divx]+(?:\.\d+)*[.):]?\s+",
        "",
        heading,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\b20\d\d(?:\s*[-/–]\s*(?:20)?\d\d)?\b", " ", text.lower())
    words = re.findall(r"[a-z]+", text.replace("'s", "s").replace("’s", "s"))
    return " ".join(
        word for word in words if word not in ("the", "of", "and", "our", "a", "an", "for", "in")
    )


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
