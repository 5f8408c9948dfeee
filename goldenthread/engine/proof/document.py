"""A document as the checks see it: headings, passages and tables in order, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from goldenthread.engine.proof.language import cells


@dataclass(frozen=True)
class Passage:
    """A paragraph or list item. `links` are the addresses it points at, shown or hidden."""

    text: str
    place: str
    links: tuple[str, ...] = ()
    item: bool = False


@dataclass(frozen=True)
class Heading(Passage):
    """A heading; `guessed` if only its look says so, when its level is not to be trusted."""

    level: int = 1
    guessed: bool = False


@dataclass(frozen=True)
class Cell:
    text: str
    header: bool = False

    @cached_property
    def amount(self) -> cells.Amount | None:
        return cells.amount(self.text)

    @cached_property
    def withheld(self) -> cells.Withheld | None:
        return cells.withheld(self.text)

    @property
    def empty(self) -> bool:
        return cells.blank(self.text)


BLANK = Cell("")
WIDEST = 60
"""More columns than any page holds; without a limit a hostile table could fill the memory."""


@dataclass(frozen=True)
class Table:
    """Rows of cells, squared off to one width; cells spanned by another are blank.

    `laid_out` says that no mark-up called it a table: it was recognised in running lines.
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: str
    caption: str = ""
    links: tuple[str, ...] = ()
    laid_out: bool = False
    lines: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def place_of(self, row: int, column: int | None = None) -> str:
        """The place of a row or a cell, both counted from nought, as a reader would count them."""
        where = f"line {self.lines[row]}, " if self.lines else ""
        cell = f", column {column + 1}" if column is not None else ""
        return f"{where}{self.place}, row {row + 1}{cell}"


@dataclass(frozen=True)
class Picture:
    """A picture or chart; all that a checker knows of it is where it stands and what it is said to show."""

    place: str
    alternative: str = ""


Block = Passage | Table | Picture


@dataclass(frozen=True)
class Document:
    """A whole document. `hidden` tells what a reader does not see, such as tracked changes."""

    name: str
    blocks: tuple[Block, ...]
    hidden: tuple[str, ...] = field(default=())

    def passages(self) -> Iterator[tuple[int, Passage]]:
        """Every heading, paragraph and list item with its position."""
        return ((at, b) for at, b in enumerate(self.blocks) if isinstance(b, Passage))

    def headings(self) -> Iterator[tuple[int, Heading]]:
        return ((at, b) for at, b in enumerate(self.blocks) if isinstance(b, Heading))

    def tables(self) -> Iterator[tuple[int, Table]]:
        return ((at, b) for at, b in enumerate(self.blocks) if isinstance(b, Table))


def squared(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows made equally long by adding blank cells; columns past `WIDEST` are left out."""
    width = min(max((len(row) for row in rows), default=0), WIDEST)
    return tuple(tuple(row[:width] + [BLANK] * (width - len(row))) for row in rows)
