"""Small documents for the tests, built in memory."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx

from goldenthread.engine.proof import proving, reading
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import SHOWN_FROM, Slip


def text(words: str, name: str = "paper.txt") -> Document:
    return reading.read_bytes(words.encode(), name)


def web(words: str) -> Document:
    return reading.read_html(words)


def word(*parts: object) -> bytes:
    """A Word file: '# ' begins a heading, a list of rows is a table, other strings are paragraphs."""
    made = docx.Document()
    for part in parts:
        if isinstance(part, list):
            table = made.add_table(len(part), len(part[0]))
            for row, cells in zip(table.rows, part, strict=True):
                for cell, said in zip(row.cells, cells, strict=True):
                    cell.text = said
        elif isinstance(part, str) and part.startswith("#"):
            made.add_heading(part.lstrip("# "), level=len(part) - len(part.lstrip("#")))
        else:
            made.add_paragraph(str(part))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def shown(document: Document, settings: Settings | None = None) -> list[Slip]:
    """The slips that a reader sees without asking for more."""
    slips = proving.prove(document, settings or Settings())
    return [slip for slip in slips if slip.certainty >= SHOWN_FROM]


def kinds(document: Document, settings: Settings | None = None) -> set[str]:
    return {slip.kind for slip in shown(document, settings)}


def html_table(rows: list[list[str]], head: bool = True) -> str:
    """A plain HTML table, its first row in header cells."""
    lines = []
    for at, row in enumerate(rows):
        tag = "th" if head and at == 0 else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"


def zipped(parts: dict[str, bytes], where: Path) -> Path:
    with zipfile.ZipFile(where, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return where
