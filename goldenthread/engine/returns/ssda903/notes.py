"""What an analyst is told about a return beside its rows: what is missing, or cannot be read."""

from collections.abc import Iterator, Mapping

import polars as pl

from goldenthread.engine.returns import flaws
from goldenthread.engine.returns.csv_files.of_a_return import Written
from goldenthread.engine.returns.rules import ROW
from goldenthread.engine.returns.running import Result
from goldenthread.engine.returns.ssda903.fields import Field, codes, fields_of, tables_in
from goldenthread.engine.returns.ssda903.rows import CHILD, nameless, repeated
from goldenthread.engine.returns.ssda903.year import WITHIN, named, outside
from goldenthread.engine.returns.typed_tables import KINDS
from goldenthread.engine.returns.unreadable import lost, place_of

Tables = Mapping[str, pl.DataFrame]
# Without these there is no return; a council may have no child for any other.
NEEDED = ("Header", "Episodes")


def of_one_return(written: Written, typed: Tables, year: int) -> Iterator[str]:
    """Tables that no file held, values that are no date or number, codes that the year has not."""
    missing = [table for table in tables_in(year) if table not in written.tables]
    if missing:
        yield f"No file held {', '.join(missing)}"
    yield from (sentence for _, sentence in _not_right(written, typed, year))
    for table, file in written.files.items():
        if table != "Header" and have_no_child_in_common(typed[table], typed["Header"]):
            yield f"{file}: none of the children of {table} is in Header. Is it of the same council?"


def flaws_of(written: Written, typed: Tables, year: int) -> Iterator[Result]:
    """What keeps a return from being clean, whatever its rules say."""
    yield from (flaws.missing(table) for table in NEEDED if not typed[table].height)
    yield from (flaw for flaw, _ in _not_right(written, typed, year))


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


def _not_right(written: Written, typed: Tables, year: int) -> Iterator[tuple[Result, str]]:
    """Rows that are nobody's or stand twice, values that cannot be; and the sentence that tells where
    the first of them is."""
    for table, frame in written.tables.items():
        place = f"{written.files[table]}: {table}"
        for flaw, told in _rows_not_right(table, frame, typed[table]):
            yield flaw, f"{place}: {told}"
        for field in fields_of(table):
            for flaw, rows in _flaws_in(field, frame, typed[table], year):
                if rows.len():
                    yield flaw, f"{place}, column {field.field}: {_told(flaw, rows, frame)}"


def _rows_not_right(
    table: str, frame: pl.DataFrame, typed: pl.DataFrame
) -> Iterator[tuple[Result, str]]:
    """Rows that are not counted, as `counted` has it, and the sentence that says so."""
    nobody = typed.filter(nameless())[ROW + table]
    if nobody.len():
        told = f"{_rows(nobody, frame, 'without a child')}: indicators leave them out"
        yield flaws.nameless(table, CHILD, nobody), told
    again = typed.filter(repeated())[ROW + table]
    if again.len():
        alike = "the same as an earlier one in every column that can be read"
        yield (
            flaws.repeated(table, again),
            f"{_rows(again, frame, alike)}: indicators leave them out",
        )


def _flaws_in(
    field: Field, frame: pl.DataFrame, typed: pl.DataFrame, year: int
) -> Iterator[tuple[Result, pl.Series]]:
    """What may be wrong with a column, and the rows where it is, which may be none."""
    rows = typed[ROW + field.table]
    if field.kind == "code":
        known = pl.Series(sorted(codes(field.codes, year))).implode()
        written = typed[field.field]
        bad = rows.filter(written.is_not_null() & ~written.is_in(known))
        yield flaws.unreadable(field.table, field.field, f"code of {named(year)}", bad), bad
    else:
        bad = lost(field.table, field.field, frame, typed)
        yield flaws.unreadable(field.table, field.field, KINDS[field.kind], bad), bad
    if (field.table, field.field) in WITHIN:
        other = rows.filter(typed.select(outside(field.field, year)).to_series())
        yield flaws.of_another_year(field.table, field.field, named(year), other), other


def _told(flaw: Result, rows: pl.Series, frame: pl.DataFrame) -> str:
    values = "1 value is" if rows.len() == 1 else f"{rows.len():,} values are"
    return f"{flaw.rule.message.replace('This is', values)} {_first(rows, frame)}"


def _rows(rows: pl.Series, frame: pl.DataFrame, which: str) -> str:
    many = "1 row" if rows.len() == 1 else f"{rows.len():,} rows"
    return f"{many} {which} {_first(rows, frame)}"


def _first(rows: pl.Series, frame: pl.DataFrame) -> str:
    return f"(first in {place_of(rows[0], frame)})"
