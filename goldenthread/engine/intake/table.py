"""A table as read: its heading row, and rows of typed cells that know where they stood."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

from goldenthread.engine.intake.messages import Message, Place, column_letter

# Text, number, date (a datetime where the sheet gave a time of day) or blank (None).
# A number is as the file had it: `int` or `float` from a workbook; from CSV and Word all is text.
Cell = str | int | float | date | None
# What a file's own reader hands over before anything is tidied.
RawCell = str | int | float | bool | date | time | timedelta | None


@dataclass(frozen=True)
class Row:
    """`number` is the row's number in the file, counted from 1 with titles and headings."""

    number: int
    cells: tuple[Cell, ...]


@dataclass
class Table:
    """One sheet, one Word table or one CSV file.

    `header` has one name for each column, no two alike; each row has as many cells.
    `first_column` is where the table starts in its sheet (0 is A).
    """

    place: Place
    header: list[str]
    rows: list[Row]
    header_row: int = 1
    first_column: int = 0
    hidden: bool = False
    messages: list[Message] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.place.part or self.place.file

    def place_of(self, row: Row | None = None, column: int | None = None) -> Place:
        """The place of a cell; `column` counts from 0 within this table."""
        letter = "" if column is None else column_letter(self.first_column + column)
        return self.place.at(row.number if row else self.header_row, letter)


def is_blank(cell: RawCell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
