"""Read a number as it is written in Britain: commas between thousands, a point before decimals."""

import math
import re
from datetime import date
from decimal import Decimal

from goldenthread.engine.intake.table import Cell
from goldenthread.engine.intake.values.outcome import PLACEHOLDERS, Outcome, refused, warned
from goldenthread.engine.intake.wording import plain

_NUMBER = re.compile(r"[-+−]?£?-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?%?")
_LONGEST = 40


def read_number(cell: Cell) -> Outcome:
    """A Decimal, exactly as written; “45%” is 45, “(12)” as accountants write it is −12."""
    if isinstance(cell, date):
        return refused(f"“{cell:%d/%m/%Y}” is a date, but this column holds numbers")
    if isinstance(cell, int | float):
        return Outcome(Decimal(repr(cell))) if math.isfinite(cell) else refused("Not a number")
    text = cell or ""
    written = text.replace(" ", "").replace("−", "-")
    bracketed = written.startswith("(") and written.endswith(")")
    digits = written[1:-1] if bracketed else written
    if (
        not _NUMBER.fullmatch(digits)
        or not any(c.isdigit() for c in digits)
        or len(digits) > _LONGEST
    ):
        return _not_a_number(text)
    value = Decimal(digits.translate({ord(mark): None for mark in "£,%+"}))
    return Outcome(-value if bracketed else value)


def _not_a_number(text: str) -> Outcome:
    if plain(text) in PLACEHOLDERS:
        return warned(None, f"“{text}” is not a number, so we left it blank")
    return refused(f"“{text}” is not a number. Write figures only, like 1,234 or 12.5")
