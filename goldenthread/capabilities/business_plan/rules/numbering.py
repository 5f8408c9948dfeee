"""The numbers of priorities and objectives ("1", "2.10", "A3"): their order, and how they stand before a text."""

import re
from datetime import date

from goldenthread.kernel.periods.period import MONTHS

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_LEADING = re.compile(
    r"(?:(?:priority|objective)\s+)?(\d+(?:\.\d+)*|[A-Z]\d+(?:\.\d+)*)\.?(?:\s*[:)–-]\s*|\s+)(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WIDE = 5


def place(number: str) -> str:
    """What sorts numbers as people count: 1.9 before 1.10, A2 before A10."""
    parts = [
        part.zfill(_WIDE) if part.isdigit() else part.lower() for part in _PARTS.findall(number)
    ]
    return ".".join(parts)[:100]


def split(text: str) -> tuple[str, str]:
    """ "1.1 Do this" → ("1.1", "Do this"); a text without a number before it keeps ("", text)."""
    found = _LEADING.fullmatch(text.strip())
    return (found[1], found[2].strip()) if found else ("", text.strip())


def bare(number: str) -> str:
    """A number as it is kept: "1.1." and "Priority 1" are "1.1" and "1"."""
    found = re.fullmatch(
        r"(?:(?:priority|objective)\s+)?(\S{1,20}?)\.?", number.strip(), re.IGNORECASE
    )
    return found[1] if found else ""


def due_in_words(due_on: date | None, is_month: bool) -> str:
    """ "31 March 2020", or "March 2020" where a plan only names the month."""
    if due_on is None:
        return "No date yet"
    month = f"{MONTHS[due_on.month - 1]} {due_on.year}"
    return month if is_month else f"{due_on.day} {month}"
