"""Read the CSV files of a children looked after return, told apart by their headings alone."""

from collections.abc import Iterable
from pathlib import Path

from goldenthread.engine.returns.csv_files.of_a_return import OfAReturn, Written
from goldenthread.engine.returns.ssda903.fields import columns_of, tables


def read(paths: Iterable[Path]) -> Written:
    """Read a set of files. Raises CannotRead for a file that is none of the tables, or two of one."""
    return OfAReturn(
        "the children looked after return",
        {table: columns_of(table) for table in tables()},
        "Give one of them, and last year's after --last-year",
    ).read(paths)
