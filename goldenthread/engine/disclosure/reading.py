"""A table of another document, read as its own readers would read it."""

import re
from collections.abc import Sequence

from goldenthread.engine.disclosure.table import Cell, PublishedTable, Why

WITHHELD = {"c", "[c]", "*", "suppressed", "withheld"}
NOUGHT = {"", "-", "–", "—", "z", "[z]", "x", "[x]", ":", "..", "n/a"}
FEWER = re.compile(r"(?:<|under|fewer than|less than)\s*(\d+)", re.IGNORECASE)
BETWEEN = re.compile(r"(\d+)\s*(?:-|–|to)\s*(\d+)", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def read_published(
    rows: Sequence[str],
    columns: Sequence[str],
    texts: Sequence[Sequence[str]],
    *,
    has_total_row: bool = False,
    has_total_column: bool = False,
) -> PublishedTable:
    """A published table from its printed cells: counts, “c”, “*”, “<5”, “1 to 5”.

    A cell that holds anything else raises ValueError naming its row and column.
    """
    cells = tuple(
        tuple(read_cell(text, row, column) for text, column in zip(line, columns, strict=True))
        for line, row in zip(texts, rows, strict=True)
    )
    return PublishedTable(tuple(rows), tuple(columns), cells, has_total_row, has_total_column)


def read_cell(text: str, row: str, column: str) -> Cell:
    plain = text.strip().casefold()
    if NUMBER.fullmatch(plain):
        count = int(plain.replace(",", ""))
        return Cell(text, count, count)
    if plain in WITHHELD:
        return Cell(text, 0, None, Why.UNSAID)
    if plain in NOUGHT:
        return Cell(text, 0, 0)
    if bound := FEWER.fullmatch(plain):
        return Cell(text, 0, int(bound[1]) - 1, Why.UNSAID)
    if span := BETWEEN.fullmatch(plain):
        return Cell(text, int(span[1]), int(span[2]), Why.UNSAID)
    raise ValueError(f"Row “{row}”, column “{column}”: “{text}” is not a count")
