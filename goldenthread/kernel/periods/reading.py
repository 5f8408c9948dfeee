"""Read a period as people write it. What could mean two things is refused, never guessed."""

import re
from collections.abc import Callable
from datetime import date
from re import Match

from goldenthread.kernel.periods.period import MONTHS, Kind, Period

KNOWN = (
    "“2014/15”, “school year 2014/15”, “2019”, “2019/21”, “2020-01”, “January 2020”, "
    "“Q3 2014/15”, “September 2014 to April 2015” or “31 March 2015”"
)


class NotAPeriod(ValueError):
    """The text names no period, or could name two. The message says how to write it."""


def parse(text: str, *, years: Kind = Kind.FINANCIAL_YEAR) -> Period:
    """The period that `text` names; `years` says what a bare “2014/15” means in this source.

    Raises NotAPeriod with a sentence for the person who wrote it.
    """
    plain = _plain(text)
    for pattern, read in _WAYS:
        found = pattern.fullmatch(plain)
        if found:
            return _read(read, found, text, years)
    raise NotAPeriod(f"“{text}” is not a period we can read. Write it like {KNOWN}")


Read = Callable[[Match[str], Kind], Period]


def _read(read: Read, found: Match[str], text: str, years: Kind) -> Period:
    try:
        return read(found, years)
    except NotAPeriod:
        raise
    except ValueError as error:
        raise NotAPeriod(f"“{text}” names a date or month that does not exist") from error


def _plain(text: str) -> str:
    words = re.sub(r"[‐-―]", "-", text.strip().casefold())
    words = re.sub(r"\b(\d{1,2})(st|nd|rd|th)\b", r"\1", words)
    return re.sub(r"\s+", " ", words)


def _month_number(name: str) -> int:
    """From a name or its first letters (“sept”), which the pattern has already held to be a month."""
    return [month[:3].casefold() for month in MONTHS].index(name[:3]) + 1


def _years(found: Match[str], years: Kind) -> Period:
    """“2014/15” is one year, “2019/21” two financial years."""
    first, last = int(found["first"]), int(found["last"])
    count = (last - first) % 100 if last < 100 else last - first
    if not 1 <= count <= 10:
        raise NotAPeriod(f"“{found[0]}” runs over {count} years. Write a year like “2014/15”")
    words = found.group("words") or ""
    if "school" in words or "academic" in words:
        years = Kind.SCHOOL_YEAR
    if years is Kind.SCHOOL_YEAR and count == 1 and "financial" not in words:
        return Period.school_year(first)
    return Period.financial_year(first, count)


def _hyphened(found: Match[str], years: Kind) -> Period:
    """“2011-12” is December 2011 to a computer and a year to a council."""
    year, second = int(found["first"]), int(found["last"])
    follows = second == (year + 1) % 100
    if follows and 1 <= second <= 12:
        raise NotAPeriod(
            f"“{found[0]}” could be {MONTHS[second - 1]} {year} or the year {year}/{second:02}. "
            f"Write “{MONTHS[second - 1]} {year}” or “{year}/{second:02}”"
        )
    return Period.month(year, second) if second <= 12 else _years(found, years)


def _unpunctuated(found: Match[str], years: Kind) -> Period:
    """“202425”, as national open data writes a year; anything but one year might be a month."""
    if int(found["last"]) != (int(found["first"]) + 1) % 100:
        raise NotAPeriod(f"“{found[0]}” is not one year. Write a year like “2014/15”")
    return _years(found, years)


def _months_numbered(found: Match[str], years: Kind) -> Period:
    first, last = (date.fromisoformat(found[end] + "-01") for end in ("from", "to"))
    if last < first:
        raise NotAPeriod(f"“{found[0]}” ends before it starts")
    return Period(first, Period.month(last.year, last.month).end, Kind.SPAN)


def _month_named(found: Match[str], years: Kind) -> Period:
    return Period.month(int(found["year"]), _month_number(found["month"]))


def _day_named(found: Match[str], years: Kind) -> Period:
    month = _month_number(found["month"])
    return Period.day(date(int(found["year"]), month, int(found["day"])))


def _day_numbered(found: Match[str], years: Kind) -> Period:
    return Period.day(date(int(found["year"]), int(found["month"]), int(found["day"])))


def _calendar_year(found: Match[str], years: Kind) -> Period:
    return Period.calendar_year(int(found["year"]))


def _quarter(found: Match[str], years: Kind) -> Period:
    """With a split year the quarters run from April, with a single one from January."""
    inside = parse(found["rest"])
    if inside.kind not in (Kind.FINANCIAL_YEAR, Kind.CALENDAR_YEAR):
        raise NotAPeriod(f"“{found[0]}” needs one year after the quarter, like “Q3 2014/15”")
    financial = inside.kind is Kind.FINANCIAL_YEAR
    return Period.quarter(inside.start.year, int(found["quarter"]), financial=financial)


def _year_ending(found: Match[str], years: Kind) -> Period:
    """“Year ending 31 March 2015” is the year 2014/15."""
    last = parse(found["rest"]).end
    whole = Period.months(Kind.SPAN, last.year, last.month - 11, 12)
    if whole.end != last:
        raise NotAPeriod(f"“{found[0]}” does not end with the month; write both dates")
    kinds = {3: Kind.FINANCIAL_YEAR, 8: Kind.SCHOOL_YEAR, 12: Kind.CALENDAR_YEAR}
    return Period(whole.start, whole.end, kinds.get(last.month, Kind.SPAN))


def _span(found: Match[str], years: Kind) -> Period:
    first, last = parse(found["from"]), parse(found["to"])
    if last.end < first.start:
        raise NotAPeriod(f"“{found[0]}” ends before it starts")
    return Period(first.start, last.end, Kind.SPAN)


_MONTH = rf"(?P<month>{'|'.join(m.casefold() for m in MONTHS)}|sept|{'|'.join(m[:3].casefold() for m in MONTHS)})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FIRST = r"(?P<first>(?:19|20)\d\d)"
_WORDS = r"(?P<words>(?:financial|school|academic|reporting)? ?(?:years?)? ?)"
_AS_AT = r"(?:as at |at |on )?"
_WAYS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?:calendar year )?{_YEAR}", _calendar_year),
        (rf"(?P<words>){_FIRST}-(?P<last>\d\d)", _hyphened),
        (rf"{_WORDS}{_FIRST}(?:/|-| to )(?P<last>\d\d|(?:19|20)\d\d)", _years),
        (rf"{_WORDS}{_FIRST}(?P<last>\d\d)", _unpunctuated),
        (rf"{_MONTH},? {_YEAR}", _month_named),
        (rf"{_AS_AT}(?P<day>\d\d?) {_MONTH},? {_YEAR}", _day_named),
        (rf"{_AS_AT}(?P<day>\d\d?)[/.](?P<month>\d\d?)[/.]{_YEAR}", _day_numbered),
        (rf"{_AS_AT}{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)", _day_numbered),
        (r"(?:q|qtr|quarter) ?(?P<quarter>[1-4]),? (?:of )?(?P<rest>.+)", _quarter),
        (r"(?:the )?year (?:ending|ended|to) (?P<rest>.+)", _year_ending),
        (r"(?P<from>\d{4}-\d\d)/(?P<to>\d{4}-\d\d)", _months_numbered),
        (r"(?P<from>\d{4}-\d\d-\d\d)/(?P<to>\d{4}-\d\d-\d\d)", _span),
        (r"(?P<from>.+?) (?:to|until|-) (?P<to>.+)", _span),
    )
)
