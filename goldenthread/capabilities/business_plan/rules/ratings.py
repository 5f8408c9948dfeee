"""The colour of an objective: said by a person, suggested by the rule.

A published plan often leaves the colour blank, so blank is a state of its own: "not rated yet". The
rule never fills it in; it only suggests, and a person who says otherwise says why.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from goldenthread.kernel.decision import YES, Decision, no
from goldenthread.kernel.ratings import Rag, Rating, Thresholds, days, newest_edition

SHIPPED = Path(__file__).parent / "editions" / "ratings.toml"


COLOURS = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.BLUE)
NOT_RATED = ""
IN_WORDS = {
    Rag.RED: "Red: off track",
    Rag.AMBER: "Amber: at risk",
    Rag.GREEN: "Green: on track",
    Rag.BLUE: "Blue: complete",
    NOT_RATED: "Not rated yet",
}


@dataclass(frozen=True)
class Standing:
    """What a suggestion is worked out from. `heard_on` is the day of the last progress told."""

    due_on: date | None
    heard_on: date | None
    rating: str = NOT_RATED


@lru_cache(maxsize=1)
def shipped() -> Thresholds:
    """The newest shipped edition."""
    return newest_edition(SHIPPED)


def in_words(rating: str) -> str:
    return IN_WORDS[Rag(rating) if rating else NOT_RATED]


def suggested(standing: Standing, as_at: date, thresholds: Thresholds | None = None) -> Rating:
    """The colour that due date and last progress speak for, with a sentence that says why."""
    limits = thresholds or shipped()
    if standing.rating == Rag.BLUE:
        return Rating(Rag.BLUE, "It is rated as complete")
    if standing.due_on is None:
        return Rating(Rag.AMBER, "It has no due date")
    left = (standing.due_on - as_at).days
    if left < 0:
        return Rating(Rag.RED, f"It is {days(-left)} late")
    if standing.heard_on is None:
        return _unheard(left, limits)
    quiet = (as_at - standing.heard_on).days
    if quiet > limits.quiet_days:
        return Rating(Rag.AMBER, f"No progress has been told for {days(quiet)}")
    return Rating(Rag.GREEN, f"Progress was told {_ago(quiet)}; {days(left)} are left")


def _unheard(left: int, limits: Thresholds) -> Rating:
    soon = left <= limits.soon_days
    why = f"No progress has been told yet; {days(left)} are left"
    return Rating(Rag.AMBER if soon else Rag.GREEN, why)


def may_be_said(rating: str, why: str, suggestion: Rating) -> Decision:
    """A rating that differs from the suggestion needs its reason."""
    if rating == suggestion.rag or why.strip():
        return YES
    asked = in_words(suggestion.rag).lower()
    return no(f"Say why the rating is not the one suggested ({asked})")


def is_late(due_on: date | None, rating: str, as_at: date) -> bool:
    return due_on is not None and due_on < as_at and rating != Rag.BLUE


def _ago(passed: int) -> str:
    return "today" if passed <= 0 else f"{days(passed)} ago"
