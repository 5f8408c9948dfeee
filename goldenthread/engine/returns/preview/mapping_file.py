"""The mapping: a CSV that says which heading is which column, with a line for each heading.

    file,sheet,table,heading,column
    stays.csv,,Episodes,Child ref,CHILD

A blank file or sheet stands for any; a blank column leaves the heading out.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.engine.intake.spreadsheet import neutral
from goldenthread.engine.intake.wording import plain
from goldenthread.engine.returns.csv_files.heading import headed
from goldenthread.engine.returns.csv_files.rows import NO_HEADING, ROW_IN_FILE, rows_of
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.shapes import catalogue
from goldenthread.engine.returns.shapes.recognising import Match
from goldenthread.engine.returns.shapes.shape import Shape
from goldenthread.engine.returns.shapes.sheets import Sheet
from goldenthread.engine.returns.sniffing import Kind, kind_of
from goldenthread.engine.whole_files import whole_file

COLUMNS = ("file", "sheet", "table", "heading", "column")
NEEDED = frozenset({"table", "heading", "column"})


@dataclass(frozen=True)
class Line:
    """One line of a mapping; `place` is the mapping's name and the line's row."""

    place: str
    file: str
    sheet: str
    table: str
    heading: str
    column: str

    def is_about(self, sheet: Sheet) -> bool:
        """Whether the line is about this sheet: named for it, or for any that has the heading."""
        if self.file and self.file.casefold() != sheet.file.casefold():
            return False
        if self.sheet and self.sheet.casefold() not in (
            sheet.part.casefold(),
            sheet.part.removeprefix("sheet ").casefold(),
        ):
            return False
        return bool(self.file) or bool(_alike(sheet, self.heading))


def read(path: Path) -> list[Line]:
    """Read a mapping. Raises CannotRead, naming the row, for what is no mapping."""
    if kind_of(path) is not Kind.TEXT:
        raise CannotRead(f"{path.name}: a mapping is a CSV file")
    file = headed(path)
    frame = rows_of(file).rename(str.lower)
    if not NEEDED <= set(frame.columns):
        raise CannotRead(
            f"{path.name}, row 1: a mapping has the headings {', '.join(COLUMNS)} (file and sheet may "
            "be left out). “goldenthread read FILE --suggest MAP.csv” drafts one"
        )
    return [_line(path.name, row) for row in frame.iter_rows(named=True)]


def insist_on_a_new_file(path: Path) -> None:
    """Raises CannotRead where a draft would be written over a mapping that somebody has corrected."""
    if path.exists():
        raise CannotRead(
            f"{path}: this is there already, and may have been corrected. Name another file for the "
            "draft, or delete this one first"
        )


def write(path: Path, matches: Iterable[Match]) -> None:
    """Draft a mapping from what was recognised and suggested, for a person to correct."""
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for match in matches:
            sheet = match.sheet.part.removeprefix("sheet ")
            for heading in match.sheet.headings:
                cells = (
                    match.sheet.file,
                    sheet,
                    match.shape.table,
                    heading.removeprefix(NO_HEADING),
                )
                writer.writerow([*map(neutral, cells), match.columns.get(heading, "")])


def applied(sheet: Sheet, lines: Sequence[Line]) -> Match | None:
    """The sheet as the mapping says it is to be read; None where no line is about it.

    Headings that are a column's own name need no line. Raises CannotRead for a line that cannot be.
    """
    own = [line for line in lines if line.is_about(sheet)]
    if not own:
        return None
    shape = _shape(sheet, own)
    columns = {heading: column for heading in sheet.headings if (column := _own(shape, heading))}
    for line in own:
        heading = _heading(sheet, line)
        columns = {h: c for h, c in columns.items() if h != heading and c != line.column}
        if line.column:
            columns[heading] = _column(shape, line)
    _insist_on_one_each(own)
    return Match(sheet, shape, columns, sure=True)


def _line(name: str, row: dict[str, str | None]) -> Line:
    place = f"{name}, row {row[ROW_IN_FILE]}"
    cells = {column: (row.get(column) or "").strip().removeprefix("'") for column in COLUMNS}
    return Line(place, **cells)


def _shape(sheet: Sheet, own: Sequence[Line]) -> Shape:
    first = own[0]
    for line in own:
        if line.table.casefold() != first.table.casefold():
            raise CannotRead(
                f"{first.place} and {line.place.rpartition(', ')[2]} give two tables for "
                f"{sheet.place}. Fill in the file and the sheet that each line is about"
            )
    try:
        return catalogue.named(first.table)
    except LookupError:
        raise CannotRead(
            f"{first.place}: there is no table called “{first.table[:60]}”. “goldenthread read --tables” "
            "lists them"
        ) from None


def _own(shape: Shape, heading: str) -> str | None:
    return shape.by_heading.get(plain(heading))


def _heading(sheet: Sheet, line: Line) -> str:
    found = _alike(sheet, line.heading)
    if not found:
        raise CannotRead(f"{line.place}: {sheet.place} has no such heading")
    return found[0]


def _alike(sheet: Sheet, told: str) -> list[str]:
    """The headings that are the one told: letter for letter, or else but for case and punctuation."""
    exact = [heading for heading in sheet.headings if heading.strip() == told]
    return exact or [h for h in sheet.headings if plain(told) and plain(h) == plain(told)]


def _column(shape: Shape, line: Line) -> str:
    found = [c.field for c in shape.columns if c.field.casefold() == line.column.casefold()]
    if not found:
        raise CannotRead(f"{line.place}: {shape.name} has no column “{line.column[:60]}”")
    return found[0]


def _insist_on_one_each(own: Sequence[Line]) -> None:
    first: dict[str, Line] = {}
    for line in own:
        before = first.setdefault(line.column.casefold(), line)
        if line.column and before is not line:
            raise CannotRead(
                f"{before.place} and {line.place.rpartition(', ')[2]} both give the column "
                f"{line.column}. Leave one blank"
            )
