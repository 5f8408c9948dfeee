"""Tables as an Excel file: a sheet for each, figures as numbers, nothing that runs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any, BinaryIO

from goldenthread.engine.charts.legible import legible
from goldenthread.engine.writers.report import Table

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME, LONGEST_TEXT, MOST_ROWS = 31, 32_767, 1_048_575
Value = str | int | float | Decimal | date | None
FIGURE = re.compile(r"(£?)(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)")
SHOWN = {"£": "£#,##0", "%": "0", "": "#,##0"}


def tables_to_xlsx(tables: Sequence[Table]) -> bytes:
    """One sheet for each table: its caption, its header, its rows, its notes and source.

    Cells that are figures become numbers; all others are text, whatever they begin with, so that no
    formula can come in by a name or a note.
    """
    import xlsxwriter

    file = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, settings)
    for name, table in zip(sheet_names(tables), tables, strict=True):
        write_sheet(book, book.add_worksheet(name), table)
    if not tables:
        book.add_worksheet("No tables").write_string(0, 0, "There are no tables to export")
    book.close()
    return file.getvalue()


def write_sheet(book: Any, sheet: Any, table: Table) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, table.caption, book.add_format({"bold": True, "font_size": 14}))
    for column, text in enumerate(table.header):
        sheet.write_string(2, column, text, bold)
        longest = max([len(text) // 2, *(len(row[column]) for row in table.rows)])
        sheet.set_column(column, column, min(max(longest + 2, 10), 60))
    formats: dict[str, Any] = {}
    for n, row in enumerate(table.rows, start=3):
        for column, text in enumerate(row):
            write_cell(book, sheet, (n, column), text, formats)
    sheet.freeze_panes(3, 1 if table.row_headers else 0)
    source = (f"Source: {table.source}",) if table.source else ()
    for n, note in enumerate((*table.notes, *source), start=len(table.rows) + 4):
        sheet.write_string(n, 0, note)


def write_cell(
    book: Any, sheet: Any, place: tuple[int, int], text: str, formats: dict[str, Any]
) -> None:
    figure = FIGURE.fullmatch(text.strip())
    if figure is None:
        sheet.write_string(*place, text)
        return
    pounds, minus, whole, fraction, percent = figure.groups()
    number = float(f"{minus}{whole.replace(',', '')}{fraction or ''}") / (100 if percent else 1)
    shown = SHOWN[pounds or percent] + ("." + "0" * (len(fraction) - 1) if fraction else "")
    shown += percent or ""
    if shown not in formats:
        formats[shown] = book.add_format({"num_format": shown})
    sheet.write_number(*place, number, formats[shown])


def sheet_names(tables: Sequence[Table]) -> Iterator[str]:
    """The caption, shortened to what Excel allows and made different from every other."""
    used: set[str] = set()
    for table in tables:
        base = FORBIDDEN.sub(" ", table.caption).strip()[:LONGEST_NAME].strip() or "Table"
        name, n = base, 1
        while name.casefold() in used:
            n += 1
            name = f"{base[: LONGEST_NAME - 4]} {n}"
        used.add(name.casefold())
        yield name


def rows_to_xlsx(
    header: Sequence[str], rows: Iterable[Sequence[Value]], file: BinaryIO, *, sheet: str = "Export"
) -> int:
    """Write rows as they come, in constant memory, to an open file; tells how many were written.

    For exports of any length. Numbers are numbers and dates are ISO text; text is text, whatever it
    begins with. `None` is an empty cell.
    """
    import xlsxwriter

    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, settings)
    page = book.add_worksheet(FORBIDDEN.sub(" ", sheet)[:LONGEST_NAME])
    page.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for column, text in enumerate(header):
        page.write_string(0, column, text, bold)
    written = 0
    for written, row in enumerate(rows, start=1):
        if written > MOST_ROWS:
            book.close()
            raise ValueError(f"An Excel sheet holds {MOST_ROWS:,} rows; export to CSV instead")
        write_row(page, written, row)
    book.close()
    return written


def write_row(page: Any, number: int, row: Sequence[Value]) -> None:
    for column, value in enumerate(row):
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            page.write_number(number, column, value)
        elif value is not None:
            page.write_string(number, column, legible(str(value))[:LONGEST_TEXT])
