"""Figures in running text, with the words around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from goldenthread.engine.proof.language import dates

FIGURE = re.compile(
    r"(?<![\w.,/£:%-])(?P<pound>£\s?)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>\s?(?:m|k|million|thousand)\b)?(?P<percent>\s?%|\s(?:per cent|percent)\b)?(?![\w/]|,\d|\.\d|:\d|-\d)"
)
NOT_A_FIGURE = re.compile(
    r"(?<![\d,.])(?:\+44\s?|0)\d{2,4}[\s-]?\d{3,4}(?:[\s-]?\d{3,4})?(?!\d)|(?<![\d,.])0\d+\b|https?://\S+|\S+@\S+"
    r"|\b(?:sections?|s\.|chapters?|tables?|figures?|appendix|annex|paragraphs?|para|steps?|levels?|stages?|objectives?|priorit(?:y|ies)"
    r"|standards?|pages?|version|issue|grade|tier|key stage|item|agenda item|recommendations?"
    r"|together|act|category|ages?|aged|form|domain|theme|schedule|article|regulation|rule|clause|step)\s+\d{1,3}(?:\.\d+)*(?:\s?(?:-|–|to|and|&)\s?\d{1,3})?\b(?![,\d])"
    r"|\b(?:year|number|part|phase|action|no\.)\s+\d{1,2}\b(?![,\d])",
    re.IGNORECASE,
)
SCALES = {"k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000}
WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "none": 0}
YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Figure:
    """A number in a sentence. `unit` is '£', '%' or ''; `scaled` if written as £1.2m or the like."""

    value: Decimal
    unit: str
    text: str
    start: int
    end: int
    decimals: int
    scaled: bool

    @property
    def might_be_a_year(self) -> bool:
        return not self.unit and self.value in YEARS and "," not in self.text and not self.decimals


@lru_cache(maxsize=200_000)
def figures(text: str) -> tuple[Figure, ...]:
    """Every figure that is not part of a date, an address, a time or a reference."""
    if not dates.DIGIT.search(text):
        return ()
    taken = [(m.start, m.end) for m in dates.mentions(text)]
    taken += [match.span() for match in NOT_A_FIGURE.finditer(text)]
    return tuple(f for f in found(text) if not any(s < f.end and f.start < e for s, e in taken))


def found(text: str) -> Iterator[Figure]:
    for match in FIGURE.finditer(text):
        digits, scale = match["digits"].replace(",", ""), (match["scale"] or "").strip()
        yield Figure(
            value=Decimal(digits) * SCALES.get(scale, 1),
            unit="£" if match["pound"] else "%" if match["percent"] else "",
            text=match[0],
            start=match.start(),
            end=match.end(),
            decimals=len(digits.partition(".")[2]),
            scaled=bool(scale),
        )


def number(text: str) -> int | None:
    """A whole number in digits or, up to twenty, in words."""
    bare = text.strip().lower().replace(",", "")
    return int(bare) if bare.isdecimal() and len(bare) < 12 else WORDS.get(bare)
