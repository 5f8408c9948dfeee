"""What every rating has in common: its colours, the numbers that it is judged by, and its reason.

Actions and objectives are rated by tables of their own, which stand in their own rules.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Rag(StrEnum):
    """Grey is for actions alone: what is not due yet, or was closed."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    GREY = "grey"


@dataclass(frozen=True)
class Thresholds:
    """In days: how near a due date is "soon", and how long without progress is "quiet"."""

    edition: str
    soon_days: int
    quiet_days: int


@dataclass(frozen=True)
class Rating:
    """A colour, and a sentence that says why."""

    rag: Rag
    why: str


def newest_edition(shipped: Path) -> Thresholds:
    """Of a TOML file with a table for each edition, the newest."""
    editions = tomllib.loads(shipped.read_text("utf-8"))
    newest = max(editions)
    row = editions[newest]
    return Thresholds(newest, row["soon_days"], row["quiet_days"])


def days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
