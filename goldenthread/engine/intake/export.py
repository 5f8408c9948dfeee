"""Give a table back in the shape it came in: same columns, same order, the unmapped ones too.

A cell that still says what the record says goes out exactly as it came in ("G" for green, "ASAP" for
no date); one that changed goes out new. No text can come alive as a formula in a spreadsheet.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from goldenthread.engine.intake import spreadsheet
from goldenthread.engine.intake.fields import Field
from goldenthread.engine.intake.spreadsheet import ExportCell
from goldenthread.engine.intake.table import Cell
from goldenthread.engine.intake.values.outcome import Value
from goldenthread.engine.intake.values.reading import joined, read


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
    columns = _columns(shape)
    for row in rows:
        cells = row.cells
        whole: dict[str, ExportCell] = {heading: cells.get(heading) for heading in shape.header}
        for field, headings in columns:
            if field.name in row.values:
                whole |= _cells_now(field, headings, row)
        yield [whole[heading] for heading in shape.header]


def _columns(shape: Shape) -> list[tuple[Field, list[str]]]:
    """Each field that goes out, with the headings that fed it."""
    by_name = {one.name: one for one in shape.fields}
    columns: dict[str, list[str]] = {}
    for heading, name in shape.mapping.items():
        columns.setdefault(name, []).append(heading)
    return [(by_name[name], headings) for name, headings in columns.items()]


def as_csv(rows: Iterable[Kept], shape: Shape) -> Iterator[bytes]:
    """UTF-8 with the mark that Excel wants; memory does not grow with the rows."""
    return spreadsheet.csv_pages(shape.header, export_same_shape(rows, shape))


def as_workbook(rows: Iterable[Kept], shape: Shape, to: BinaryIO, sheet: str = "Actions") -> None:
    """An .xlsx written row by row to `to`; every text is a text, whatever it begins with."""
    spreadsheet.workbook(shape.header, export_same_shape(rows, shape), to, sheet)


def to_json(cell: Cell) -> str | int | float | dict[str, str] | None:
    """A cell in a form that JSON can hold; `from_json` gives the same cell back."""
    return {"date": cell.isoformat()} if isinstance(cell, date) else cell


def from_json(stored: str | int | float | dict[str, str] | None) -> Cell:
    if isinstance(stored, dict):
        moment = datetime.fromisoformat(stored["date"])
        return moment if "T" in stored["date"] else moment.date()
    return stored


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
