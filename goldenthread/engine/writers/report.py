"""A report without any format: sections of blocks, in the words a reader will see."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from goldenthread.engine.charts import Chart


@dataclass(frozen=True)
class Span:
    """A run of text in one manner; `href` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


Words = tuple[Span, ...]


def words(text: str | Words) -> Words:
    """Plain text as words without any emphasis; words as they are."""
    return (Span(text),) if isinstance(text, str) else text


def plain(text: str | Words) -> str:
    return "".join(span.text for span in words(text))


@dataclass(frozen=True)
class Paragraph:
    text: str | Words
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True)
class SubHeading:
    """A heading within a section's prose, one level below the section's own (or `depth` below)."""

    text: str
    depth: int = 1
    kind: str = field(default="sub_heading", init=False)


@dataclass(frozen=True)
class Item:
    text: str | Words
    beneath: "Items | None" = None


@dataclass(frozen=True)
class Items:
    """A list with bullets, or with numbers where the order matters."""

    items: tuple[Item, ...]
    ordered: bool = False
    kind: str = field(default="items", init=False)


@dataclass(frozen=True)
class Quotation:
    text: str | Words
    said_by: str = ""
    kind: str = field(default="quotation", init=False)


@dataclass(frozen=True)
class Figure:
    """A number that matters, as it is shown, with what it counts and where it comes from."""

    number: str
    label: str
    source: str = ""
    kind: str = field(default="figure", init=False)


@dataclass(frozen=True)
class Table:
    """Rows of cells as they are shown. The first cell of each row is its header, unless told not."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_headers: bool = True
    has_total_row: bool = False
    notes: tuple[str, ...] = ()
    source: str = ""
    kind: str = field(default="table", init=False)

    def __post_init__(self) -> None:
        if not self.header:
            raise ValueError(f"Table “{self.caption}” has no columns")
        for n, row in enumerate(self.rows, start=1):
            if len(row) != len(self.header):
                raise ValueError(
                    f"Table “{self.caption}”, row {n}: {len(row)} cells for {len(self.header)} columns"
                )

    def is_numeric(self, column: int) -> bool:
        """Whether a column holds figures, and so stands to the right."""
        if column == 0 and self.row_headers:
            return False
        cells = [row[column] for row in self.rows if row[column]]
        return any(any(c.isdigit() for c in cell) for cell in cells) and all(
            looks_like_figure(cell) for cell in cells
        )


@dataclass(frozen=True)
class ChartBlock:
    """A chart with its figures beneath it. Without a `png`, one is drawn when Word needs it."""

    chart: Chart
    source: str = ""
    png: bytes = b""
    kind: str = field(default="chart", init=False)

    @property
    def table(self) -> Table:
        """The chart's own figures."""
        chart = self.chart
        return Table(chart.title, chart.header, chart.rows, notes=chart.notes, source=self.source)


@dataclass(frozen=True)
class Notice:
    """Something that the reader must not miss."""

    text: str | Words
    title: str = "Important"
    kind: str = field(default="notice", init=False)


@dataclass(frozen=True)
class PageBreak:
    kind: str = field(default="page_break", init=False)


@dataclass(frozen=True)
class ContentsList:
    """Where the contents stand: the headings of the sections after it, down to `depth` levels."""

    title: str = "Contents"
    depth: int = 2
    kind: str = field(default="contents", init=False)


Block = (
    Paragraph
    | SubHeading
    | Items
    | Quotation
    | Figure
    | Table
    | ChartBlock
    | Notice
    | PageBreak
    | ContentsList
)


@dataclass(frozen=True)
class Section:
    """A heading (level 1 is a chapter, 2 a part of it, 3 the least) and what stands beneath it."""

    heading: str
    blocks: tuple[Block, ...] = ()
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in {1, 2, 3}:
            raise ValueError(f"Section “{self.heading}” is at level {self.level}; use 1, 2 or 3")


@dataclass(frozen=True)
class Report:
    """A whole document. `front` stands between the title and the first section."""

    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    author: str = ""
    language: str = "en-GB"
    front: tuple[Block, ...] = (ContentsList(),)
    issued: date | None = None

    def __post_init__(self) -> None:
        """Headings may not skip a level: those who hear a document steer by them."""
        before = 0
        for heading, level in self.headings():
            if level > before + 1:
                raise ValueError(f"Heading “{heading}” is at level {level} beneath level {before}")
            before = level

    def headings(self) -> Iterator[tuple[str, int]]:
        """Every heading and its level, those in the prose included."""
        for section in self.sections:
            yield section.heading, section.level
            for block in section.blocks:
                if isinstance(block, SubHeading):
                    yield block.text, section.level + block.depth

    @property
    def issued_in_words(self) -> str:
        return f"{self.issued.day} {self.issued:%B %Y}" if self.issued else ""

    def blocks(self) -> Iterator[Block]:
        yield from self.front
        for section in self.sections:
            yield from section.blocks


def looks_like_figure(cell: str) -> bool:
    """Counts, money, shares, and the symbols that stand in their place."""
    bare = cell.strip().strip("<£%").replace(",", "").replace(".", "").lstrip("+-−£")
    return bare.isdigit() or cell.strip().casefold() in {"c", "x", "z", "low", "-", "–", ""}
