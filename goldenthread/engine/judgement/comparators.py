"""Published figures of other areas, in the layout that national statistics are kept in here:
table, measure, year, area, area_code, value."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from io import StringIO
from pathlib import Path

COLUMNS = ("table", "measure", "year", "area", "area_code", "value")
SYMBOLS = frozenset({"c", "x", "z", "u", "k", ":", "low", ""})
ENGLAND = "E92000001"


class CannotReadComparators(ValueError):
    """A file of published figures is not in the layout; the message names the line and column."""


@dataclass(frozen=True)
class Published:
    """One published figure; `value` is None where the publisher withheld it or had none, and
    `symbol` then says which (c, x, z, u, k)."""

    table: str
    measure: str
    year: int
    area: str
    area_code: str
    value: Decimal | None
    symbol: str = ""


def read(path: Path) -> list[Published]:
    """Every figure of a file, or none: raises CannotReadComparators at the first bad line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as trouble:
        raise CannotReadComparators(f"{path.name}: {trouble.strerror}") from None
    except UnicodeDecodeError:
        raise CannotReadComparators(f"{path.name}: it is not UTF-8. Save it as CSV UTF-8") from None
    rows = csv.DictReader(StringIO(text, newline=""))
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise CannotReadComparators(f"{path.name}: there is no column {', '.join(missing)}")
    return [_published(path.name, rows.line_num, row) for row in rows]


def of_area(figures: list[Published], measure: str, year: int, area_code: str) -> Published | None:
    """One area's figure for a measure and year; None where it was not published."""
    asked = (measure, year, area_code)
    found = (each for each in figures if (each.measure, each.year, each.area_code) == asked)
    return next(found, None)


@cache
def neighbours(area: str) -> tuple[str, ...]:
    """The statistical neighbours of an area by name (April 2021 model), nearest first; empty where
    the product holds none."""
    return tuple(row["neighbour"] for row in _neighbours() if row["area"] == area)


def _neighbours() -> Iterator[dict[str, str]]:
    text = (files(__package__) / "statistical_neighbours.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _published(name: str, line: int, row: dict[str, str]) -> Published:
    if None in row or None in row.values():
        raise CannotReadComparators(
            f"{name}, line {line}: it has more or fewer columns than the heading"
        )
    written = row["value"].strip()
    value = None if written.casefold() in SYMBOLS else _number(name, line, written)
    symbol = written if value is None else ""
    return Published(
        row["table"], row["measure"], _year(name, line, row["year"]), row["area"], row["area_code"], value, symbol
    )  # fmt: skip


def _number(name: str, line: int, written: str) -> Decimal:
    try:
        number = Decimal(written.replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise CannotReadComparators(
            f"{name}, line {line}, value: it is neither a number nor a symbol such as c or x"
        )
    return number


def _year(name: str, line: int, written: str) -> int:
    if not written.strip().isdecimal():
        raise CannotReadComparators(f"{name}, line {line}, year: it is not a year such as 2025")
    return int(written)
