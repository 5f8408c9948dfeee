"""What an analyst is told about a return beside its rows: what is missing, or cannot be read."""

from collections.abc import Iterator, Mapping

import polars as pl

from goldenthread.engine.returns.rules import ROW
from goldenthread.engine.returns.ssda903.csvs import Written
from goldenthread.engine.returns.ssda903.fields import Field, codes, fields_of, tables_in
from goldenthread.engine.returns.ssda903.year import named
from goldenthread.engine.returns.typed_tables import KINDS
from goldenthread.engine.returns.unreadable import lost, place_of

Tables = Mapping[str, pl.DataFrame]


def of_one_return(written: Written, typed: Tables, year: int) -> Iterator[str]:
    """Tables that no file held, values that are no date or number, codes that the year has not."""
    missing = [table for table in tables_in(year) if table not in written.tables]
    if missing:
        yield f"No file held {', '.join(missing)}: taken as empty"
    for table, frame in written.tables.items():
        file = written.files[table]
        for field in fields_of(table):
            wrong = _wrong(field, frame, typed[table], year)
            if wrong.len():
                yield _told(field, file, frame, wrong, year)
        if table != "Header" and have_no_child_in_common(typed[table], typed["Header"]):
            yield f"{file}: none of the children of {table} is in Header. Is it of the same council?"


def of_year_and_council(typed: Tables, before: Tables, year: int | None) -> Iterator[str]:
    """What can be told of the year and the council, which no field of the return names."""
    if year is None:
        yield "No date in these files tells which year they are of"
    if not before:
        yield "Nothing in this return names its council: give last year's to see that they belong together"
    elif have_no_child_in_common(typed["Episodes"], before["Episodes"]):
        yield "No child of last year's files is in this year's: are they of the same council?"


def have_no_child_in_common(one: pl.DataFrame, other: pl.DataFrame) -> bool:
    """Whether both hold children and none is in both."""
    if not (one["CHILD"].count() and other["CHILD"].count()):
        return False
    return not one["CHILD"].is_in(other["CHILD"].drop_nulls().unique().implode()).any()


def _wrong(field: Field, frame: pl.DataFrame, typed: pl.DataFrame, year: int) -> pl.Series:
    """The positions of values that are written and cannot be read, or are no code of the year."""
    if field.kind != "code":
        return lost(field.table, field.field, frame, typed)
    known = pl.Series(sorted(codes(field.codes, year))).implode()
    bad = typed[field.field].is_not_null() & ~typed[field.field].is_in(known)
    return typed[ROW + field.table].filter(bad)


def _told(field: Field, file: str, frame: pl.DataFrame, wrong: pl.Series, year: int) -> str:
    place = f"first in {place_of(wrong[0], frame)}"
    what = f"a code of {named(year)}" if field.kind == "code" else f"a {KINDS[field.kind]}"
    values = "1 value is not" if wrong.len() == 1 else f"{wrong.len():,} values are not"
    return f"{file}: {field.table}, column {field.field}: {values} {what} ({place})"
