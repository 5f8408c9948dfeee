"""A table of counts as it is known, and the same table as an audience may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum


class Absent(Enum):
    """A place in a table where there is no count."""

    NOT_APPLICABLE = "not applicable"
    NOT_AVAILABLE = "not available"


class Why(StrEnum):
    """Why a cell is withheld. For the record only: shown to an audience it would help to guess."""

    PRIMARY = "the number is small"
    SECONDARY = "a small number could be worked out from it"
    UNSAID = "the document does not say"


Count = int | Absent
Place = tuple[int, int]


@dataclass(frozen=True)
class Table:
    """Counts by row and column. Totals, where there are any, are the last row and the last column."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[Count, ...], ...]
    has_total_row: bool = False
    has_total_column: bool = False

    def __post_init__(self) -> None:
        check_shape(self.rows, self.columns, self.counts)
        for row in self.counts:
            if any(isinstance(count, int) and count < 0 for count in row):
                raise ValueError("A count cannot be less than nought")

    @classmethod
    def with_totals(
        cls, rows: Sequence[str], columns: Sequence[str], counts: Sequence[Sequence[Count]]
    ) -> "Table":
        """Add the total of each row and each column. A place without a count adds nothing."""
        lines = [(*line, add_up(line)) for line in counts]
        lines.append(tuple(add_up(column) for column in zip(*lines, strict=True)))
        return cls((*rows, "Total"), (*columns, "Total"), tuple(lines), True, True)

    def count(self, place: Place) -> Count:
        return self.counts[place[0]][place[1]]

    def greatest_line_of(self, place: Place) -> int:
        """The greatest count among the lines that the total at this place sums up."""
        row, column = place
        lines: list[Count] = []
        if self.has_total_column and column == len(self.columns) - 1:
            lines += self.counts[row][:-1]
        if self.has_total_row and row == len(self.rows) - 1:
            lines += [line[column] for line in self.counts[:-1]]
        return max((count for count in lines if isinstance(count, int)), default=0)


@dataclass(frozen=True)
class Cell:
    """What is shown in one place, and what a reader may conclude from that alone.

    `lowest` and `highest` bound the true count (`highest` None: no limit). `why` is set if and only
    if the number is withheld.
    """

    text: str
    lowest: int
    highest: int | None
    why: Why | None = None

    @property
    def is_withheld(self) -> bool:
        return self.why is not None


@dataclass(frozen=True)
class PublishedTable:
    """A table as an audience sees it. Print `cell.text`; keep `cell.why` for the record."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    has_total_row: bool = False
    has_total_column: bool = False

    def __post_init__(self) -> None:
        check_shape(self.rows, self.columns, self.cells)

    def withheld(self) -> list[Place]:
        """Where numbers are withheld: pairs of row and column, from 0."""
        return [
            (r, c)
            for r, line in enumerate(self.cells)
            for c, cell in enumerate(line)
            if cell.is_withheld
        ]

    def texts(self) -> list[list[str]]:
        return [[cell.text for cell in line] for line in self.cells]


def add_up(counts: Sequence[Count]) -> int:
    return sum(count for count in counts if isinstance(count, int))


def check_shape(
    rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[object]]
) -> None:
    if len(rows) != len(cells):
        raise ValueError(f"The table names {len(rows)} rows but has {len(cells)}")
    for name, line in zip(rows, cells, strict=True):
        if len(line) != len(columns):
            raise ValueError(f"Row “{name}” has {len(line)} cells for {len(columns)} columns")
