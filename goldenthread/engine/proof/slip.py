"""What the proof-checker hands back: one slip, with its place, its words and how sure it is."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

Value = Decimal | int | date | str | None

SHOWN_FROM = 0.6
"""Slips below this certainty are shown only on request: a checker that cries wolf is switched off."""


@dataclass(frozen=True)
class Slip:
    """One thing that looks wrong.

    `certainty` runs from 0 to 1. `expected` and `found` are numbers or dates where the slip is
    about one, else None. `at` orders slips as the document runs.
    """

    kind: str
    place: str
    quote: str
    message: str
    certainty: float
    expected: Value = None
    found: Value = None
    at: int = 0

    def as_json(self, file: str) -> dict[str, Any]:
        """The slip as plain values; numbers stay numbers and dates become ISO text."""
        shown: dict[str, Any] = {
            "file": file,
            "place": self.place,
            "quote": self.quote,
            "kind": self.kind,
            "message": self.message,
            "certainty": round(self.certainty, 2),
        }
        for name, value in (("expected", self.expected), ("found", self.found)):
            if value is not None:
                shown[name] = plain(value)
        return shown


def plain(value: Value) -> int | float | str | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def shortened(text: str, longest: int = 160) -> str:
    """Text on one line, cut at a word, for quoting a place."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"
