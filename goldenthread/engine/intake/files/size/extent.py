"""What a sheet would take, counted up and held to the limits."""

from dataclasses import dataclass

from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place, Unreadable


@dataclass
class Extent:
    """The rectangle that filled cells span, and the characters that they show."""

    limits: Limits
    place: Place
    first: tuple[int, int] = (1 << 30, 1 << 30)
    last: tuple[int, int] = (0, 0)
    characters: int = 0
    cells: int = 0

    def fill(self, row: int, column: int, count: int = 1) -> None:
        self.first = (min(self.first[0], row), min(self.first[1], column))
        self.last = (max(self.last[0], row), max(self.last[1], column))
        self.cells += count
        if self.cells > self.limits.cells:
            self.refuse(f"holds more than {self.limits.cells:,} cells or parts of text")

    def show(self, characters: int) -> None:
        self.characters += characters
        if self.characters > self.limits.characters:
            self.refuse("holds far more text than a table of this kind can")

    def check(self) -> None:
        rows = self.last[0] - self.first[0] + 1
        columns = self.last[1] - self.first[1] + 1
        if self.cells and rows * columns > self.limits.cells:
            self.refuse(
                f"spreads over {rows:,} rows and {columns:,} columns, though {self.cells:,} of "
                "those cells are filled: something stands far from the table"
            )

    def refuse(self, what: str) -> None:
        advice = "Copy the table alone into a new workbook and try again"
        raise Unreadable(self.place, f"{what}. {advice}")
