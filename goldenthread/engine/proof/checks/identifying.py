"""Names and other phrases in a review of a case by which a child or family could be known."""

import re
from collections.abc import Iterator

from goldenthread.engine.proof.about import About
from goldenthread.engine.proof.checks import impossible_dates
from goldenthread.engine.proof.checks.identifying_patterns import PATTERNS, given_names
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.language import dates
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "identifying"
TEN_DIGITS = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
OF_THE_REVIEW = re.compile(
    r"\b(?:author|lead reviewer|reviewers?|independent (?:chair|scrutineer|reviewer)|chair(?:ed)?|commission\w+|published|publication|"
    r"report (?:by|of|written)|written by|panel|signed|contact|e-?mail|tel|review (?:began|started|period)|scope|guidance|inquiry|et al|ISBN)\b",
    re.IGNORECASE,
)
OF_THE_CASE = re.compile(
    r"\b(?:child\w*|mother|father|mum|dad|parents?|baby|infant|sibling|hospital|admitted|died|death|born|injur\w+|incident|police|"
    r"school|nursery|home|visit\w*|arrest\w*|attended|moved|conference|referr\w+|assault\w*|found|seen|disclos\w+|she|he|they)\b",
    re.IGNORECASE,
)
PSEUDONYM = re.compile(
    r"\b(?:pseudonym|not (?:his|her|their) real name|names? (?:have|has) been changed|anonymi[sz]ed name)\b",
    re.IGNORECASE,
)
FOR_WHAT = {"tracked changes": "earlier wording", "comments": "what its writers said to each other"}


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    """Numbers and birth dates are looked for everywhere, the rest only in a review."""
    about = About(document)
    review = about.is_review if settings.review is None else settings.review
    renamed = bool(PSEUDONYM.search(about.words))
    told: set[str] = set()
    for at, block in enumerate(document.blocks):
        for place, text in impossible_dates.texts(block):
            for what, start, end, certainty in found(text, review, renamed):
                key = text[start:end].strip().lower()
                if key not in told:
                    told.add(key)
                    yield slip(what, text, start, end, certainty, place, at)
    if review:
        yield from unseen(document)


Found = tuple[str, int, int, float]


def found(text: str, review: bool, renamed: bool) -> Iterator[Found]:
    """Each stretch of the text that tells too much; where two overlap, the first named."""
    taken: list[tuple[int, int]] = []
    for what, start, end, certainty in [
        *by_pattern(text, review),
        *by_number(text),
        *by_name(text, review, renamed),
        *by_date(text, review),
    ]:
        if not any(s < end and start < e for s, e in taken):
            taken.append((start, end))
            yield what, start, end, certainty


def by_pattern(text: str, review: bool) -> Iterator[Found]:
    for known in PATTERNS:
        if review or known.everywhere:
            for match in known.pattern.finditer(text):
                official = "name" in known.what and OF_THE_REVIEW.search(
                    near(text, match.start(), match.end())
                )
                yield known.what, match.start(), match.end(), 0.35 if official else known.certainty


def by_number(text: str) -> Iterator[Found]:
    """Ten digits that pass the check of an NHS number; run together, they may be some reference."""
    for match in TEN_DIGITS.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if digits[0] != "0" and is_nhs_number(digits):
            spaced = len(match[0]) > len(digits)
            yield "an NHS number", match.start(), match.end(), 0.85 if spaced else 0.5


def is_nhs_number(digits: str) -> bool:
    """The modulus 11 check of the NHS Data Dictionary."""
    check = (
        11
        - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
        % 11
    )
    return check % 11 == int(digits[9]) and check != 10


def by_name(text: str, review: bool, renamed: bool) -> Iterator[Found]:
    if review:
        for match in given_names().finditer(text):
            official = renamed or OF_THE_REVIEW.search(near(text, match.start(), match.end()))
            yield "a name", match.start(), match.end(), 0.35 if official else 0.75


def by_date(text: str, review: bool) -> Iterator[Found]:
    """Exact dates of what happened to the child, not of the review itself."""
    if review:
        for mention in dates.full(dates.mentions(text)):
            around = near(text, mention.start, mention.end)
            of_case = OF_THE_CASE.search(around) and not OF_THE_REVIEW.search(around)
            yield "an exact date", mention.start, mention.end, 0.7 if of_case else 0.4


def near(text: str, start: int, end: int) -> str:
    """The words around a stretch, within its own line."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[max(first, start - 90) : min(len(text) if last < 0 else last, end + 70)]


def slip(what: str, text: str, start: int, end: int, certainty: float, place: str, at: int) -> Slip:
    quote = shortened(near(text, start, end))
    said = f"“{shortened(text[start:end].strip(' .,;'), 60)}” is {what}, by which someone could be known."
    return Slip(KIND, place, quote, said, certainty, at=at)


def unseen(document: Document) -> Iterator[Slip]:
    for hidden in document.hidden:
        said = f"The file still carries {hidden}, which show {FOR_WHAT.get(hidden, 'more than the page')} to anyone who opens it."
        yield Slip(KIND, "whole document", hidden, said, 0.85, at=len(document.blocks))
