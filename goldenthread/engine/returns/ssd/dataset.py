"""Open the tables of the Standard Safeguarding Dataset, told apart by their columns."""

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from goldenthread.engine.returns.shapes.opening import Opened, opened
from goldenthread.engine.returns.shapes.shape import Column, Shape
from goldenthread.engine.returns.shapes.sheets import sheets_of

NAME = "the Standard Safeguarding Dataset"


def open_files(paths: Iterable[Path]) -> Opened:
    """Read a set of CSV files. Raises CannotRead where none holds one of its tables."""
    return opened([sheet for path in paths for sheet in sheets_of(path)], shapes(), NAME)


@cache
def shapes() -> tuple[Shape, ...]:
    """The tables, in the order of the dataset."""
    text = (files(__package__) / "fields.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(
        Shape(NAME, table, tuple(Column(row["field"], row["kind"]) for row in columns))
        for table, columns in groupby(rows, key=lambda row: row["table"])
    )
