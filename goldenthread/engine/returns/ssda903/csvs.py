"""Read the CSV files of a children looked after return, told apart by their headings alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from goldenthread.engine.intake.messages import column_letter
from goldenthread.engine.returns.csv_files.heading import Headed, headed
from goldenthread.engine.returns.csv_files.rows import rows_of
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.ssda903.fields import columns_of, tables

ALIKE = 0.6


@dataclass(frozen=True)
class Written:
    """Tables as text, which file each came from, and notes on what was left out. `whole` where a
    table that is not among them has no row, as in an XML, and was not merely left behind."""

    tables: dict[str, pl.DataFrame]
    files: dict[str, str]
    notes: tuple[str, ...] = ()
    whole: bool = False


def read(paths: Iterable[Path]) -> Written:
    """Read a set of files. Raises CannotRead for a file that is none of the tables, or two of one."""
    files: dict[str, Headed] = {}
    notes: list[str] = []
    for path in paths:
        file = _in_capitals(headed(path))
        table, extra = _table_of(file)
        if table in files:
            raise CannotRead(
                f"{files[table].path.name} and {path.name} both hold {table}. Give one of them, "
                "and last year's after --last-year"
            )
        files[table] = file
        notes += [f"{path.name}: {_columns(extra)} not part of {table}: left out"] if extra else []
    frames = {table: rows_of(file) for table, file in files.items()}
    return Written(frames, {table: file.path.name for table, file in files.items()}, tuple(notes))


def _in_capitals(file: Headed) -> Headed:
    columns = tuple(column.upper() for column in file.columns)
    return Headed(file.path, file.source, file.delimiter, columns)


def _table_of(file: Headed) -> tuple[str, tuple[str, ...]]:
    """The table that a file holds, and the columns of it that are not of that table."""
    found = set(file.columns)
    held = [table for table in tables() if found >= set(columns_of(table))]
    if not held:
        raise CannotRead(_not_a_table(file))
    table = max(held, key=lambda table: len(columns_of(table)))
    spoken = (
        column or f"{column_letter(place)} (no heading)"
        for place, column in enumerate(file.columns)
    )
    return table, tuple(column for column in spoken if column not in columns_of(table))


def _not_a_table(file: Headed) -> str:
    found, name = set(file.columns), file.path.name
    nearest = max(tables(), key=lambda table: _likeness(found, table))
    missing = [column for column in columns_of(nearest) if column not in found]
    if _likeness(found, nearest) >= ALIKE:
        return (
            f"{name}, row 1: the headings are those of {nearest} without {', '.join(missing)}. "
            f"Add the heading and its column, or export the file again"
        )
    return (
        f"{name}, row 1: the headings are those of no table of the children looked after return. "
        "“goldenthread read” shows what is in the file and can map its columns"
    )


def _likeness(found: set[str], table: str) -> float:
    """1 for the same headings, 0 for none in common."""
    wanted = set(columns_of(table))
    return len(found & wanted) / len(found | wanted)


def _columns(extra: tuple[str, ...]) -> str:
    named = ", ".join(extra)
    return f"column {named} is" if len(extra) == 1 else f"columns {named} are"
