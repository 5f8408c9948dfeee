"""Read a date as it is written in Britain: the day first."""

import re
from datetime import date, datetime, timedelta

from goldenthread.engine.intake.table import Cell
from goldenthread.engine.intake.values.outcome import PLACEHOLDERS, Outcome, refused, warned
from goldenthread.engine.intake.wording import plain
from goldenthread.kernel import periods
from goldenthread.kernel.periods.period import MONTHS, long_date

FIRST_YEAR, LAST_YEAR = 1950, 2100
# Excel counts days from here; the range is 1982 to 2064.
_EXCEL_DAY_NOUGHT = date(1899, 12, 30)
_EXCEL_DAYS = range(30_000, 60_000)
_MONTH_NAMES = "|".join(
    [m.casefold() for m in MONTHS] + ["sept"] + [m[:3].casefold() for m in MONTHS]
)
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ")
_LEADING = re.compile(
    r"^(by|due|before|from|on|by the|no later than)? ?(the )?(end of|end)? ?(the )?"
)
_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})( \d\d?:\d\d(:\d\d)?)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([t ]\d\d:\d\d(:\d\d)?(\.\d+)?z?)?")
_NAMED = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[ \-/.]*({_MONTH_NAMES})[ \-/.,']*(\d{{4}}|\d{{2}})"
)
_MONTH_SHORT = re.compile(rf"({_MONTH_NAMES})[ \-/.']*(\d{{2}})")
_ANY_DATE = re.compile(
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH_NAMES})"
)


def read_date(cell: Cell) -> Outcome:
    """A date, a month read as its last day (with a warning), or a sentence on why not."""
    if isinstance(cell, datetime):
        return _plausible(cell.date(), str(cell))
    if isinstance(cell, date):
        return _plausible(cell, str(cell))
    if isinstance(cell, int | float):
        return _excel_day(cell)
    return _from_text(cell or "")


def _excel_day(number: int | float) -> Outcome:
    if _EXCEL_DAYS.start <= number < _EXCEL_DAYS.stop:
        day = _EXCEL_DAY_NOUGHT + timedelta(days=int(number))
        return warned(day, f"{number} is how Excel stores a date; we read it as {long_date(day)}")
    return refused(f"“{number}” is not a date. Write it like 31/03/2026")


def _from_text(text: str) -> Outcome:
    if plain(text) in PLACEHOLDERS:
        return warned(None, f"“{text}” is not a date, so we left the date blank")
    words = _WEEKDAY.sub("", " ".join(text.casefold().split()))
    for pattern, order in ((_ISO, (1, 2, 3)), (_NUMBERS, (3, 2, 1)), (_NAMED, (3, 2, 1))):
        found = pattern.fullmatch(words)
        if found:
            year, month, day = (found[group] for group in order)
            return _day(year, month, day, text)
    if len(_ANY_DATE.findall(words)) > 1:
        return refused(
            f"“{text}” holds more than one date. Keep the one that counts in this column"
        )
    return _whole_period(_LEADING.sub("", words, count=1), text)


def _day(year: str, month: str, day: str, text: str) -> Outcome:
    full_year = int(year) + (2000 if len(year) == 2 else 0)
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        return _plausible(date(full_year, number, int(day)), text)
    except ValueError:
        return refused(_no_such_day(int(day), number, full_year, text))


def _month_number(name: str) -> int:
    return [month[:3].casefold() for month in MONTHS].index(name[:3]) + 1


def _no_such_day(day: int, month: int, year: int, text: str) -> str:
    if month > 12 >= day:
        return f"“{text}” seems to have the month first. Write the day first, like 31/03/2026"
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return f"“{text}” is not a date. Write it like 31/03/2026"
    return f"“{text}” is not a date: {MONTHS[month - 1]} {year} has no day {day}"


def _plausible(day: date, text: str) -> Outcome:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return Outcome(day)
    return refused(f"“{text}” gives the year {day.year}. Check the year")


def _whole_period(words: str, text: str) -> Outcome:
    """“Sept 2026” or “2020-01” as a deadline means by the end of that month."""
    short = _MONTH_SHORT.fullmatch(words)
    if short:
        words = f"{short[1]} 20{short[2]}"
    try:
        period = periods.parse(words)
    except periods.NotAPeriod:
        return refused(f"“{text}” is not a date we can read. Write it like 31/03/2026")
    if period.kind is periods.Kind.DAY:
        return _plausible(period.end, text)
    read = _plausible(period.end, text)
    told = f"“{text}” is not one day; we read it as its last, {long_date(period.end)}"
    return warned(period.end, told) if read.value else read
