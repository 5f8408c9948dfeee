"""Read every table of a Word document. Cells are text; a cell merged down shows in every row.

The document's own XML is read, so that words inside content controls and accepted or pending
insertions count, and words that tracked changes deleted do not.
"""

from collections.abc import Iterator

from lxml import etree

from goldenthread.engine.intake.files.archive import Archive
from goldenthread.engine.intake.files.sheet import Sheet
from goldenthread.engine.intake.files.size.extent import Extent
from goldenthread.engine.intake.files.size.walking import walk
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place, Unreadable
from goldenthread.engine.intake.table import RawCell

_DOCUMENT = "word/document.xml"
_MOST_COLUMNS = 63  # Word's own limit for a table
_SPACE = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_W = f"{{{_SPACE['w']}}}"
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TABLES = etree.XPath("//w:tbl[not(ancestor::w:tc)]", namespaces=_SPACE)
_ROWS = etree.XPath("./w:tr | ./w:sdt/w:sdtContent/w:tr", namespaces=_SPACE)
_CELLS = etree.XPath("./w:tc | ./w:sdt/w:sdtContent/w:tc", namespaces=_SPACE)
_PARAGRAPHS = etree.XPath(".//w:p", namespaces=_SPACE)
_PIECES = etree.XPath(
    ".//*[self::w:t or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen]"
    "[not(ancestor::w:moveFrom)][not(parent::w:tabs)]",
    namespaces=_SPACE,
)


def read_word(archive: Archive, place: Place, limits: Limits) -> list[Sheet]:
    """The document's tables in order; a table inside a cell counts as text of that cell."""
    tables = _TABLES(_document(archive, place, limits))
    if not tables:
        raise Unreadable(place, "holds no table. Put the actions in a table, one to a row")
    return [
        Sheet(Place(place.file, f"table {number}"), _rows(table))
        for number, table in enumerate(tables, start=1)
    ]


def _document(archive: Archive, place: Place, limits: Limits) -> etree._Element:
    """The document as a tree, after a walk has made sure that it is not vast and declares no entities."""
    extent = Extent(limits, place)
    walk(archive, _DOCUMENT, place, lambda *_: extent.fill(1, 1), lambda _: None, lambda _: None)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(archive.whole(_DOCUMENT), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(
            place, "is damaged. Open it in Word, save it again and try once more"
        ) from error


def _rows(table: etree._Element) -> Iterator[tuple[int, list[RawCell]]]:
    held: dict[int, str] = {}
    for number, row in enumerate(_ROWS(table), start=1):
        cells: list[RawCell] = [None] * _count(row, "w:trPr/w:gridBefore", 0)
        for cell in _CELLS(row):
            at = len(cells)
            if not _continues(cell):
                held[at] = _text(cell)
            spanned = _count(cell, "w:tcPr/w:gridSpan", 1)
            cells += [held.get(at), *[None] * (spanned - 1)]
        yield number, cells


def _continues(cell: etree._Element) -> bool:
    """Whether the cell is the lower part of one merged down; Word leaves the value out to say so."""
    merge = cell.find("w:tcPr/w:vMerge", _SPACE)
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _count(element: etree._Element, path: str, otherwise: int) -> int:
    found = element.find(path, _SPACE)
    written = "" if found is None else found.get(f"{_W}val", "")
    return min(int(written), _MOST_COLUMNS) if written.isdecimal() else otherwise


def _text(cell: etree._Element) -> str:
    lines = (
        "".join(_MARKS.get(piece.tag) or piece.text or "" for piece in _PIECES(paragraph))
        for paragraph in _PARAGRAPHS(cell)
    )
    return "\n".join(lines).strip()
