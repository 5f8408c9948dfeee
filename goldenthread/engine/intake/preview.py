"""What an import would bring in, row by row, before anything is kept."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from goldenthread.engine.intake.fields import Field
from goldenthread.engine.intake.mapping import Mapping
from goldenthread.engine.intake.messages import Message, Place, Severity
from goldenthread.engine.intake.table import Cell, Row, Table, is_blank
from goldenthread.engine.intake.values.outcome import Value
from goldenthread.engine.intake.values.reading import joined, read
from goldenthread.engine.intake.wording import plain

_WIDE = 3


@dataclass
class PreviewRow:
    """`values` by field name; `kept` is every cell by its heading, for an export in the same shape.

    `section` is the text of the last heading line that stood between the rows above.
    """

    number: int
    values: dict[str, Value]
    kept: dict[str, Cell]
    section: str = ""
    messages: list[Message] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        return any(message.severity is Severity.ERROR for message in self.messages)


class Counts(NamedTuple):
    read: int
    to_import: int
    with_warnings: int
    refused: int


@dataclass
class Preview:
    """`messages` are about the table as a whole; those about a row stand with the row."""

    place: Place
    header: list[str]
    mapping: Mapping
    rows: list[PreviewRow]
    unmapped: list[str]
    messages: list[Message]

    @property
    def is_ready(self) -> bool:
        """Whether there is anything to import and no field is missing that every row must have."""
        whole = any(message.severity is Severity.ERROR for message in self.messages)
        return not whole and self.counts.to_import > 0

    @property
    def counts(self) -> Counts:
        refused = sum(row.is_refused for row in self.rows)
        told = sum(bool(row.messages) and not row.is_refused for row in self.rows)
        return Counts(len(self.rows), len(self.rows) - refused, told, refused)

    @property
    def to_import(self) -> list[PreviewRow]:
        return [row for row in self.rows if not row.is_refused]

    @property
    def all_messages(self) -> list[Message]:
        return self.messages + [message for row in self.rows for message in row.messages]


def apply_mapping(table: Table, mapping: Mapping, fields: Sequence[Field]) -> Preview:
    """Read every row by `mapping` (heading → field name). KeyError for a heading or field unknown."""
    by_name = {one.name: one for one in fields}
    columns = _columns_by_field(table, mapping, by_name)
    told = defaultdict(list)
    for message in table.messages:
        told[_row_of(message, table)].append(message)
    preview = Preview(table.place, table.header, mapping, [], [], told.pop(None, []))
    preview.unmapped = [heading for heading in table.header if heading not in mapping]
    preview.messages += _missing(table, fields, mapping)
    for row, section in _real_rows(table, columns, preview.messages):
        preview.rows.append(_read_row(table, row, section, columns, told[row.number]))
    for one in columns:
        _tell_of_duplicates(table, one, columns[one], preview.rows)
    return preview


def _row_of(message: Message, table: Table) -> int | None:
    """The row that a message is about; None for the headings and the table as a whole."""
    row = message.place.row
    return None if row is None or row <= table.header_row else row


def _columns_by_field(
    table: Table, mapping: Mapping, by_name: dict[str, Field]
) -> dict[Field, list[int]]:
    columns = defaultdict(list)
    for heading, name in mapping.items():
        columns[name].append(table.header.index(heading))
    twice = [name for name, at in columns.items() if len(at) > 1 and not by_name[name].joins]
    if twice:
        raise ValueError(f"More than one column is chosen for {by_name[twice[0]].title}")
    return {by_name[name]: at for name, at in columns.items()}


def _missing(table: Table, fields: Sequence[Field], mapping: Mapping) -> Iterator[Message]:
    for one in fields:
        if one.required and one.name not in mapping.values():
            told = f"No column gives the {one.title.casefold()}. Choose the column that does"
            yield Message(table.place_of(), told)


def _real_rows(
    table: Table, columns: dict[Field, list[int]], messages: list[Message]
) -> Iterator[tuple[Row, str]]:
    """The rows that hold something to import, each with the heading line it stands under."""
    section = ""
    needed = {at for one, places in columns.items() if one.required for at in places}
    for row in table.rows:
        filled = [at for at, cell in enumerate(row.cells) if not is_blank(cell)]
        if _repeats_heading(row, filled, table.header):
            told = "This row repeats the headings, so we left it out"
            messages.append(Message(table.place_of(row), told, Severity.NOTE))
        elif len(filled) == 1 and len(row.cells) >= _WIDE and not needed & set(filled):
            section = str(row.cells[filled[0]])
            told = f"We read “{section}” as the heading of the rows beneath, not as a row"
            messages.append(Message(table.place_of(row), told, Severity.NOTE))
        else:
            yield row, section


def _repeats_heading(row: Row, filled: list[int], header: Sequence[str]) -> bool:
    same = sum(plain(str(row.cells[at])) == plain(header[at]) for at in filled)
    return same >= 2 and same * 2 > len(filled)


def _read_row(
    table: Table,
    row: Row,
    section: str,
    columns: dict[Field, list[int]],
    told: list[Message],
) -> PreviewRow:
    kept = dict(zip(table.header, row.cells, strict=True))
    result = PreviewRow(row.number, {}, kept, section, list(told))
    for one, places in columns.items():
        if one.joins:
            cells = [(table.header[at], row.cells[at]) for at in places]
            result.values[one.name] = joined(cells)
            continue
        outcome = read(row.cells[places[0]], one)
        result.values[one.name] = outcome.value
        if outcome.told:
            place = table.place_of(row, places[0])
            result.messages.append(Message(place, outcome.told, outcome.severity))
    return result


def _tell_of_duplicates(
    table: Table, one: Field, places: list[int], rows: list[PreviewRow]
) -> None:
    if one.unique is None:
        return
    first: dict[Value, int] = {}
    for row in rows:
        value = row.values[one.name]
        before = first.setdefault(value, row.number)
        if value is not None and before != row.number:
            place = table.place_of(Row(row.number, ()), places[0])
            told = f"Row {before} has the same {one.title.casefold()}, “{value}”"
            row.messages.append(Message(place, told, one.unique))
