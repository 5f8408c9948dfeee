"""What a program says of a return besides its tables: the year that it is for."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

# What a year may be; 26 or 20260 is a slip.
YEARS = range(1900, 2200)
REFERENCE_DATE, COLLECTION_YEAR = "reference_date", "collection_year"
MEANT = {
    "referencedate": REFERENCE_DATE,
    "collectionyear": COLLECTION_YEAR,
    "year": COLLECTION_YEAR,
}
WRITTEN = ("%Y-%m-%d", "%d/%m/%Y")
FIRST_TEN = 10


def read_context(given: Mapping[str, Any] | None) -> dict[str, Any]:
    """`reference_date` as a date and `collection_year` (the year in which the census ends) as a
    whole number, each where it was given; anything else is left out. `ReferenceDate`, `Year`, a
    date as text and a year such as `2025/26` are understood.

    Raises TypeError where `given` is no mapping, ValueError for a date or year that is none.
    """
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise TypeError(f"`context` must be a dict, not a {type(given).__name__}: {EXAMPLE}")
    meant = {_meant(name): value for name, value in given.items() if value is not None}
    return {name: READ[name](value) for name, value in meant.items() if name in READ}


def _meant(name: object) -> str:
    plain = str(name).lower().replace("_", "").replace(" ", "")
    return MEANT.get(plain, "")


def _reference_date(value: object) -> date:
    day = value.date() if isinstance(value, datetime) else value
    if isinstance(value, str):
        day = next(filter(None, (_written(value.strip(), form) for form in WRITTEN)), None)
    if not isinstance(day, date) or day.year not in YEARS:
        raise ValueError(f"`{REFERENCE_DATE}` is {value!r}, which is no date: {EXAMPLE}")
    return day


def _written(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text[:FIRST_TEN], form).date()
    except ValueError:
        return None


def _collection_year(value: object) -> int:
    year = _spelt_out(str(value).strip().removesuffix(".0"))
    if isinstance(value, bool) or year not in YEARS:
        raise ValueError(f"`{COLLECTION_YEAR}` is {value!r}, which is no year: {EXAMPLE}")
    return year


def _spelt_out(text: str) -> int:
    """2026 of `2026` and of `2025/26`; 0 of what is neither."""
    first, slash, last = text.partition("/")
    if not slash:
        return int(text) if text.isdecimal() else 0
    ends = int(first) + 1 if first.isdecimal() else 0
    return ends if last in {str(ends), str(ends)[2:]} else 0


EXAMPLE = (
    'give context={"reference_date": date(2026, 3, 31)} or {"collection_year": 2026}, '
    "the year in which the census ends"
)
READ = {REFERENCE_DATE: _reference_date, COLLECTION_YEAR: _collection_year}
