"""A table fit for its audience."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from goldenthread.engine.charts.chart import MEANINGS


@dataclass(frozen=True)
class Shown:
    """One cell. `value` is its number, or None where a symbol stands or there is nothing.

    `observation` is the id of the vintage shown, for its source; 0 where there is none, or where the
    audience may not see it. `flag` is the sentence on what does not add up.
    """

    text: str = ""
    value: Decimal | None = None
    observation: int = 0
    flag: str = ""

    @property
    def is_symbol(self) -> bool:
        return bool(self.text) and self.value is None


@dataclass(frozen=True)
class Line:
    """A row: a line of the breakdown, a total, our area, or one we are compared with."""

    name: str
    cells: tuple[Shown, ...]
    kind: str = "own"  # own, joint, line, subtotal, whole, country, region, neighbour, other

    @property
    def is_total(self) -> bool:
        return self.kind in ("whole", "subtotal")

    @property
    def is_comparator(self) -> bool:
        return self.kind in ("country", "region", "neighbour", "other")


@dataclass(frozen=True)
class FigureTable:
    """Rows by period. `notes` say what symbols mean, and where two figures may not be compared."""

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    audience: str
    unit: str = ""
    notes: tuple[str, ...] = field(default=())
    sources: tuple[str, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        return not self.lines or not self.columns

    @property
    def flags(self) -> list[str]:
        """What does not add up, each sentence once."""
        told = (cell.flag for line in self.lines for cell in line.cells if cell.flag)
        return list(dict.fromkeys(told))

    def texts(self) -> list[list[str]]:
        return [[line.name, *(cell.text or "–" for cell in line.cells)] for line in self.lines]


def meanings(lines: Sequence[Line]) -> list[str]:
    """What each symbol in these lines means."""
    symbols = {cell.text for line in lines for cell in line.cells if cell.is_symbol}
    return [f"{symbol}: {MEANINGS[symbol]}" for symbol in MEANINGS if symbol in symbols]
