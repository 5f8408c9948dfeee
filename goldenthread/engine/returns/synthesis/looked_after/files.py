"""Write an invented children looked after return as a folder of CSV files, one for each table."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.ssda903.fields import columns_of, tables_in
from goldenthread.engine.returns.synthesis.looked_after import life, returned


def write(folder: Path, lives: Iterable[life.Life], seed: int, year: Year) -> int:
    """Write a year of these lives; how many children are in it. Whole files or none."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = {table: folder / f".{table}.csv.part" for table in tables_in(year.end.year)}
    with ExitStack() as open_files:
        writers = {table: _writer(parts[table], table, open_files) for table in parts}
        children = 0
        for one in lives:
            of_the_child = {"CHILD": one.child.child_id, "DOB": one.child.born}
            for table, row in returned.rows(one, seed, year):
                children += table == "Header"
                whole = of_the_child | row
                writers[table].writerow([_written(whole.get(c)) for c in columns_of(table)])
    for table, part in parts.items():
        part.replace(folder / f"{table}.csv")
    return children


def _writer(path: Path, table: str, open_files: ExitStack) -> Any:
    stream = open_files.enter_context(path.open("w", encoding="utf-8", newline=""))
    writer = csv.writer(stream)
    writer.writerow(columns_of(table))
    return writer


def _written(value: Any) -> Any:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value
