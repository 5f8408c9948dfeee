"""Rises that are falls, and changes 'from a to b' or 'b, up from a' whose stated size is another."""

import re
from collections.abc import Iterator
from decimal import Decimal

from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.language import sentences
from goldenthread.engine.proof.language.figures import Figure, figures
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "change"
UP = re.compile(
    r"\b(?:increas\w+|ris(?:e|es|en|ing)|rose|grew|grown|growth|went up|up)\b", re.IGNORECASE
)
DOWN = re.compile(
    r"\b(?:decreas\w+|fall(?:s|en|ing)?|fell|reduc\w+|dropp?(?:ed|s)?|declin\w+|went down|down)\b",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\s+(?:just\s+|only\s+|about\s+|a\s+total\s+of\s+)?$", re.IGNORECASE)
TO = re.compile(
    r"(?:\s*\(?[\w'’/-]+\)?){0,6}?,?\s+(?:up |down )?to\s+(?:just\s+|only\s+)?", re.IGNORECASE
)
BACK = re.compile(
    r"(?:\s+[\w'’/-]+){0,6}?[\s,(–-]+(?:which\s+(?:is|was)\s+)?"
    r"(?P<way>up|down|an?\s+(?:increase|rise|growth|fall|decrease|drop|decline|reduction))"
    r"\s+from\s+(?:just\s+|only\s+)?",
    re.IGNORECASE,
)
"""Between the newer figure and the older: '240 people, up from 200'."""
BY_BEFORE = re.compile(r"\b(?:by|of)\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE)
NEXT = re.compile(
    r"[^.;]{0,40}?(?:increase|rise|growth|decrease|fall|reduction|drop|decline|up|down)\b(?:\s+(?:of|by))?\s*$|[\s,]*\(\s*(?:(?:up|down|by)\s+)?$|[\s,–-]*(?:up|down|by)\s+$",
    re.IGNORECASE,
)
HUNDRED = Decimal(100)


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    for at, passage in document.passages():
        for sentence in sentences.split(passage.text):
            if "from" in sentence.lower():
                yield from in_sentence(sentence, passage.place, at)


def in_sentence(sentence: str, place: str, at: int) -> Iterator[Slip]:
    found = figures(sentence)
    for index, (was, now) in enumerate(zip(found, found[1:], strict=False)):
        if told_back(sentence, was, now):
            yield from backwards(sentence, found, index, place, at)
        if not pair(sentence, was, now):
            continue
        lead = sentence[: was.start][-90:]
        if wrong_way(lead, was, now):
            yield wrong_direction(was, now, sentence, place, at)
        else:
            stated = size_stated(sentence, found, index)
            if stated and not fits(stated, was, now):
                yield wrong_size(stated, was, now, sentence, place, at)


def told_back(sentence: str, now: Figure, was: Figure) -> bool:
    """'240, up from 200': the newer figure first, both of one unit and neither a year."""
    return (
        was.unit == now.unit
        and not (was.might_be_a_year or now.might_be_a_year)
        and bool(BACK.fullmatch(sentence[now.end : was.start]))
    )


def backwards(
    sentence: str, found: tuple[Figure, ...], index: int, place: str, at: int
) -> Iterator[Slip]:
    """'240, up from 200, a rise of 25%': both its direction and its size are told and can be wrong."""
    now, was = found[index : index + 2]
    if wrong_way(sentence[now.end : was.start], was, now):
        yield wrong_direction(was, now, sentence, place, at)
    else:
        stated = size_after(sentence, found, index)
        if stated and not fits(stated, was, now):
            yield wrong_size(stated, was, now, sentence, place, at)


def pair(sentence: str, was: Figure, now: Figure) -> bool:
    """'from 44 to 102', both of one unit and neither a year."""
    return (
        was.unit == now.unit
        and not (was.might_be_a_year and now.might_be_a_year)
        and bool(FROM.search(sentence[: was.start]))
        and bool(TO.fullmatch(sentence[was.end : now.start]))
    )


def wrong_way(lead: str, was: Figure, now: Figure) -> bool:
    """Only when the nearest word of direction, and no other, says the opposite."""
    up, down = [*UP.finditer(lead)], [*DOWN.finditer(lead)]
    if bool(up) == bool(down) or "not " in lead or was.value == now.value:
        return False
    return (now.value < was.value) if up else (now.value > was.value)


def size_stated(sentence: str, found: tuple[Figure, ...], index: int) -> Figure | None:
    """The size given for the change: just before 'from' ('by 43% from …') or just after."""
    after = size_after(sentence, found, index)
    if after:
        return after
    if index:
        before = found[index - 1]
        gap = sentence[before.end : found[index].start]
        told = BY_BEFORE.search(sentence[: before.start]) or re.match(
            r"\s+(?:increase|rise|decrease|fall|reduction|drop)", gap, re.IGNORECASE
        )
        if told and len(gap) < 50 and not before.might_be_a_year:
            return before
    return None


def size_after(sentence: str, found: tuple[Figure, ...], index: int) -> Figure | None:
    """The size given just after the two figures that begin at `index`: ', a rise of 25%'."""
    if index + 2 >= len(found):
        return None
    after = found[index + 2]
    told = NEXT.fullmatch(sentence[found[index + 1].end : after.start])
    return after if told and not after.might_be_a_year else None


def fits(stated: Figure, was: Figure, now: Figure) -> bool:
    """Whether the size is the difference, or the percentage, allowing for rounding."""
    apart = abs(now.value - was.value)
    slack = Decimal(10) ** -stated.decimals
    if stated.unit != "%" or was.unit == "%":
        differs = abs(apart - stated.value) <= (slack if stated.decimals or stated.scaled else 0)
        return (
            differs
            or (was.unit == "%" and relative(stated, was, apart, slack))
            or stated.unit not in (was.unit, "%")
        )
    return relative(stated, was, apart, slack)


def relative(stated: Figure, was: Figure, apart: Decimal, slack: Decimal) -> bool:
    return bool(was.value) and abs(apart / was.value * HUNDRED - stated.value) <= slack


def wrong_direction(was: Figure, now: Figure, sentence: str, place: str, at: int) -> Slip:
    way = "more" if now.value > was.value else "less"
    said = (
        f"{now.text.strip()} is {way} than {was.text.strip()}, not the way that the sentence says."
    )
    return Slip(KIND, place, shortened(sentence), said, 0.8, at=at)


def wrong_size(
    stated: Figure, was: Figure, now: Figure, sentence: str, place: str, at: int
) -> Slip:
    apart = abs(now.value - was.value)
    expected = apart
    if stated.unit == "%" and was.unit != "%" and was.value:
        expected = (apart / was.value * HUNDRED).quantize(Decimal("0.1"))
    unit = "%" if stated.unit == "%" else ""
    said = (
        f"From {was.text.strip()} to {now.text.strip()} is a change of {expected.normalize():f}{unit},"
        f" not {stated.text.strip()}."
    )
    certainty = 0.85 if stated.unit == "%" else 0.75
    return Slip(
        KIND,
        place,
        shortened(sentence),
        said,
        certainty,
        expected=expected,
        found=stated.value,
        at=at,
    )
