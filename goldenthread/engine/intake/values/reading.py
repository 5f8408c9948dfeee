"""Read one cell, or several that feed one field, as that field's kind."""

import re
from collections.abc import Sequence
from datetime import date

from goldenthread.engine.intake.fields import Field, Kind
from goldenthread.engine.intake.table import Cell, is_blank
from goldenthread.engine.intake.values.choices import read_choice
from goldenthread.engine.intake.values.dates import read_date
from goldenthread.engine.intake.values.numbers import read_number
from goldenthread.engine.intake.values.outcome import Outcome, Value, refused

_BETWEEN = re.compile(r"\s*[;\n|]\s*|\s*,\s+")


def read(cell: Cell, field: Field) -> Outcome:
    """The cell's value for this field; a blank is None, which is an error where one is required."""
    if is_blank(cell):
        return refused(f"Enter {_named(field)}") if field.required else Outcome()
    outcome = _by_kind(cell, field)
    if field.required and outcome.value is None and outcome.told:
        return refused(outcome.told)
    return outcome


def joined(cells: Sequence[tuple[str, Cell]]) -> Value:
    """Several columns as one text, each part under its heading; one filled column stands alone."""
    filled = [(heading, as_text(cell)) for heading, cell in cells if not is_blank(cell)]
    if len(cells) == 1 or not filled:
        return filled[0][1] if filled else None
    return "\n".join(f"{heading}: {text}" for heading, text in filled)


def as_text(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)


def _named(field: Field) -> str:
    return f"the {field.title[:1].casefold()}{field.title[1:]}"


def _by_kind(cell: Cell, field: Field) -> Outcome:
    if field.kind is Kind.DATE:
        return read_date(cell)
    if field.kind is Kind.NUMBER:
        return read_number(cell)
    if field.kind is Kind.CHOICE:
        return read_choice(cell, field)
    if field.kind is Kind.LIST:
        return Outcome(tuple(part for part in _BETWEEN.split(as_text(cell)) if part))
    return Outcome(as_text(cell))
