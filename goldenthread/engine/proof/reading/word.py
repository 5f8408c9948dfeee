"""Word documents, read straight from their XML: bounded, without entities, running nothing."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from goldenthread.engine.proof.document import (
    Block,
    Cell,
    Document,
    Heading,
    Passage,
    Picture,
    Table,
    squared,
)
from goldenthread.engine.proof.reading import word_parts
from goldenthread.engine.proof.reading.refusal import CannotRead
from goldenthread.engine.proof.reading.word_parts import R, W, named

WRAPPERS = frozenset(
    named("w", tag) for tag in ("sdt", "sdtContent", "ins", "customXml", "smartTag")
)
UNSEEN = frozenset(
    [named("w", tag) for tag in ("del", "moveFrom", "pPr", "rPr", "delText", "instrText")]
    + ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
STANDS_FOR = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "p": "\n",
    W + "noBreakHyphen": "-",
}
WIDEST_SPAN = 60


def read(content: bytes, name: str) -> Document:
    """The document in a .docx file. Raises CannotRead, saying what is wrong with it."""
    if not content.startswith(b"PK"):
        raise CannotRead(f"The file is not a Word document: it {word_parts.looks_like(content)}.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return document(word_parts.Parts(archive), name)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        RuntimeError,
        OSError,
        zipfile.LargeZipFile,
    ):
        raise CannotRead("The Word document is damaged or locked with a password.") from None
    except (etree.XMLSyntaxError, ValueError):
        raise CannotRead("The Word document is damaged: a part of it is not sound XML.") from None


def document(parts: word_parts.Parts, name: str) -> Document:
    body = parts.xml("word/document.xml", needed=True)
    reader = Reader(parts.heading_levels(), parts.links("word/document.xml"))
    blocks = list(reader.margins(parts, "header"))
    found = body.find(W + "body") if body is not None else None
    blocks += reader.blocks(found) if found is not None else []
    blocks += reader.margins(parts, "footnotes")
    return Document(name, tuple(blocks), hidden=parts.hidden(body))


@dataclass
class Reader:
    """Walks the body in order, counting pages, paragraphs and tables for their places."""

    levels: dict[str, int]
    targets: dict[str, str]
    page: int = 1
    paragraphs: int = 0
    tables: int = 0
    lasting: dict[int, int] = field(default_factory=dict)

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        for element in parent:
            if element.tag == W + "p":
                yield from self.passages(element)
            elif element.tag == W + "tbl":
                yield self.table(element)
            elif element.tag in WRAPPERS:
                yield from self.blocks(element)

    def margins(self, parts: word_parts.Parts, kind: str) -> Iterator[Block]:
        """What stands in the page headers, or in the footnotes."""
        for path in parts.named_like(kind):
            root = parts.xml(path)
            for paragraph in root.iter(W + "p") if root is not None else ():
                if text := words(paragraph):
                    yield Passage(text, kind.rstrip("s"), links_in(paragraph, parts.links(path)))

    def passages(self, paragraph: etree._Element) -> Iterator[Passage | Picture]:
        self.paragraphs += 1
        self.page += breaks(paragraph)
        yield from self.pictures(paragraph)
        text, links = words(paragraph), links_in(paragraph, self.targets)
        if not text and not links:
            return
        place = self.here(f"paragraph {self.paragraphs}")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = self.levels.get(style.get(W + "val", ""), 0) if style is not None else 0
        if level:
            yield Heading(text, place, links, level=level)
        elif is_bold_title(paragraph, text):
            yield Heading(text, place, links, level=6, guessed=True)
        else:
            listed = paragraph.find(f"{W}pPr/{W}numPr") is not None
            yield Passage(text, place, links, item=listed)

    def pictures(self, paragraph: etree._Element) -> Iterator[Picture]:
        if next(paragraph.iter(W + "drawing", W + "pict", W + "object"), None) is not None:
            said = [p.get("descr", "") for p in paragraph.iter("{*}docPr")]
            yield Picture(self.here(f"paragraph {self.paragraphs}"), " ".join(filter(None, said)))

    def here(self, what: str) -> str:
        return f"page {self.page}, {what}" if self.page > 1 else what

    def table(self, element: etree._Element) -> Table:
        self.tables += 1
        place = self.here(f"table {self.tables}")
        self.page += breaks(element)
        grid: list[list[Cell]] = []
        for row in rows_of(element):
            header = row.find(f"{W}trPr/{W}tblHeader") is not None
            grid.append([cell for part in cells_of(row) for cell in spread(part, header)])
        return Table(squared(grid), place, links=links_in(element, self.targets))


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if element.tag == W + "tr":
            yield element
        elif element.tag in WRAPPERS:
            yield from rows_of(element)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        if element.tag == W + "tc":
            yield element
        elif element.tag in WRAPPERS:
            yield from cells_of(element)


def spread(part: etree._Element, header: bool) -> list[Cell]:
    """A cell, followed by a blank for each further column that it covers."""
    span = part.find(f"{W}tcPr/{W}gridSpan")
    merged = part.find(f"{W}tcPr/{W}vMerge")
    below = merged is not None and merged.get(W + "val", "continue") == "continue"
    text = "" if below else " ".join(filter(None, (words(p) for p in part.iter(W + "p"))))
    wide = span.get(W + "val", "1") if span is not None else "1"
    more = (
        min(int(wide), WIDEST_SPAN) - 1
        if wide.isascii() and wide.isdigit() and len(wide) < 6
        else 0
    )
    return [Cell(text, header), *[Cell("", header)] * more]


def words(element: etree._Element) -> str:
    """The words that a reader sees, with line breaks kept and tracked deletions left out."""
    pieces: list[str] = []
    walker = etree.iterwalk(element, events=("start",))
    for _, part in walker:
        if part.tag in UNSEEN or is_note_mark(part):
            walker.skip_subtree()
        elif part.tag == W + "t":
            pieces.append(part.text or "")
        elif part is not element:
            pieces.append(STANDS_FOR.get(part.tag, ""))
    lines = "".join(pieces).split("\n")
    return "\n".join(tidy for line in lines if (tidy := " ".join(line.split())))


def is_note_mark(part: etree._Element) -> bool:
    """A raised number, which is the mark of a note and no part of the figure before it."""
    raised = part.find(f"{W}rPr/{W}vertAlign") if part.tag == W + "r" else None
    if raised is None or raised.get(W + "val") != "superscript":
        return False
    return "".join(t.text or "" for t in part.iter(W + "t")).strip().isdigit()


def is_bold_title(paragraph: etree._Element, text: str) -> bool:
    """A short paragraph that is bold throughout, which many writers use for a heading."""
    runs = [run for run in paragraph.iter(W + "r") if "".join(run.itertext()).strip()]
    bold = [run for run in runs if is_bold(run)]
    return bool(runs) and bold == runs and len(text) < 80 and text[-1:] not in ".;,?!:"


def is_bold(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}b")
    return mark is not None and mark.get(W + "val", "1") not in ("0", "false", "off")


def links_in(element: etree._Element, targets: dict[str, str]) -> tuple[str, ...]:
    linked = [targets.get(link.get(R + "id", ""), "") for link in element.iter(W + "hyperlink")]
    fields = [code.text or "" for code in element.iter(W + "instrText")]
    quoted = [text.split('"')[1] for text in fields if "HYPERLINK" in text and text.count('"') > 1]
    return tuple(link for link in linked + quoted if link)


def breaks(element: etree._Element) -> int:
    """How many pages Word says began inside this part when it last laid it out."""
    return sum(1 for _ in element.iter(W + "lastRenderedPageBreak"))
