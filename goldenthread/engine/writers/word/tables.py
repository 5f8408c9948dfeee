"""Tables in Word: a header row that repeats, rows that do not break, a caption before, notes after."""

from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH

from goldenthread.engine.writers.report import Table
from goldenthread.engine.writers.word.parts import border, element

LINE, STRONG = "B1B4B6", "0B0C0C"


def add_table(document: Any, table: Table, *, captioned: bool = True) -> None:
    if captioned:
        document.add_paragraph(table.caption, style="Caption")
    grid = document.add_table(rows=1 + len(table.rows), cols=len(table.header))
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    describe(grid, table)
    fill(grid, 0, table.header, table)
    for n, row in enumerate(table.rows, start=1):
        fill(grid, n, row, table)
    mark_header(grid.rows[0])
    if table.has_total_row and table.rows:
        embolden(grid.rows[-1])
    add_notes(document, table)


def describe(grid: Any, table: Table) -> None:
    """The table's name and what its first row and column are, for a screen reader; and its lines."""
    properties = grid._tbl.tblPr
    for old in [child for child in properties if child.tag.endswith(("tblLook", "tblBorders"))]:
        properties.remove(old)
    lines = element("w:tblBorders")
    for edge, colour in (("top", STRONG), ("bottom", STRONG), ("insideH", LINE)):
        lines.append(border(edge, colour, size=4))
    properties.append(lines)
    first = int(table.row_headers)
    look = {"firstRow": 1, "lastRow": int(table.has_total_row), "firstColumn": first,
            "lastColumn": 0, "noHBand": 1, "noVBand": 1}  # fmt: skip
    properties.append(element("w:tblLook", val="04A0", **look))
    properties.append(element("w:tblCaption", val=table.caption))


def fill(grid: Any, row: int, cells: tuple[str, ...], table: Table) -> None:
    places = grid.rows[row].cells
    for column, text in enumerate(cells):
        paragraph = places[column].paragraphs[0]
        paragraph.style = "Table text"
        paragraph.add_run(text).bold = True if row == 0 else None
        if table.is_numeric(column):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def mark_header(row: Any) -> None:
    """Repeated at the top of each page, which is also how Word knows a header row."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("w:cantSplit"))
    properties.append(element("w:tblHeader"))


def embolden(row: Any) -> None:
    for cell in row.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True


def add_notes(document: Any, table: Table) -> None:
    for note in table.notes:
        document.add_paragraph(note, style="Source")
    if table.source:
        document.add_paragraph(f"Source: {table.source}", style="Source")
    if not table.notes and not table.source:
        document.add_paragraph("", style="Source")
