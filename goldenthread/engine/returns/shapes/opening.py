"""Open the tables of one return from sheets: each typed, with notes on what is missing or unreadable."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from goldenthread.engine.returns.csv_files.rows import ROW_IN_FILE
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.shapes.recognising import Match, recognised
from goldenthread.engine.returns.shapes.shape import Column, Shape
from goldenthread.engine.returns.shapes.sheets import Sheet
from goldenthread.engine.returns.typed_tables import KINDS, typed_table
from goldenthread.engine.returns.unreadable import lost, place_of

MOST_NAMED = 12
DAYS_FROM_1900_TO_1904 = 1462


@dataclass(frozen=True)
class Opened:
    """Typed tables by name, empty where no sheet held one; where each stood; and what to know."""

    tables: Mapping[str, pl.DataFrame]
    places: Mapping[str, str]
    notes: tuple[str, ...]


def opened(sheets: Iterable[Sheet], shapes: Sequence[Shape], name: str) -> Opened:
    """Read the sheets as tables of one return. Raises CannotRead where none is, or two are the same."""
    matches: dict[str, Match] = {}
    notes: list[str] = []
    for sheet in sheets:
        match = recognised(sheet, shapes)
        if not match.sure:
            notes.append(f"{sheet.place}: its headings are those of no table of {name}: left out")
            continue
        if match.shape.table in matches:
            first = matches[match.shape.table].sheet.place
            raise CannotRead(
                f"{first} and {sheet.place} both hold {match.shape.name}. Give one of them"
            )
        matches[match.shape.table] = match
        notes += [f"{sheet.place}: {note}" for note in sheet.notes]
    if not matches:
        raise CannotRead(f"None of what was given holds a table of {name}. {' '.join(notes)}")
    written = {table: renamed(match) for table, match in matches.items()}
    tables = {s.table: typed_table(s.table, s.columns, written.get(s.table)) for s in shapes}
    for table, match in matches.items():
        notes += [*_headings(match), *not_readable(match, written[table], tables[table])]
    notes += _not_given([shape for shape in shapes if shape.table not in matches])
    return Opened(tables, {table: m.sheet.place for table, m in matches.items()}, tuple(notes))


def renamed(match: Match) -> pl.DataFrame:
    """The sheet with the table's own names for the columns that are mapped, and no others."""
    frame = match.sheet.frame
    numbered = [frame[ROW_IN_FILE]] if ROW_IN_FILE in frame.columns else []
    kinds = {column.field: column.kind for column in match.shape.columns}
    mapped = [frame[heading].alias(column) for heading, column in match.columns.items()]
    if match.sheet.from_1904:
        mapped = [_from_1900(c) if kinds[c.name] == "excel date" else c for c in mapped]
    return pl.DataFrame([*numbered, *mapped])


def _from_1900(days: pl.Series) -> pl.Series:
    """Days that are written as numbers, counted from 1900 as in all other workbooks."""
    number = (
        pl.col(days.name).str.strip_chars().str.extract(r"^(\d{1,5})(?:\.\d+)?$").cast(pl.Int64)
    )
    moved = (number + DAYS_FROM_1900_TO_1904).cast(pl.String)
    return days.to_frame().select(pl.coalesce(moved, pl.col(days.name))).to_series()


def not_readable(match: Match, written: pl.DataFrame, typed: pl.DataFrame) -> Iterator[str]:
    """A sentence for each column in which something is written that is not of its kind."""
    for column in _mapped(match):
        gone = lost(match.shape.table, column.field, written, typed)
        if gone.len():
            values = "1 value is not" if gone.len() == 1 else f"{gone.len():,} values are not"
            yield (
                f"{match.sheet.place}: {match.shape.name}, column {column.field}: {values} a "
                f"{KINDS[column.kind]} (first in {place_of(gone[0], written)})"
            )


def _mapped(match: Match) -> Iterator[Column]:
    found = set(match.columns.values())
    return (column for column in match.shape.columns if column.field in found)


def _headings(match: Match) -> Iterator[str]:
    place, name = match.sheet.place, match.shape.name
    if match.missing:
        yield f"{place}: {name} has no column for {_named(match.missing)}: taken as blank"
    if match.unmapped:
        yield f"{place}: not part of {name}, and left out: {_named(match.unmapped)}"


def _not_given(shapes: Sequence[Shape]) -> Iterator[str]:
    if shapes:
        yield f"Not given, and taken as empty: {_named([shape.name for shape in shapes])}"


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    return "; ".join(names[:MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")
