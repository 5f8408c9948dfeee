"""Find the heading row beneath titles, and make a table of what lies under it."""

import re
from collections.abc import Collection
from datetime import date, datetime, time

from goldenthread.engine.intake.files.sheet import Sheet
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Message, Severity, Unreadable, column_letter
from goldenthread.engine.intake.table import Cell, RawCell, Row, Table, is_blank
from goldenthread.engine.intake.wording import plain

_LOOK_IN = 40
_LONG = 70
_GOOD_ENOUGH = 0.7
_LAST_MESSAGES = 50
_QUOTED = re.compile(r"'[=+\-@＝＋－＠]")
_YEAR = re.compile(r"(19|20)\d\d([/-](\d\d){1,2})?")
_CONTROL = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: None}

Raw = tuple[int, list[RawCell]]


def table_of(sheet: Sheet, known: Collection[str], limits: Limits) -> Table | None:
    """The table in a sheet, or None if it holds none.

    `known` are heading words that the reader hopes to find; the row that has most of them wins.
    """
    rows = _bounded(sheet, limits)
    at = _heading_row(rows, known)
    if at is None:
        return None
    number, heading = rows[at]
    body = [raw for raw in rows[at + 1 :] if not all(map(is_blank, raw[1]))]
    left, width = _columns(heading, [cells for _, cells in body], sheet.ragged)
    table = Table(
        sheet.place, [], [], number, sheet.first_column + left, sheet.hidden, list(sheet.messages)
    )
    _name_columns(table, heading[left : left + width] + [None] * (left + width - len(heading)))
    _warn_if_no_heading(table, heading)
    for raw_number, cells in body:
        _add_row(table, raw_number, cells[left:], sheet.ragged)
    _fold_messages(table)
    return table


def _bounded(sheet: Sheet, limits: Limits) -> list[Raw]:
    """All the rows that hold anything; Unreadable past the limit, before they are all in memory."""
    rows: list[Raw] = []
    for number, cells in sheet.rows:
        if len(cells) > limits.columns and not all(map(is_blank, cells[limits.columns :])):
            raise Unreadable(sheet.place.at(number), f"has more than {limits.columns} columns")
        if not all(map(is_blank, cells)):
            rows.append((number, cells[: limits.columns]))
        if len(rows) > limits.rows:
            raise Unreadable(
                sheet.place, f"has more than {limits.rows:,} rows. Split it and upload each part"
            )
    return rows


def _heading_row(rows: list[Raw], known: Collection[str]) -> int | None:
    """The first row among the top ones that looks enough like headings."""
    top = [cells for _, cells in rows[:_LOOK_IN]]
    if not top:
        return None
    by_name = [sum(plain(str(cell)) in known for cell in cells if cell) for cells in top]
    if known and max(by_name) >= 2:
        return by_name.index(max(by_name))
    scores = [_score(cells) for cells in top]
    if max(scores) <= 0:
        return 0
    return next(i for i, score in enumerate(scores) if score >= _GOOD_ENOUGH * max(scores))


def _score(cells: list[RawCell]) -> float:
    """Headings are short texts, all different; numbers and dates are what stands beneath them."""
    filled = [cell for cell in cells if not is_blank(cell)]
    typed = [c for c in filled if _is_figure(_shown(c)) or not isinstance(c, str | int | float)]
    texts = {plain(_shown(c)) for c in filled if c not in typed and len(_shown(c)) <= _LONG}
    return len(texts) - 2 * len(typed)


def _shown(cell: RawCell) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _is_figure(cell: str) -> bool:
    """A number; but a year is as likely a heading."""
    digits = cell.strip(" £%()").replace(",", "").replace("/", "").replace(".", "")
    return digits.isdigit() and not _YEAR.fullmatch(cell.strip())


def _columns(heading: list[RawCell], body: list[list[RawCell]], ragged: bool) -> tuple[int, int]:
    """The first column of the table and how many there are, empty ones at the sides cut off."""
    every = [heading, *body]
    longest = max(len(cells) for cells in every)
    used = [any(i < len(c) and not is_blank(c[i]) for c in every) for i in range(longest)]
    left = used.index(True)
    right = longest - used[::-1].index(True)
    if ragged and _mostly_fit(heading, body):
        right = max(i + 1 for i, cell in enumerate(heading) if not is_blank(cell))
    return left, right - left


def _mostly_fit(heading: list[RawCell], body: list[list[RawCell]]) -> bool:
    """Whether most rows are no longer than the headings: then a longer one is a slip in that row."""
    width = max(i + 1 for i, cell in enumerate(heading) if not is_blank(cell))
    longer = sum(any(not is_blank(cell) for cell in cells[width:]) for cells in body)
    return longer * 2 < len(body)


def _name_columns(table: Table, heading: list[RawCell]) -> None:
    for index, raw in enumerate(heading):
        name = " ".join(str(_cell(raw) or "").split())
        place = table.place_of(column=index)
        if not name:
            name = f"Column {column_letter(table.first_column + index)}"
            told = f"This column has no heading, so we call it “{name}”"
            table.messages.append(Message(place, told, Severity.WARNING))
        table.header.append(_unlike(name, table, index))


def _unlike(name: str, table: Table, index: int) -> str:
    """The name, numbered if another column has it already."""
    if name not in table.header:
        return name
    number = next(n for n in range(2, 10_000) if f"{name} ({n})" not in table.header)
    told = f"Another column is also called “{name}”, so we call this one “{name} ({number})”"
    table.messages.append(Message(table.place_of(column=index), told, Severity.WARNING))
    return f"{name} ({number})"


def _warn_if_no_heading(table: Table, heading: list[RawCell]) -> None:
    if _score(heading) <= 0:
        told = "We found no headings: this row looks like figures. Put a heading over each column"
        table.messages.append(Message(table.place_of(), told))


def _add_row(table: Table, number: int, raw: list[RawCell], ragged: bool) -> None:
    width = len(table.header)
    over = [cell for cell in raw[width:] if not is_blank(cell)]
    row = Row(number, tuple(_cell(cell) for cell in [*raw[:width], *[None] * (width - len(raw))]))
    table.rows.append(row)
    if over:
        told = (
            f"This row has {len(over)} more {'cell' if len(over) == 1 else 'cells'} than there are "
            "headings. A comma inside a text needs quotation marks round the text"
        )
        table.messages.append(Message(table.place_of(row, width), told))
    elif ragged and len(raw) < width:
        told = f"This row stops after {len(raw)} of {width} columns; we read the rest as blank"
        table.messages.append(Message(table.place_of(row, len(raw)), told, Severity.WARNING))
    _tell_of_control_characters(table, row, raw)


def _tell_of_control_characters(table: Table, row: Row, raw: list[RawCell]) -> None:
    for index, cell in enumerate(raw[: len(table.header)]):
        if isinstance(cell, str) and cell.translate(_CONTROL) != cell:
            told = "We took out characters that cannot be seen"
            table.messages.append(Message(table.place_of(row, index), told, Severity.WARNING))


def _cell(raw: RawCell) -> Cell:
    """A cell as we keep it: text without control characters, dates without an empty time of day."""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, str):
        return _text(raw) or None
    if isinstance(raw, datetime) and raw.time() == time.min:
        return raw.date()
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return int(raw)
    if raw is None or isinstance(raw, int | float | date):
        return raw
    return f"{raw:%H:%M}" if isinstance(raw, time) else str(raw)


def _text(raw: str) -> str:
    """Without what cannot be seen, nor the apostrophe that kept a text from being run as a formula."""
    text = raw.translate(_CONTROL).strip().lstrip("\ufeff")
    return text[1:] if _QUOTED.match(text) else text


def _fold_messages(table: Table) -> None:
    """A file that is wrong in every row is told of its first rows and of how many more there are.

    Errors are all kept, since each keeps its row out.
    """
    warnings = [m for m in table.messages if m.severity is not Severity.ERROR]
    if len(warnings) <= _LAST_MESSAGES:
        return
    dropped = set(map(id, warnings[_LAST_MESSAGES:]))
    table.messages = [m for m in table.messages if id(m) not in dropped]
    told = f"{len(dropped):,} more warnings of the same kinds follow in this table"
    table.messages.append(Message(table.place, told, Severity.WARNING))
