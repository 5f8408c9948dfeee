"""Real files of every kind, made small for the tests."""

import io
import struct
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import docx
import xlsxwriter

Rows = Sequence[Sequence[Any]]


def csv_bytes(rows: Rows, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]
    return "\r\n".join(lines).encode(encoding)


def xlsx(
    sheets: dict[str, Rows], *, merges: Sequence[str] = (), hidden: Sequence[str] = ()
) -> bytes:
    """A workbook; `merges` ("A2:A4") apply to the first sheet, whose first cell there holds the value."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    days = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, (name, rows) in enumerate(sheets.items()):
        page = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                _write(page, r, c, cell, days)
        for area in merges if number == 0 else ():
            r, c = xlsxwriter.utility.xl_cell_to_rowcol(area.split(":")[0])
            page.merge_range(area, rows[r][c])
        if name in hidden:
            page.hide()
    book.close()
    return content.getvalue()


def _write(page: Any, row: int, column: int, cell: Any, days: Any) -> None:
    if isinstance(cell, date):
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), days)
    elif isinstance(cell, str):
        page.write_string(row, column, cell)
    elif cell is not None:
        page.write(row, column, cell)


def ods(rows: Rows, *, inside: str = "") -> bytes:
    """A small OpenDocument sheet; `inside` is put in as written, after the rows."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="date" office:date-value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
            if isinstance(cell, date)
            else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    sheet = f'<table:table table:name="Actions">{body}{inside}</table:table>'
    whole = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    content = (
        f'<?xml version="1.0"?><office:document-content {names}>{whole}</office:document-content>'
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": b"<manifest/>",
        }
    )


def word(tables: Sequence[Rows], *, before: str = "Action plan") -> bytes:
    document = docx.Document()
    document.add_heading(before)
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                table.cell(r, c).text = str(cell)
        document.add_paragraph("")
    return saved(document)


def saved(document: Any) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def zipped(parts: dict[str, bytes], *, compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compress) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def changed(content: bytes, name: str, part: bytes) -> bytes:
    """The same archive with one part put in or replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {found: archive.read(found) for found in archive.namelist()}
    return zipped({**parts, name: part})


def bare_sheet(cells: str, shared: Sequence[str] = ()) -> bytes:
    """A workbook whose only sheet holds exactly this XML."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    content = xlsx({"Actions": [["x"]]})
    strings = "".join(f"<si><t>{text}</t></si>" for text in shared)
    content = changed(content, "xl/sharedStrings.xml", f"<sst {space}>{strings}</sst>".encode())
    sheet = f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>"
    return changed(content, "xl/worksheets/sheet1.xml", sheet.encode())


def xls(cells: Sequence[tuple[int, int, str]], *, encrypted: bool = False) -> bytes:
    """The oldest workbook still met: records for text cells inside a compound file."""
    start = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0005, 0, 0, 0, 0)
    lock = struct.pack("<HH6s", 0x002F, 6, b"\x01" * 6) if encrypted else b""
    name = b"Actions"
    length = len(start) + len(lock) + 4 + 8 + len(name) + 4
    listed = struct.pack("<HHIBBBB", 0x0085, 8 + len(name), length, 0, 0, len(name), 0) + name
    end = struct.pack("<HH", 0x000A, 0)
    page = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0010, 0, 0, 0, 0)
    for row, column, text in cells:
        body = struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1")
        page += struct.pack("<HH", 0x0204, len(body)) + body
    return compound({"Workbook": start + lock + listed + end + page + end})


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of 512-byte sectors: heading, allocation table, directory, streams."""
    free, last, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    padded = {n: s.ljust(max(4096, -(-len(s) // 512) * 512), b"\0") for n, s in streams.items()}
    chain, entries, at = [table, last], [_entry("Root Entry", 5, last, 0)], 2
    for name, stream in padded.items():
        count = len(stream) // 512
        entries.append(_entry(name, 2, at, len(stream)))
        chain += [*range(at + 1, at + count), last]
        at += count
    assert len(chain) <= 128
    assert len(entries) <= 4
    heading = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    heading += struct.pack(
        "<HHHHH6sIIIIIIIII", 62, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 4096, last, 0, last, 0
    )
    heading += struct.pack("<109I", 0, *[free] * 108)
    directory = b"".join(entries).ljust(512, b"\0")
    allocation = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    return heading + allocation + directory + b"".join(padded.values())


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    none = 0xFFFFFFFF
    written = name.encode("utf-16-le") + b"\0\0"
    child = 1 if kind == 5 else none
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), kind, 1, none, none, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )
