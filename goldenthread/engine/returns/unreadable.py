"""What is written in a table and cannot be read as its type: where it stands, never what it says."""

import polars as pl

from goldenthread.engine.returns.csv_files.rows import ROW_IN_FILE
from goldenthread.engine.returns.rules import ROW


def lost(table: str, field: str, written: pl.DataFrame, typed: pl.DataFrame) -> pl.Series:
    """The positions of values that are written and null when read."""
    bad = written[field].str.strip_chars().ne("") & typed[field].is_null()
    return typed[ROW + table].filter(bad.fill_null(value=False))


def place_of(position: int, written: pl.DataFrame) -> str:
    """The row of a position, as a spreadsheet numbers it where the table stood in one."""
    if ROW_IN_FILE in written.columns:
        return f"row {written[ROW_IN_FILE][position]}"
    return f"the table's row {position + 1}"
