"""Give the tables of a return their types: every column there, missing ones null, all spellings one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import polars as pl

from goldenthread.engine.returns.rules import ROW
from goldenthread.engine.returns.values import (
    excel_day,
    flag,
    key,
    label,
    moment_or_day,
    number,
    text,
    whole,
)

Reader = Callable[[str, pl.DataType], pl.Expr]
READ: Mapping[str, Reader] = {
    "key": key,
    "text": text,
    "code": text,
    "date": moment_or_day,
    "flag": flag,
    "whole": whole,
    "number": number,
    "label": label,
    "excel date": excel_day,
}
TYPES: Mapping[str, pl.DataType] = {
    "key": pl.String(),
    "text": pl.String(),
    "code": pl.String(),
    "date": pl.Date(),
    "flag": pl.Boolean(),
    "whole": pl.Int64(),
    "number": pl.Float64(),
    "label": pl.String(),
    "excel date": pl.Date(),
}
# How a kind is spoken of to an analyst.
KINDS: Mapping[str, str] = {
    "date": "date",
    "flag": "yes or no",
    "whole": "whole number",
    "number": "number",
    "code": "code",
    "text": "text",
    "key": "text",
    "label": "code",
    "excel date": "date",
}


class Column(Protocol):
    """What a return says of one column: its name, and its kind (one of `KINDS`)."""

    @property
    def field(self) -> str: ...

    @property
    def kind(self) -> str: ...


def typed_table(table: str, columns: Sequence[Column], frame: pl.DataFrame | None) -> pl.DataFrame:
    """One table with every column typed, and `#Table`, the row's position (0 up).

    A table or column that was not given is empty or null, and so is what cannot be read as its type.
    """
    if frame is None or not frame.width:
        return pl.DataFrame([pl.Series(ROW + table, [], pl.UInt32), *map(_empty, columns)])
    read = [_read(column, frame) for column in columns]
    return frame.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias(ROW + table), *read)


def _read(column: Column, frame: pl.DataFrame) -> pl.Expr:
    if column.field not in frame.columns:
        return pl.lit(None, dtype=TYPES[column.kind]).alias(column.field)
    return READ[column.kind](column.field, frame.schema[column.field])


def _empty(column: Column) -> pl.Series:
    return pl.Series(column.field, [], TYPES[column.kind])
