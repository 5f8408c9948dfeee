"""Read every table of a Word document. Cells are text; a cell merged down shows in every row."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

import docx
from docx.table import Table, _Cell, _Row

from goldenthread.engine.intake.files.archive import Archive, DoctypeRefused, xml_parser
from goldenthread.engine.intake.files.sheet import Sheet
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place, Unreadable
from goldenthread.engine.intake.table import RawCell

# A table cell that claims to span more columns than this is an attack or an accident.
_MOST_SPANNED = 63  # Word's own limit for the columns of a table


def read_word(content: bytes, archive: Archive, place: Place, limits: Limits) -> list[Sheet]:
    """The document's tables in order, those inside a cell of another left out."""
    _check(archive, place, limits)
    try:
        tables = [list(_rows(table)) for table in docx.Document(io.BytesIO(content)).tables]
    except Exception as error:  # whatever a broken document makes the reader trip over
        raise _damaged(place) from error
    if not tables:
        raise Unreadable(place, "holds no table. Put the actions in a table, one to a row")
    return [
        Sheet(Place(place.file, f"table {number}"), iter(rows))
        for number, rows in enumerate(tables, start=1)
    ]


def _damaged(place: Place) -> Unreadable:
    return Unreadable(place, "is damaged. Open it in Word, save it again and try once more")


def _check(archive: Archive, place: Place, limits: Limits) -> None:
    """Count the cells that the document claims, and refuse entities, before a tree is built."""
    claimed = _Claimed()
    parser = xml_parser()
    parser.StartElementHandler = claimed.start
    try:
        for piece in archive.pieces("word/document.xml"):
            parser.Parse(piece, False)
    except (expat.ExpatError, DoctypeRefused) as error:
        raise _damaged(place) from error
    if claimed.widest > _MOST_SPANNED or claimed.cells > limits.cells // 10:
        raise Unreadable(place, "claims a table larger than Word can hold. Copy it into a new file")


@dataclass
class _Claimed:
    cells: int = 0
    widest: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "tc":
            self.cells += 1
        elif tag in ("gridSpan", "gridBefore", "gridAfter"):
            for key, value in attributes.items():
                if key.endswith("val") and value.isdigit():
                    self.widest = max(self.widest, int(value[:9]))


def _rows(table: Table) -> Iterator[tuple[int, list[RawCell]]]:
    for number, row in enumerate(table.rows, start=1):
        yield number, [_text(cell, first) for cell, first in _cells(row)]


def _cells(row: _Row) -> Iterator[tuple[_Cell, bool]]:
    """Each column's cell; the second and later columns of one merged across are marked as not first."""
    seen = None
    for cell in row.cells:
        yield cell, cell._tc is not seen
        seen = cell._tc


def _text(cell: _Cell, first: bool) -> RawCell:
    return cell.text if first else None
