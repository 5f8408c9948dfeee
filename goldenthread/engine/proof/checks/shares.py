"""Percentages in sentences: of a stated n of m, and of a change from one figure to another."""

import re
from collections.abc import Iterator
from decimal import Decimal

from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.language import sentences
from goldenthread.engine.proof.language.figures import Figure, figures
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "percentage"
HUNDRED = Decimal(100)
OF = re.compile(
    r"(?:\s+[\w'’-]+){0,3}?\s+(?:out of|of|from)(?:\s+(?:the|all|our|a|an|total|possible|these|those|some)){0,4}\s*",
    re.IGNORECASE,
)
THEN = re.compile(
    r"[^.;:%]{0,60}?(?:\(|[–—-]|,|\bor\b|\bis\b|\bmeans\b|representing|equivalent to|equal to|i\.e\.,?|equates to)\s*(?:(?:just|only|or)\s+)?",
    re.IGNORECASE,
)
OPENS = re.compile(r"\s*(?:[\w'’-]+\s+){0,6}?\(\s*(?:n\s*=\s*)?", re.IGNORECASE)
BASE = re.compile(
    r"\b(?:of|out of|among|from)\s+(?:the|all|our|these|those|a total of|an?)?\s*(?:total of\s+)?$",
    re.IGNORECASE,
)
SLASHED = re.compile(
    r"(?P<share>\d+(?:\.\d+)?)\s?%\s*\(\s*(?P<part>\d[\d,]*)\s?/\s?(?P<whole>\d[\d,]*)\s*\)|(?P<part2>\d[\d,]*)\s?/\s?(?P<whole2>\d[\d,]*)\s*\(\s*(?P<share2>\d+(?:\.\d+)?)\s?%"
)
OF_OTHERS = re.compile(r"\s*of (?:those|these|them|whom|which|the)\b", re.IGNORECASE)
ROUGHLY = re.compile(
    r"(?:about|around|approximately|approx\.?|roughly|nearly|almost|over|under|more than|less than|just|some|c\.|circa|~|up to|at least)\s*$",
    re.IGNORECASE,
)
ROUGH = Decimal(5)


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    for at, passage in document.passages():
        for sentence in sentences.split(passage.text):
            if "%" in sentence or "per cent" in sentence or "percent" in sentence:
                told: set[tuple[int, Decimal]] = set()
                for part, whole, share, sure in [
                    *direct(sentence),
                    *of_a_base(sentence),
                    *slashed(sentence),
                ]:
                    slip = mismatch(part, whole, share, sure, sentence, passage.place, at)
                    if slip and (share.start, share.value) not in told:
                        told.add((share.start, share.value))
                        yield slip


Claim = tuple[Decimal, Decimal, Figure, float]


def direct(sentence: str) -> Iterator[Claim]:
    """'63 of the 120 forms (52.5%)' and '52.5% (63 of 120)'."""
    found = figures(sentence)
    for index, (part, whole) in enumerate(zip(found, found[1:], strict=False)):
        if not counts(part, whole) or not OF.fullmatch(sentence[part.end : whole.start]):
            continue
        after = found[index + 2] if index + 2 < len(found) else None
        before = found[index - 1] if index else None
        if after and after.unit == "%" and THEN.fullmatch(sentence[whole.end : after.start]):
            yield part.value, whole.value, after, 0.93
        elif before and before.unit == "%" and OPENS.fullmatch(sentence[before.end : part.start]):
            yield part.value, whole.value, before, 0.93


def of_a_base(sentence: str) -> Iterator[Claim]:
    """'Of the 120 forms sent, 63 (52.5%) came back and 20 (16.7%) were empty'."""
    found = figures(sentence)
    base: Figure | None = None
    for part, share in zip(found, found[1:], strict=False):
        if not part.unit and BASE.search(sentence[: part.start]) and not part.might_be_a_year:
            base = part
        elif (
            base
            and share.unit == "%"
            and counts(part, base)
            and re.fullmatch(r"(?:\s+[\w'’-]+){0,2}\s*\(", sentence[part.end : share.start])
            and not OF_OTHERS.match(sentence[share.end :])
        ):
            yield part.value, base.value, share, 0.85


def slashed(sentence: str) -> Iterator[Claim]:
    """'52.5% (63/120)' and '63/120 (52.5%)'."""
    for match in SLASHED.finditer(sentence):
        part, whole = (match[n] or match[n + "2"] for n in ("part", "whole"))
        said = match["share"] or match["share2"]
        share = Figure(
            Decimal(said),
            "%",
            said + "%",
            match.start(),
            match.end(),
            len(said.partition(".")[2]),
            False,
        )
        numbers = Decimal(part.replace(",", "")), Decimal(whole.replace(",", ""))
        if numbers[0] <= numbers[1]:
            yield *numbers, share, 0.9


def counts(part: Figure, whole: Figure) -> bool:
    return part.unit == whole.unit and part.unit != "%" and 0 <= part.value <= whole.value != 0


def mismatch(
    part: Decimal, whole: Decimal, share: Figure, sure: float, sentence: str, place: str, at: int
) -> Slip | None:
    """A slip if the share is not part / whole, allowing for rounding and for 'about'."""
    expected = part / whole * HUNDRED
    apart = abs(expected - share.value)
    step = Decimal(10) ** -share.decimals
    if apart <= step / 2 + Decimal("0.001") or (
        ROUGHLY.search(sentence[: share.start]) and apart <= ROUGH
    ):
        return None
    shown = expected.quantize(step) if share.decimals else expected.quantize(Decimal("0.1"))
    said = f"{part.normalize():f} of {whole.normalize():f} is {shown.normalize():f}%, not {share.text.strip()}."
    certainty = sure if apart > step else 0.5
    return Slip(
        KIND, place, shortened(sentence), said, certainty, expected=shown, found=share.value, at=at
    )
