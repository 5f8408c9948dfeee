"""Open an Annex A workbook: its eleven lists, whatever its headings have drifted to."""

import csv
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from goldenthread.engine.returns.shapes.opening import Opened, opened
from goldenthread.engine.returns.shapes.shape import Column, Shape
from goldenthread.engine.returns.shapes.sheets import sheets_of

NAME = "Annex A"


def open_workbook(path: Path) -> Opened:
    """Read the workbook (or a CSV of one list). Raises CannotRead where it holds none of the lists."""
    return opened(sheets_of(path), shapes(), NAME)


@cache
def shapes() -> tuple[Shape, ...]:
    """The eleven lists, in order. Headings drift between councils: each has the words seen for it."""
    text = (files(__package__) / "fields.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(
        Shape(NAME, table, tuple(map(_column, columns)), title)
        for (table, title), columns in groupby(rows, key=lambda row: (row["table"], row["title"]))
    )


def _column(row: dict[str, str]) -> Column:
    words = tuple(word for word in row["words"].split("|") if word)
    return Column(row["field"], row["kind"], words)
