"""Where a slip is mended: the section that it stands in, or the figure in the record.

The proof-checker counts paragraphs and lines, as one does in somebody else's document. Whoever writes
this report thinks in its sections.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from goldenthread.foundations.publishing.drawing import Drawing

WHOLE, RECORD = "The whole report", "The record"


@dataclass(frozen=True)
class Found:
    """A slip with its place in words, and what to open: a section or an observation, by its number."""

    slip: Any
    place: str
    section: int | None = None
    figure: int | None = None


class Places:
    """The sections of a drawn report, found again in the document that was read from it."""

    def __init__(self, document: Any, drawing: Drawing):
        self.starts: list[int] = []
        self.sections: list[Any] = []
        waiting = [drawn.section for drawn in drawing.sections]
        for at, heading in document.headings():
            if waiting and heading.text.strip() == " ".join(waiting[0].title.split()):
                self.starts.append(at)
                self.sections.append(waiting.pop(0))

    def of(self, slip: Any) -> Found:
        """The section that begins last before the slip; before the first, the report as a whole."""
        if slip.place == "whole document":
            return Found(slip, WHOLE)
        behind = bisect_right(self.starts, slip.at)
        if not behind:
            return Found(slip, WHOLE)
        section = self.sections[behind - 1]
        return Found(slip, section.title, section=section.pk)
