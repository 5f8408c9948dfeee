"""HTML, read with a parser that fetches nothing and expands no entities of its own."""

import re
from collections.abc import Iterator

from lxml import etree, html

from goldenthread.engine.proof.document import (
    WIDEST,
    Block,
    Cell,
    Document,
    Heading,
    Passage,
    Picture,
    Table,
    squared,
)
from goldenthread.engine.proof.reading.refusal import CannotRead

UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "head", "nav", "svg", "math", "iframe"}
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
DRAWN = frozenset({"svg", "math", "iframe"})
PICTURES = frozenset({"img", "canvas", "video", "object", "embed"})
PARTS = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "ul",
        "ol",
        "dl",
        "form",
        "fieldset",
        "legend",
        "label",
        "details",
        "summary",
        "address",
        "body",
        "html",
        "hr",
        "caption",
    ]
) | set(HEADINGS)
HIGHEST_SPAN = 500
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def read(text: str, name: str) -> Document:
    """The document in a page of HTML. Raises CannotRead if there is no mark-up to be found."""
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        raise CannotRead("The file does not hold HTML that can be read.") from None
    if root is None:
        raise CannotRead("The file holds no HTML.")
    title = root.findtext(".//title")
    return Document(name, tuple(Page(root).blocks(title)))


class Page:
    """Walks a page in order, gathering inline words into passages."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.words: list[str] = []
        self.links: list[str] = []
        self.passages = 0
        self.tables = 0

    def blocks(self, title: str | None) -> Iterator[Block]:
        if title and title.strip():
            yield Passage(" ".join(title.split()), "page title")
        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "start" and (tag == "table" or unread(element)):
                walker.skip_subtree()
                yield from self.whole(element)
            elif event == "start":
                yield from self.opened(element)
            else:
                yield from self.closed(element)

    def whole(self, element: etree._Element) -> Iterator[Block]:
        """A part taken as one: a table, a drawing, or something nobody sees."""
        if element.tag == "table":
            yield from self.passage(element.getparent())
            self.tables += 1
            yield table(element, f"table {self.tables}")
        elif element.tag in PARTS:
            yield from self.passage(element.getparent())
        elif element.tag in DRAWN and not hidden(element):
            yield Picture(f"line {line_of(element)}", element.get("aria-label", ""))

    def opened(self, element: etree._Element) -> Iterator[Block]:
        if element.tag in PARTS:
            yield from self.passage(element.getparent())
        if element.tag in PICTURES:
            yield Picture(f"line {line_of(element)}", element.get("alt", ""))
        if element.tag == "br":
            self.words.append("\n")
        if element.tag == "a" and element.get("href"):
            self.links.append(element.get("href"))
        self.words.append(flat(element.text))

    def closed(self, element: etree._Element) -> Iterator[Block]:
        if element.tag in PARTS:
            yield from self.passage(element)
        self.words.append(flat(element.tail))

    def passage(self, element: etree._Element | None) -> Iterator[Passage]:
        """What was gathered so far, if it says anything."""
        lines = (
            ["".join(self.words)]
            if element is not None and element.tag == "pre"
            else "".join(self.words).split("\n")
        )
        text = "\n".join(tidy for line in lines if (tidy := " ".join(line.split())))
        links, self.words, self.links = tuple(self.links), [], []
        if not text and not links:
            return
        self.passages += 1
        tag = element.tag if element is not None else "p"
        place = f"paragraph {self.passages}, line {line_of(element)}"
        if tag in HEADINGS:
            yield Heading(text, place, links, level=HEADINGS[tag])
        elif element is not None and is_bold_title(element, text):
            yield Heading(text, place, links, level=6, guessed=True)
        else:
            yield Passage(text, place, links, item=tag == "li")


def is_bold_title(element: etree._Element, text: str) -> bool:
    """A short paragraph that is bold throughout, which many writers use for a heading."""
    only = element[0] if element.tag == "p" and len(element) == 1 else None
    if only is None or only.tag not in ("b", "strong") or flat(element.text).strip():
        return False
    return not flat(only.tail).strip() and len(text) < 80 and text[-1:] not in ".;,?!:"


def flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def unread(element: etree._Element) -> bool:
    """Whatever is not shown as words, and raised numbers, which are the marks of notes."""
    note = element.tag == "sup" and "".join(element.itertext()).strip().isdigit()
    return note or element.tag in UNSEEN or hidden(element)


def hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(HIDDEN.search(element.get("style", "")))


def line_of(element: etree._Element | None) -> int:
    if element is None:
        return 1
    return int(element.get("data-line", "0") or 0) or element.sourceline or 1


def table(element: etree._Element, place: str) -> Table:
    """A table with spans laid out on the grid that a reader sees."""
    grid: list[list[Cell]] = []
    lines: list[int] = []
    below: dict[int, int] = {}
    for row in element.iter("tr"):
        if next(row.iterancestors("table")) is not element:
            continue
        grid.append(cells_of(row, below))
        lines.append(line_of(row))
    caption = element.find("caption")
    links = tuple(a.get("href") for a in element.iter("a") if a.get("href"))
    title = said(caption) if caption is not None else ""
    return Table(squared(grid), place, title, links, lines=tuple(lines))


def cells_of(row: etree._Element, below: dict[int, int]) -> list[Cell]:
    """One row's cells; `below` counts, for each column, the rows that a cell above still covers."""
    cells: list[Cell] = []
    for element in row.iterchildren("td", "th"):
        pass_over(cells, below)
        if len(cells) >= WIDEST:
            break
        wide, high = span(element, "colspan", WIDEST), span(element, "rowspan", HIGHEST_SPAN)
        for column in range(min(wide, WIDEST - len(cells))):
            below[len(cells)] = high - 1
            cells.append(Cell(said(element) if column == 0 else "", element.tag == "th"))
    pass_over(cells, below)
    return cells


def pass_over(cells: list[Cell], below: dict[int, int]) -> None:
    """Leave blank the columns that a cell of a row above covers."""
    while below.get(len(cells), 0):
        below[len(cells)] -= 1
        cells.append(Cell(""))


def span(element: etree._Element, name: str, most: int) -> int:
    text = element.get(name, "1").strip()
    return (
        min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    )


def said(element: etree._Element) -> str:
    """The words in an element, with a space where a break or a new part begins."""
    pieces: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, part in walker:
        if event == "start" and part is not element and unread(part):
            walker.skip_subtree()
        elif event == "start":
            pieces.append(
                (" " if part.tag in PARTS or part.tag == "br" else "") + (part.text or "")
            )
        elif part is not element:
            pieces.append((part.tail or "") if part.tag not in PARTS else " " + (part.tail or ""))
    return " ".join("".join(pieces).split())
