"""What is shown of a sheet: each heading with the column that it is, and what is written under it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from goldenthread.engine.returns.preview import mapping_file
from goldenthread.engine.returns.preview.mapping_file import Line
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.shapes.catalogue import catalogue
from goldenthread.engine.returns.shapes.opening import renamed
from goldenthread.engine.returns.shapes.recognising import Match, recognised
from goldenthread.engine.returns.shapes.shape import Shape
from goldenthread.engine.returns.shapes.sheets import Sheet
from goldenthread.engine.returns.typed_tables import KINDS, typed_table
from goldenthread.engine.returns.unreadable import lost, place_of

LONGEST = 24


@dataclass(frozen=True)
class ColumnSeen:
    """One heading: the column it is, how many values are written, how many cannot be read and where
    the first of them stands, and the first values as they were read."""

    heading: str
    column: str
    kind: str
    written: int
    not_readable: int
    first_not_readable: str
    first_values: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """A sheet, what it was taken for, and its columns. The frames are as written, and typed."""

    match: Match
    columns: tuple[ColumnSeen, ...]
    written: pl.DataFrame
    typed: pl.DataFrame


def seen(
    sheets: Iterable[Sheet], lines: Sequence[Line], rows: int, told: Shape | None = None
) -> list[Seen]:
    """Look at each sheet by the mapping, or by what its headings mean. `rows`: first values to show;
    `told`: the table that the analyst says it is."""
    held = list(sheets)
    for line in lines:
        if not any(line.is_about(sheet) for sheet in held):
            raise CannotRead(f"{line.place}: no file that was given is the one this line is about")
    return [_seen(mapping_file.applied(s, lines) or _recognised(s, told), rows) for s in held]


def _recognised(sheet: Sheet, told: Shape | None) -> Match:
    if told:
        return replace(recognised(sheet, [told]), sure=True)
    return recognised(sheet, catalogue())


def _seen(match: Match, rows: int) -> Seen:
    written = renamed(match)
    typed = typed_table(match.shape.table, match.shape.columns, written)
    return Seen(match, tuple(_columns(match, written, typed, rows)), written, typed)


def _columns(
    match: Match, written: pl.DataFrame, typed: pl.DataFrame, rows: int
) -> Iterator[ColumnSeen]:
    kinds = {column.field: column.kind for column in match.shape.columns}
    for heading, column in match.columns.items():
        gone = lost(match.shape.table, column, written, typed)
        yield ColumnSeen(
            heading=printable(heading),
            column=column,
            kind=KINDS[kinds[column]],
            written=written[column].count(),
            not_readable=gone.len(),
            first_not_readable=place_of(gone[0], written) if gone.len() else "",
            first_values=tuple(map(_shown, typed[column].head(rows))),
        )


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else printable(str(value))


def printable(text: str) -> str:
    """Short, on one line, and harmless to a terminal."""
    clean = "".join(letter if letter.isprintable() else "·" for letter in text)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"
