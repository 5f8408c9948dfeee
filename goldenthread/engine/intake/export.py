"""Give a table back in the shape it came in: same columns, same order, the unmapped ones too.

A cell that still says what the record says goes out exactly as it came in ("G" for green, "ASAP" for
no date); one that changed goes out new. No text can come alive as a formula in a spreadsheet.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

from goldenthread.engine.intake.fields import Field
from goldenthread.engine.intake.table import Cell
from goldenthread.engine.intake.values.outcome import Value
from goldenthread.engine.intake.values.reading import joined, read

ExportCell = str | int | float | Decimal | date | None
_ALIVE = re.compile(r"^[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+%?")


@dataclass(frozen=True)
class Shape:
    """How a table came in: its headings in order, and the field that each fed."""

    header: Sequence[str]
    mapping: Mapping[str, str]
    fields: Sequence[Field]


@dataclass(frozen=True)
class Kept:
    """A record to give back: its values now, and the cells that it came in with (none if it is new)."""

    values: Mapping[str, Value]
    cells: Mapping[str, Cell]


def export_same_shape(rows: Iterable[Kept], shape: Shape) -> Iterator[list[ExportCell]]:
    """The cells of each row in the order of `shape.header`; the header itself is not among them."""
    by_name = {one.name: one for one in shape.fields}
    columns: dict[str, list[str]] = {}
    for heading, name in shape.mapping.items():
        columns.setdefault(name, []).append(heading)
    for row in rows:
        cells: dict[str, ExportCell] = {heading: row.cells.get(heading) for heading in shape.header}
        for name, headings in columns.items():
            if name in row.values:
                cells |= _cells_now(by_name[name], headings, row)
        yield [cells[heading] for heading in shape.header]


def as_csv(rows: Iterable[Kept], shape: Shape) -> Iterator[bytes]:
    """UTF-8 with the mark that Excel wants, one line at a time; memory does not grow with the rows."""
    yield b"\xef\xbb\xbf" + _line(shape.header)
    for cells in export_same_shape(rows, shape):
        yield _line(cells)


def as_workbook(rows: Iterable[Kept], shape: Shape, to: BinaryIO, sheet: str = "Actions") -> None:
    """An .xlsx written row by row to `to`; every text is a text, whatever it begins with."""
    import xlsxwriter

    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd/mm/yyyy",
    }
    with xlsxwriter.Workbook(to, settings) as book:
        page = book.add_worksheet(sheet)
        page.freeze_panes(1, 0)
        quoted = book.add_format({"quote_prefix": True})
        heading = book.add_format({"bold": True, "quote_prefix": True})
        for column, name in enumerate(shape.header):
            page.write_string(0, column, name, heading)
        for number, cells in enumerate(export_same_shape(rows, shape), start=1):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    page.write_string(
                        number, column, cell[:32_767], quoted if _is_alive(cell) else None
                    )
                elif cell is not None:
                    page.write(number, column, cell)


def neutral(text: str) -> str:
    """A text that a spreadsheet will show and not run. Reading takes the apostrophe off again."""
    return f"'{text}" if _is_alive(text) else text


def to_json(cell: Cell) -> str | int | float | dict[str, str] | None:
    """A cell in a form that JSON can hold; `from_json` gives the same cell back."""
    return {"date": cell.isoformat()} if isinstance(cell, date) else cell


def from_json(stored: str | int | float | dict[str, str] | None) -> Cell:
    if isinstance(stored, dict):
        moment = datetime.fromisoformat(stored["date"])
        return moment if "T" in stored["date"] else moment.date()
    return stored


def _is_alive(text: str) -> bool:
    return bool(_ALIVE.match(text)) and not _NUMBER.fullmatch(text)


def _cells_now(field: Field, headings: list[str], row: Kept) -> dict[str, ExportCell]:
    """The cells that say what the record says now, as they came in wherever that is still so."""
    value = row.values[field.name]
    if field.joins:
        return _joined_now(value, headings, row)
    came = row.cells.get(headings[0])
    unchanged = headings[0] in row.cells and read(came, field).value == value
    return {headings[0]: came if unchanged else _cell(value)}


def _joined_now(value: Value, headings: list[str], row: Kept) -> dict[str, ExportCell]:
    """What was added since goes beneath the last of the columns that fed the text."""
    came = {heading: row.cells.get(heading) for heading in headings}
    before = joined(list(came.items()))
    if value == before:
        return dict(came)
    if before and isinstance(value, str) and value.startswith(str(before)):
        last, added = came[headings[-1]], value[len(str(before)) :].strip()
        return {**came, headings[-1]: f"{last}\n{added}" if last else added}
    return {**dict.fromkeys(headings), headings[-1]: _cell(value)}


def _cell(value: Value) -> ExportCell:
    return "; ".join(value) if isinstance(value, tuple) else value


def _line(cells: Sequence[ExportCell]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow([_written(cell) for cell in cells])
    return line.getvalue().encode()


def _written(cell: ExportCell) -> str:
    if isinstance(cell, str):
        return neutral(cell)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else f"{cell}"
