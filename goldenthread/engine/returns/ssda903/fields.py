"""What a children looked after return holds: its tables, their columns, and the codes of each year."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Field:
    """One column: `kind` is text, code, date or whole; `codes` names its code set; `since` is the
    year in which the first return ended that had it (0 where all had it); `words` are other headings
    that people give it, by which a mapping is suggested."""

    table: str
    field: str
    kind: str
    codes: str
    may_be_blank: bool
    since: int
    words: tuple[str, ...]


@cache
def fields() -> tuple[Field, ...]:
    """Every column of the return, in the order of the return."""
    return tuple(
        Field(
            row["table"],
            row["field"],
            row["kind"],
            row["codes"],
            row["blank"] == "yes",
            int(row["since"] or 0),
            tuple(word for word in row["words"].split("|") if word),
        )
        for row in _rows("fields.csv")
    )


@cache
def fields_of(table: str) -> tuple[Field, ...]:
    return tuple(field for field in fields() if field.table == table)


@cache
def columns_of(table: str) -> tuple[str, ...]:
    return tuple(field.field for field in fields_of(table))


@cache
def tables() -> tuple[str, ...]:
    """The names of the tables, in the order of the return."""
    return tuple(dict.fromkeys(field.table for field in fields()))


def tables_in(year: int) -> tuple[str, ...]:
    """The tables of the return that ends in a year, such as 2026 for 2025/26."""
    return tuple(table for table in tables() if fields_of(table)[0].since <= year)


@cache
def codes(name: str, year: int) -> frozenset[str]:
    """The codes of one set, such as `place`, that the return ending in a year may carry."""
    rows = [row for row in _rows("codes.csv") if row["set"] == name]
    if not rows:
        raise LookupError(f"There is no code set called “{name}”")
    return frozenset(row["code"] for row in rows if _holds(row, year))


def _holds(row: dict[str, str], year: int) -> bool:
    return int(row["since"] or 0) <= year <= int(row["until"] or year)


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
