"""A number broken down in words, whose parts do not make it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from goldenthread.engine.proof.document import Document, Passage
from goldenthread.engine.proof.language import sentences
from goldenthread.engine.proof.language.figures import Figure, figures
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "total"
OPENS = re.compile(
    r"[^.;:()]{0,60}?(?::|\(|,?\s*(?:made up of|comprising|consisting of|broken down (?:as|into)|namely|that is,))\s*(?:[A-Za-z][\w'’ -]{0,25}[\s:])?$",
    re.IGNORECASE,
)
JOINS = re.compile(
    r"\s*(?:[A-Za-z][\w'’/&%-]*\s*){1,7}(?:,|;|\band\b|,\s*and\b)\s*(?:[A-Za-z][\w'’ -]{0,25}[\s:])?",
    re.IGNORECASE,
)
NOT_ALL = re.compile(
    r"\b(?:includ\w+|such as|e\.g\.|for example|some|among|up from|compared|of whom|more than|over|at least|from|to|last year|previous)\b",
    re.IGNORECASE,
)
REST = re.compile(r"\b(?:the )?(?:remaining|other|rest,?)\s+(?:of\s+)?$", re.IGNORECASE)
LEADS = re.compile(r"^\W*(\d[\d,]*)\s+[a-z]")
FEWEST = 2


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    for at, passage in document.passages():
        for sentence in sentences.split(passage.text):
            yield from in_sentence(sentence, passage, at)
    yield from in_lists(document)


def in_sentence(sentence: str, passage: Passage, at: int) -> Iterator[Slip]:
    """'60 referrals: 25 from police, 20 from schools and 10 from health'."""
    found = [f for f in figures(sentence) if f.unit != "%"]
    for index, whole in enumerate(found[:-FEWEST]):
        opening = sentence[whole.end : found[index + 1].start]
        if OPENS.fullmatch(opening) and not NOT_ALL.search(opening):
            parts = parts_after(sentence, found[index + 1 :])
            if len(parts) >= FEWEST:
                yield from unless_made(whole, parts, sentence, passage.place, at)
            return


def parts_after(sentence: str, found: list[Figure]) -> list[Figure]:
    """The figures of one list, each with a word or two; empty where something else comes between."""
    parts = found[:1]
    for before, after in zip(found, found[1:], strict=False):
        if not JOINS.fullmatch(sentence[before.end : after.start]):
            break
        parts.append(after)
    rest = sentence[parts[0].start : parts[-1].end + 40]
    return (
        [] if NOT_ALL.search(re.sub(r"\bfrom\b", " ", rest)) or len(parts) < len(found) else parts
    )


def unless_made(
    whole: Figure, parts: list[Figure], sentence: str, place: str, at: int
) -> Iterator[Slip]:
    made = sum((part.value for part in parts), Decimal(0))
    alike = len({whole.unit, *(part.unit for part in parts)}) == 1
    if alike and made != whole.value and max(part.value for part in parts) < whole.value:
        yield wrong(whole.value, made, len(parts), sentence, place, at)


def wrong(whole: Decimal, made: Decimal, count: int, quote: str, place: str, at: int) -> Slip:
    said = f"The {count} parts make {made:,f}, not {whole:,f}."
    certainty = 0.8 if abs(made - whole) / whole < Decimal("0.35") else 0.5
    return Slip(KIND, place, shortened(quote), said, certainty, expected=made, found=whole, at=at)


def in_lists(document: Document) -> Iterator[Slip]:
    """A line that ends in a colon, over a list whose items each begin with their number."""
    for at, passage in document.passages():
        if not passage.text.rstrip().endswith(":"):
            continue
        stated = [f for f in figures(passage.text) if not f.unit and not f.might_be_a_year]
        items = list_after(document, at)
        numbers = [Decimal(m[1].replace(",", "")) for text in items if (m := LEADS.match(text))]
        made = sum(numbers, Decimal(0))
        complete = len(numbers) == len(items) >= FEWEST and len(stated) == 1
        if complete and made != stated[0].value > max(numbers) and not NOT_ALL.search(passage.text):
            yield wrong(stated[0].value, made, len(items), passage.text, passage.place, at)


def list_after(document: Document, at: int) -> list[str]:
    items: list[str] = []
    for block in document.blocks[at + 1 : at + 30]:
        if not isinstance(block, Passage) or not block.item:
            break
        items.append(block.text)
    return items
