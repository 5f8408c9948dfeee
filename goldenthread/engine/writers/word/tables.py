"""Tables in Word: a header row that repeats, rows that do not break, a caption before, notes after."""

from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from goldenthread.engine.writers.report import Table
from goldenthread.engine.writers.word.parts import border, element

WIDTH, LONGEST, MARGIN = Mm(162), 40, 3
LINE, STRONG = "B1B4B6", "0B0C0C"


def add_table(document: Any, table: Table, *, captioned: bool = True) -> None:
    if captioned:
        document.add_paragraph(table.caption, style="Caption")
    grid = document.add_table(rows=1 + len(table.rows), cols=len(table.header))
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    describe(grid, table)
    for column, width in zip(grid.columns, widths(table), strict=True):
        column.width = width
    # By its identity: looking a style up by its name for every cell took a third of the whole time.
    style = document.styles["Table text"].style_id
    rows = list(grid.rows)
    for row, cells in zip(rows, (table.header, *table.rows), strict=True):
        fill(row, cells, table, style)
    mark_header(rows[0])
    for row in (rows[0], *(rows[-1:] if table.has_total_row else ())):
        embolden(row)
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


def fill(row: Any, cells: tuple[str, ...], table: Table, style: str) -> None:
    for column, (place, text, width) in enumerate(
        zip(row.cells, cells, widths(table), strict=True)
    ):
        place.width = width
        paragraph = place.paragraphs[0]
        paragraph._p.style = style
        paragraph.add_run(text)
        if table.is_numeric(column):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def widths(table: Table) -> list[int]:
    """The page's width shared out by the longest text of each column, letters for letters."""
    columns = list(zip(table.header, *table.rows, strict=True))
    wanted = [min(max(len(text) for text in column), LONGEST) + MARGIN for column in columns]
    return [int(WIDTH * each / sum(wanted)) for each in wanted]


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
