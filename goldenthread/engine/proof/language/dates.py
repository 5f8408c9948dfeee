"""Dates as reports write them, the impossible ones included."""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = {name: number for number, name in enumerate(month_name) if name}
SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"Sept": 9}
NUMBERS = {name.lower(): number for name, number in (MONTHS | SHORT).items()}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EVERY_YEAR = 2000

DIGIT = re.compile(r"\d")
ANY_MONTH = re.compile("|".join(f"{name}|{name.upper()}" for name in SHORT))
_NAMES = (*MONTHS, "Sept", *(name for name in SHORT if name != "Sept"))
_MONTH = f"(?P<month>{'|'.join(f'{name}|{name.upper()}' for name in _NAMES)})"
_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY),?\s+(?:the\s+)?)?"
_YEAR = r"(?:,?\s*(?P<year>(?:19|20)\d\d)(?!\d|\s*[/-]\s*\d\d\b))?"
WRITTEN = re.compile(
    _WEEKDAY
    + r"(?<![\d][.,/])\b(?P<day>\d{1,2})(?P<ordinal>\s?(?:st|nd|rd|th))?\s+(?:of\s+)?"
    + _MONTH
    + r"\b\.?"
    + _YEAR
)
MONTH_FIRST = re.compile(
    _WEEKDAY
    + r"\b"
    + _MONTH
    + r"\s+(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"
)
NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<number>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/.-]\d)"
)
ISO = re.compile(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)")
MONTH_YEAR = re.compile(
    r"(?<![\d] )(?<!\d)\b" + _MONTH + r"\b\.?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"
)


@dataclass(frozen=True)
class Mention:
    """A date in running text. `day` is None for a month of a year; `year` is None where unsaid."""

    text: str
    start: int
    end: int
    day: int | None
    month: int
    year: int | None
    weekday: str = ""
    ordinal: bool = False

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day (29 February, in a year not said, is allowed)."""
        if not 1 <= self.month <= 12:
            return False
        longest = monthrange(self.year or EVERY_YEAR, self.month)[1]
        return self.day is None or 1 <= self.day <= longest

    @property
    def first_day(self) -> date | None:
        """The date, or the first day of its month; None without a year or if there is no such day."""
        if self.year is None or not self.exists:
            return None
        return date(self.year, self.month, self.day or 1)

    def in_year(self, year: int) -> date | None:
        """The same day of another year."""
        moved = Mention(self.text, 0, 0, self.day, self.month, year)
        return moved.first_day


@lru_cache(maxsize=200_000)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every date and every month with a year, in order, none inside another."""
    if not DIGIT.search(text):
        return ()
    found: list[Mention] = []
    named = bool(ANY_MONTH.search(text))
    for pattern in (WRITTEN, MONTH_FIRST, ISO, NUMERIC, MONTH_YEAR) if named else (ISO, NUMERIC):
        for match in pattern.finditer(text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(mention(match))
    return tuple(sorted(found, key=lambda m: m.start))


def mention(match: re.Match[str]) -> Mention:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and year < 100:
        year += 2000
    return Mention(
        text=match[0].strip(" ,."),
        start=match.start(),
        end=match.end(),
        day=int(parts["day"]) if parts.get("day") else None,
        month=NUMBERS[parts["month"].lower()] if parts.get("month") else int(parts["number"]),
        year=year,
        weekday=(parts.get("weekday") or "").capitalize(),
        ordinal=bool(parts.get("ordinal")),
    )


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def full(mentioned: tuple[Mention, ...]) -> Iterator[Mention]:
    """Only those with day, month and year that the calendar has."""
    return (m for m in mentioned if m.day is not None and m.first_day is not None)


def written(day: date) -> str:
    return f"{day.day} {month_name[day.month]} {day.year}"
