"""A yearly report that gives its total for the year as one of a quarter or a month."""

import re
from collections.abc import Iterator

from goldenthread.engine.proof.about import About
from goldenthread.engine.proof.document import Document, Heading
from goldenthread.engine.proof.language import sentences
from goldenthread.engine.proof.language.figures import figures
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "period"
SHORTER = re.compile(
    r"\b(?:in|during|over|for|within|throughout)\s+(?:this|the(?: current| reporting)?(?= quarter\b)|the (?:current|reporting))\s+(quarter|month|half[- ]year|term|week)\b|\bthis (quarter|month|week)\b",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"\b(?:total|altogether|in all|overall|completed|attended|received|delivered|recorded|there (?:were|have been))\b",
    re.IGNORECASE,
)
BY_QUARTER = re.compile(
    r"\b(?:Q[1-4]|(?:first|second|third|fourth|last|final|next|previous|each|per|every) quarter|quarter (?:one|two|three|four|[1-4]))\b",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"\b(?:over|during|in|for|across|throughout) the (?:whole |full |past |reporting )?(?:year|twelve months|12 months)\b|\bthis year\b",
    re.IGNORECASE,
)


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    """Slips in yearly reports only; where quarters are told apart, 'this quarter' may be meant."""
    if not About(document).is_yearly:
        return
    by_quarter = False
    for at, passage in document.passages():
        if isinstance(passage, Heading):
            by_quarter = bool(BY_QUARTER.search(passage.text))
            continue
        for sentence in sentences.split(passage.text):
            match = SHORTER.search(sentence)
            if match and figures(sentence) and not by_quarter and not BY_QUARTER.search(sentence):
                shorter = (match[1] or match[2]).lower()
                certainty = (
                    0.65
                    + (0.15 if TOTAL.search(sentence) else 0.0)
                    + (0.1 if YEAR.search(passage.text) else 0.0)
                )
                said = f"This is a yearly report, but the figure is given for “this {shorter}”. Is it the year's?"
                yield Slip(KIND, passage.place, shortened(sentence), said, certainty, at=at)
