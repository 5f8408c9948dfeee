"""Read a decision as it was said: “Sarah's team to audit 20 strategy discussions by 30 June”."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.kernel.periods.period import MONTHS

_MONTH = "|".join([month.casefold() for month in MONTHS] + [m[:3].casefold() for m in MONTHS])
_WHEN = re.compile(
    r"[\s,]+(?:by|before|no later than|due(?: by)?)\s+(?:the\s+)?(?P<when>[^,]{3,40}?)\.?$", re.I
)
_WHO = re.compile(
    r"^(?P<who>.{2,80}?)\s+(?:(?:is |are )?to|will|shall|must)\s+(?P<what>.+)$", re.I | re.S
)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})(?:,? (\d{{4}}))?")
_END = re.compile(rf"(?:(?:the )?end of )?({_MONTH})(?: (\d{{4}}))?")


@dataclass(frozen=True)
class Said:
    """`who` and `due_on` are empty where the line does not say; `what` is never empty."""

    what: str
    who: str = ""
    due_on: date | None = None


def read(line: str, today: date) -> Said:
    """Who is to do what by when. A day without a year is the next such day."""
    text = " ".join(line.split())
    due_on = None
    found = _WHEN.search(text)
    if found:
        due_on = read_day(found["when"], today)
        text = text[: found.start()] if due_on else text
    parted = _WHO.match(text)
    if not parted:
        return Said(_sentence(text), due_on=due_on)
    return Said(_sentence(parted["what"]), parted["who"].strip(), due_on)


def read_day(words: str, today: date) -> date | None:
    """ "30 June", "30/06/2027", "end of June", "30th June 2027"; None if it is none of these."""
    plain = words.casefold().strip()
    numbers, named, end = (
        _NUMBERS.fullmatch(plain),
        _NAMED.fullmatch(plain),
        _END.fullmatch(plain),
    )
    if numbers:
        year = int(numbers[3]) + (2000 if len(numbers[3]) == 2 else 0)
        return _day(year, int(numbers[2]), int(numbers[1]))
    if named:
        return _next(int(named[1]), _month(named[2]), named[3], today)
    return _end_of(_month(end[1]), end[2], today) if end else None


def _next(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _day(int(year), month, day)
    this_year = _day(today.year, month, day)
    return this_year if this_year and this_year >= today else _day(today.year + 1, month, day)


def _end_of(month: int, year: str | None, today: date) -> date:
    chosen = int(year) if year else today.year + (month < today.month)
    return date(chosen + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return [month[:3].casefold() for month in MONTHS].index(name[:3]) + 1


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
