"""Read the CSV files of a children in need census, a table to a file, as `goldenthread read --out` writes
them: told apart by their headings, in any order and by any name."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from goldenthread.engine.returns.cin.fields import layout
from goldenthread.engine.returns.csv_files.of_a_return import OfAReturn, Written

# The id that every table but the header bears, and the field that only the header has. A file of the
# children looked after return has an id of its own.
OF_THE_CENSUS = frozenset({"lachildid", "referencedate"})
OF_ANOTHER = frozenset({"child"})


def are_of_the_census(headings: frozenset[str]) -> bool:
    """Whether headings, in small letters, are those of a census rather than of another return."""
    return bool(headings & OF_THE_CENSUS) and not headings & OF_ANOTHER


def read(paths: Iterable[Path]) -> Written:
    """Every table of the census as text, empty where no file held it. Raises CannotRead."""
    written = OfAReturn("the children in need census", layout()).read(paths)
    tables = {
        table: _whole(columns, written.tables.get(table)) for table, columns in layout().items()
    }
    return Written(tables, written.files, (*written.notes, *_not_given(written.files)))


def _whole(columns: Iterable[str], frame: pl.DataFrame | None) -> pl.DataFrame:
    if frame is None:
        return pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
    return frame.select(pl.col(columns).str.strip_chars().replace("", None))


def _not_given(files: Mapping[str, str]) -> list[str]:
    missing = [table for table in layout() if table not in files]
    return [f"No file held {', '.join(missing)}: taken as empty"] if missing else []
