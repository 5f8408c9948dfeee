"""Dates that cannot be: not in the calendar, on another weekday, told as past before they come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from goldenthread.engine.proof.about import About
from goldenthread.engine.proof.document import Block, Document, Passage, Table
from goldenthread.engine.proof.language import dates, sentences
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "date"
AS_PAST, AS_PAST_YEARLY = 0.85, 0.8
MOST_AS_PAST = 3
"""With more than this many dates 'too early' the document's own date was probably misread."""
NOT_A_DAY = re.compile(
    r"(?:issue|page|pages|no\.?|number|vol\.?|volume|chapter|part|aged?|section|newsletter|of)\s*$",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:met|took place|(?:was|were|has been|had been) (?:held|published|launched|delivered|completed|presented|received|agreed|"
    r"approved|signed|reviewed|attended|opened|introduced|hosted|convened|carried out|undertaken|submitted|notified)|"
    r"attended|hosted|convened|visited|launched|published|gathered|discussed|heard|received)\b",
    re.IGNORECASE,
)
NOT_DONE = "plan|propos|schedul|expect|intend|need|target|bas|ag|call|titl|organis|arrang|book|dat|nam|relat|requir|limit|unit|extend|hundr"
DID = re.compile(
    rf"\b(?:(?!(?:{NOT_DONE})(?:n|l|t)?ed\b)[a-z]{{2,}}ed|met|held|heard|saw|took|gave|came|went|said|told|brought|led|ran|spoke|"
    r"began|won|made|found|had)\b",
    re.IGNORECASE,
)
SAYS = re.compile(r"\b(?:was|were|met|took place|we|they|it)\b", re.IGNORECASE)
"""What a line without a full stop must hold to be a sentence rather than a title."""
OPENS = re.compile(r"\s*(?:at|on|in|during|following|after|since)\b", re.IGNORECASE)
FOR = re.compile(r"\b(?:for|to)\b", re.IGNORECASE)
CLAUSE = re.compile(r"[;,:]|\b(?:and|but|which|while|then)\b", re.IGNORECASE)
TO_COME = re.compile(
    r"\b(?:will|shall|plan(?:s|ned)?|due|to be|going to|schedul\w+|next|forthcoming|upcoming|until|by|from|aims?|expect\w*|"
    r"proposed?|intend\w*|target|deadline|ahead of|in time for|for (?:delivery|launch|publication))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Written:
    """When the document was written at the latest, and the words that say so."""

    by: date
    said: str
    certainty: float


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    """Slips for single dates; spans of dates are in `date_spans`."""
    found = list(every_slip(document, when_written(document)))
    early = [slip for slip in found if slip.certainty in (AS_PAST, AS_PAST_YEARLY)]
    for slip in found:
        doubtful = slip in early and len(early) > MOST_AS_PAST
        yield replace(slip, certainty=0.4) if doubtful else slip


def every_slip(document: Document, written: Written | None) -> Iterator[Slip]:
    for at, block in enumerate(document.blocks):
        for place, text in texts(block):
            for sentence in sentences.split(text):
                for found in dates.mentions(sentence):
                    yield from slips(found, sentence, place, at, written)


def when_written(document: Document) -> Written | None:
    about = About(document)
    if about.month:
        return Written(last_day(about.month), f"is of {month_of(about.month)}", AS_PAST)
    if about.period_end:
        late = about.period_end.replace(year=about.period_end.year + 1, month=12)
        return Written(late, f"covers the year to {month_of(about.period_end)}", AS_PAST_YEARLY)
    return None


def month_of(day: date) -> str:
    return dates.written(day).partition(" ")[2]


def texts(block: Block) -> Iterator[tuple[str, str]]:
    """The passage, or each cell of a table, with its place."""
    if isinstance(block, Passage):
        yield block.place, block.text
    elif isinstance(block, Table) and not block.laid_out:
        for row, line in enumerate(block.rows):
            yield from (
                (block.place_of(row, c), cell.text) for c, cell in enumerate(line) if cell.text
            )


def slips(
    found: dates.Mention, sentence: str, place: str, at: int, written: Written | None
) -> Iterator[Slip]:
    quote = around(sentence, found)
    if not found.exists:
        certainty = no_such_day(found, sentence)
        if certainty:
            said = f"There is no such date as {found.text}."
            yield Slip(KIND, place, quote, said, certainty, at=at)
        return
    day = found.first_day
    if day is None:
        return
    wrong_day = (
        found.weekday if found.day and found.weekday and dates.weekday(day) != found.weekday else ""
    )
    too_soon = bool(written and told_as_past(found, sentence) and day > written.by)
    if wrong_day or too_soon:
        yield misdated(
            found,
            day,
            wrong_day,
            written if too_soon else None,
            Slip(KIND, place, quote, "", 0.0, at=at),
        )


def no_such_day(found: dates.Mention, sentence: str) -> float:
    """How sure one can be that an impossible date is meant as a date."""
    if not 1 <= found.month <= 12:
        return (
            0.85
            if found.day is not None and found.day > 12 and found.month <= 31 and found.year
            else 0.0
        )
    if found.day is not None and found.day <= 31 and found.day > 0:
        return 0.95
    if NOT_A_DAY.search(sentence[: found.start]):
        return 0.0
    return 0.9 if found.ordinal or found.weekday else 0.7 if found.year else 0.3


def told_as_past(found: dates.Mention, sentence: str) -> bool:
    """Whether the clause that the date stands in tells of something that happened."""
    lead, rest = sentence[: found.start], sentence[found.end :]
    before, after = CLAUSE.split(lead)[-1], CLAUSE.split(rest)[0]
    if TO_COME.search(before[-120:] + " " + after[:60]) or FOR.search(before):
        return False
    if not sentence.rstrip().endswith((".", "!", "?")) and not SAYS.search(sentence):
        return False
    opens = OPENS.match(lead) and len(lead) < 60 and not TO_COME.search(rest[:60])
    return bool(
        PAST.search(sentence) or DID.search(before[-45:]) or opens and DID.search(rest[:80])
    )


def last_day(month: date) -> date:
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def misdated(
    found: dates.Mention, day: date, wrong_day: str, written: Written | None, slip: Slip
) -> Slip:
    """One slip that says all that is wrong with the date, and the year that would put it right."""
    said = []
    if wrong_day:
        said.append(f"{dates.written(day)} is a {dates.weekday(day)}, not a {wrong_day}.")
    if written:
        said.append(f"This document {written.said}, yet it tells of {found.text} as past.")
    meant = likely(found, day, wrong_day, written)
    if meant:
        named = f"{wrong_day} " if wrong_day else ""
        said.append(
            f"Perhaps {named}{dates.written(meant) if found.day else month_of(meant)} is meant."
        )
    certainty = (
        0.97 if wrong_day and written else 0.9 if wrong_day or not written else written.certainty
    )
    return Slip(
        slip.kind,
        slip.place,
        slip.quote,
        " ".join(said),
        certainty,
        expected=meant,
        found=day,
        at=slip.at,
    )


def likely(found: dates.Mention, day: date, wrong_day: str, written: Written | None) -> date | None:
    """The nearest year in which the weekday fits and the day had come."""
    for year in (day.year - 1, day.year + 1, day.year - 2):
        other = found.in_year(year)
        fits = other and (not wrong_day or dates.weekday(other) == wrong_day)
        if other and fits and not (written and other > written.by):
            return other
    return None


def around(sentence: str, found: dates.Mention) -> str:
    """The date with enough of its sentence to find it by."""
    start = max(0, found.start - 80)
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    return shortened(sentence[start : found.end + 60])
