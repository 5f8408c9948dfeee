"""Read the cells that every layout has: figures, periods, areas."""

import re
from collections.abc import Mapping
from decimal import Decimal

from goldenthread.engine.intake.messages import Message, Place, Severity
from goldenthread.engine.intake.values.numbers import read_number
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.layouts.figure import Said
from goldenthread.kernel.periods import NotAPeriod, Period, parse

# What national statistics print where they give no figure.
SYMBOLS = frozenset({"c", "x", "z", "k", "u", "low", ":", ".."})
MOST = Decimal(10) ** 15
PLACES = Decimal("0.0001")

Row = Mapping[str, str]


class CannotRead(Exception):
    """One cell cannot be read; the message names its column by name."""

    def __init__(self, column: str, text: str) -> None:
        super().__init__(text)
        self.column, self.text = column, text

    def at(self, place: Place) -> Message:
        return Message(place, self.text, Severity.ERROR)


def number(row: Row, column: str) -> Decimal | None:
    """The figure in a column, None where it is blank or a symbol stands there."""
    text = (row.get(column) or "").strip()
    if not text or text.casefold() in SYMBOLS:
        return None
    outcome = read_number(text)
    if not isinstance(outcome.value, Decimal):
        raise CannotRead(column, outcome.told or f"“{text}” is not a number")
    if abs(outcome.value) >= MOST:
        raise CannotRead(column, f"“{text}” is larger than any figure we can keep")
    return outcome.value.quantize(PLACES).normalize()


def symbol(row: Row, column: str) -> str:
    text = (row.get(column) or "").strip().casefold()
    return text if text in SYMBOLS else ""


def said(row: Row, column: str, basis: Basis, *, scale: int = 1) -> Said:
    """What stands in a column of figures; refuses what a figure of this basis cannot be."""
    value = number(row, column)
    if value is not None and value < 0 and basis is not Basis.POUNDS:
        raise CannotRead(column, f"“{row[column]}” is less than nought, which a count cannot be")
    if value is not None and basis.is_count and value != value.to_integral_value():
        raise CannotRead(column, f"“{row[column]}” is not a whole number, which a count must be")
    scaled = None if value is None else value * scale
    return Said(value=scaled, symbol=symbol(row, column))


def period(row: Row, column: str) -> Period:
    text = (row.get(column) or "").strip()
    if not text:
        raise CannotRead(column, "Enter the period, like “2014/15” or “31 March 2015”")
    try:
        return parse(text)
    except NotAPeriod as error:
        raise CannotRead(column, str(error)) from error


def whole_number_in(text: str) -> int:
    """18 from “cohorts of 18 people”; 1 where no number is named."""
    found = re.search(r"\d+", text)
    return int(found[0]) if found else 1
