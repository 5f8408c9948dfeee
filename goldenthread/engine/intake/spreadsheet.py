"""Rows as a file that a spreadsheet opens, and of which it runs nothing: CSV, or an Excel workbook."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

ExportCell = str | int | float | Decimal | date | None
PAGE = 8_000  # characters of CSV that are sent at a time
LONGEST_TEXT = 32_767  # that an Excel cell takes
_ALIVE = frozenset("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+%?")
_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
}


def csv_pages(header: Sequence[str], rows: Iterable[Sequence[ExportCell]]) -> Iterator[bytes]:
    """UTF-8 with the mark that Excel wants, many lines at a time; memory does not grow with the rows."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow([_written(name) for name in header])
    yield BOM_UTF8
    for cells in rows:
        writer.writerow([_written(cell) for cell in cells])
        if page.tell() > PAGE:
            yield page.getvalue().encode()
            page.seek(0)
            page.truncate()
    yield page.getvalue().encode()


def workbook(
    header: Sequence[str],
    rows: Iterable[Sequence[ExportCell]],
    to: BinaryIO,
    sheet: str,
) -> None:
    """An .xlsx written row by row to `to`; every text is a text, whatever it begins with."""
    import xlsxwriter

    with xlsxwriter.Workbook(to, _SETTINGS) as book:
        page = book.add_worksheet(sheet)
        page.freeze_panes(1, 0)
        quoted = book.add_format({"quote_prefix": True})
        heading = book.add_format({"bold": True, "quote_prefix": True})
        for column, name in enumerate(header):
            page.write_string(0, column, name, heading)
        for number, cells in enumerate(rows, start=1):
            _write_row(page, number, cells, quoted)


def _write_row(page: Any, number: int, cells: Sequence[ExportCell], quoted: Any) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            style = quoted if is_alive(cell) else None
            page.write_string(number, column, cell[:LONGEST_TEXT], style)
        elif cell is not None:
            page.write(number, column, cell)


def neutral(text: str) -> str:
    """A text that a spreadsheet will show and not run. Reading takes the apostrophe off again."""
    return f"'{text}" if is_alive(text) else text


def is_alive(text: str) -> bool:
    """Whether a spreadsheet would run the text. A number with its sign is a number."""
    return text[:1] in _ALIVE and not _NUMBER.fullmatch(text)


def _written(cell: ExportCell) -> str:
    if isinstance(cell, str):
        return neutral(cell)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return "" if cell is None else f"{cell}"
