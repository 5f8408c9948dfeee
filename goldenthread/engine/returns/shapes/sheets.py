"""Every table in a file, as text: a CSV, the sheets of a workbook, or the parts of a return's XML."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from goldenthread.engine.intake import reading
from goldenthread.engine.intake.messages import Unreadable
from goldenthread.engine.intake.table import Row, Table, is_blank
from goldenthread.engine.intake.values.reading import as_text
from goldenthread.engine.returns.cin import reading as cin
from goldenthread.engine.returns.csv_files.heading import headed
from goldenthread.engine.returns.csv_files.rows import ROW_IN_FILE, rows_of
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.shapes import workbooks
from goldenthread.engine.returns.sniffing import Kind, kind_of
from goldenthread.engine.returns.ssda903 import xml_form
from goldenthread.engine.returns.xml import root_of

# The headings by which the heading row is found beneath titles, in plain words.
KNOWN_HEADINGS = ("child unique id", "gender", "ethnicity", "date of birth", "age of child years")


@dataclass(frozen=True)
class Sheet:
    """One table as it stands in a file: `part` names the sheet, or the table of an XML. The frame
    has a column of text for each heading, and `ROW_IN_FILE` where rows are numbered. `from_1904`: days
    written as numbers count from then. `notes`: what a reader of the sheet should know."""

    file: str
    part: str
    frame: pl.DataFrame
    from_1904: bool = False
    notes: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(name for name in self.frame.columns if name != ROW_IN_FILE)

    @property
    def place(self) -> str:
        return f"{self.file}, {self.part}" if self.part else self.file


def sheets_of(path: Path) -> list[Sheet]:
    """Read every table in a file. Raises CannotRead, with the file's name and what to do."""
    kind = kind_of(path)
    if kind is Kind.XML:
        return _of_xml(path)
    if kind is Kind.WORKBOOK:
        return _of_workbook(path)
    return [Sheet(path.name, "", rows_of(headed(path)))]


def _of_workbook(path: Path) -> list[Sheet]:
    try:
        tables = reading.read_tables(path, path.name, known_headings=KNOWN_HEADINGS)
    except Unreadable as refusal:
        raise CannotRead(f"{refusal.message.place}: it {refusal.message.text}") from None
    from_1904 = workbooks.counts_from_1904(path)
    notes = tuple(_not_worked_out(path))
    return [
        Sheet(path.name, t.place.part, _frame(t), from_1904, (*notes, *_hidden(t))) for t in tables
    ]


def _not_worked_out(path: Path) -> Iterator[str]:
    cells = workbooks.unsolved(path)
    if cells:
        which = "1 cell holds" if len(cells) == 1 else f"{len(cells):,} cells hold"
        yield (
            f"{which} a formula without a value, or an error, which is read as blank (the first is "
            f"{cells[0]}). Open it in Excel, save it and try again"
        )


def _hidden(table: Table) -> Iterator[str]:
    if table.hidden:
        yield "This sheet is hidden in the workbook"


def _frame(table: Table) -> pl.DataFrame:
    schema = {ROW_IN_FILE: pl.UInt32, **dict.fromkeys(table.header, pl.String)}
    rows = [[row.number, *_texts(row)] for row in table.rows]
    return pl.DataFrame(rows, schema=schema, orient="row")


def _texts(row: Row) -> list[str | None]:
    """Cells as text; a date is written as ISO so that no reader can take its day for its month."""
    return [None if is_blank(cell) else _text(cell) for cell in row.cells]


def _text(cell: object) -> str:
    return cell.isoformat() if hasattr(cell, "isoformat") else as_text(cell)  # type: ignore[arg-type]


def _of_xml(path: Path) -> list[Sheet]:
    root = root_of(path)
    if root == "Message":
        tables = cin.read(path).tables
    elif root == xml_form.ROOT:
        tables = xml_form.read(path).tables
    else:
        raise CannotRead(f"{path.name}: it begins with <{root[:40]}>, as no known return does")
    return [Sheet(path.name, table, frame) for table, frame in tables.items() if frame.height]
