"""What intake says about a file, and where in the file it says it."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps its row out; a warning lets it in with a note; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Place:
    """Where something stands, as the person sees it in the program they wrote it with.

    `part` is a sheet or a table ("sheet Actions"), `row` counts from 1, `column` is a letter.
    """

    file: str
    part: str = ""
    row: int | None = None
    column: str = ""

    def at(self, row: int | None = None, column: str = "") -> "Place":
        return replace(self, row=row, column=column)

    def __str__(self) -> str:
        row = f"row {self.row}" if self.row else ""
        column = f"column {self.column}" if self.column else ""
        return ", ".join(filter(None, (self.file, self.part, row, column)))


@dataclass(frozen=True)
class Message:
    """One sentence for the person who sent the file: what is wrong and what to do."""

    place: Place
    text: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class Unreadable(Exception):
    """The file, as a whole, cannot be read. Nothing of it was kept."""

    def __init__(self, place: Place, text: str) -> None:
        super().__init__(f"{place}: {text}")
        self.message = Message(place, text)


def column_letter(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA, as a spreadsheet names its columns."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
