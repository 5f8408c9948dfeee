"""Write an invented children looked after return as a folder of CSV files, one for each table."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.ssda903.fields import columns_of, tables_in
from goldenthread.engine.returns.synthesis.looked_after import life, returned
from goldenthread.engine.whole_files import folder_for, whole_files


def write(folders: Mapping[Path, Year], lives: Sequence[life.Life], seed: int) -> list[int]:
    """Write a year of these lives to each folder; how many children are in each. All files or none."""
    with ExitStack() as unfinished:
        return [
            _year(unfinished.enter_context(_folder(folder, year)), lives, seed, year)
            for folder, year in folders.items()
        ]


@contextmanager
def _folder(folder: Path, year: Year) -> Iterator[dict[str, Path]]:
    """Where to write each table of a year."""
    tables = tables_in(year.end.year)
    places = [folder / f"{table}.csv" for table in tables]
    with folder_for(folder), whole_files(places) as parts:
        yield dict(zip(tables, parts, strict=True))


def _year(parts: Mapping[str, Path], lives: Iterable[life.Life], seed: int, year: Year) -> int:
    with ExitStack() as open_files:
        writers = {table: _writer(part, table, open_files) for table, part in parts.items()}
        children = 0
        for one in lives:
            of_the_child = {"CHILD": one.child.child_id, "DOB": one.child.born}
            for table, row in returned.rows(one, seed, year):
                children += table == "Header"
                whole = of_the_child | row
                writers[table].writerow([_written(whole.get(c)) for c in columns_of(table)])
    return children


def _writer(path: Path, table: str, open_files: ExitStack) -> Any:
    stream = open_files.enter_context(path.open("w", encoding="utf-8", newline=""))
    writer = csv.writer(stream)
    writer.writerow(columns_of(table))
    return writer


def _written(value: Any) -> Any:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value
