"""Give a census its types: every table and column there, missing ones empty, all spellings one."""

from collections.abc import Mapping

import polars as pl

from goldenthread.engine.returns.cin.fields import Field, fields_of, tables
from goldenthread.engine.returns.rules import ROW
from goldenthread.engine.returns.values import flag, key, moment_or_day, text, whole

READ = {
    "key": key,
    "text": text,
    "code": text,
    "date": moment_or_day,
    "flag": flag,
    "whole": whole,
}


def typed(given: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Every table of the return with every column typed, and `#Table`, the row's position (0 up).

    A table or column that was not given is empty or null. What cannot be read as its type is null,
    which the rules about missing and invalid values then find.
    """
    return {name: _typed(name, given.get(name)) for name in tables()}


def _typed(table: str, frame: pl.DataFrame | None) -> pl.DataFrame:
    frame = pl.DataFrame() if frame is None else frame
    columns = [_column(field, frame) for field in fields_of(table)]
    if not frame.width:
        return pl.DataFrame([pl.Series(ROW + table, [], pl.UInt32), *map(_empty, fields_of(table))])
    return frame.select(pl.int_range(pl.len(), dtype=pl.UInt32).alias(ROW + table), *columns)


def _column(field: Field, frame: pl.DataFrame) -> pl.Expr:
    if field.field not in frame.columns:
        return pl.lit(None, dtype=TYPES[field.kind]).alias(field.field)
    return READ[field.kind](field.field, frame.schema[field.field])


def _empty(field: Field) -> pl.Series:
    return pl.Series(field.field, [], TYPES[field.kind])


TYPES: dict[str, pl.DataType] = {
    "key": pl.String(),
    "text": pl.String(),
    "code": pl.String(),
    "date": pl.Date(),
    "flag": pl.Boolean(),
    "whole": pl.Int64(),
}
