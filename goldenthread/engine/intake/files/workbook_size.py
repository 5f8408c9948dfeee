"""How big a workbook would be once read: its rectangle of cells, and its text as often as it shows.

A reader allots a cell for every place from the first filled cell to the last, and a copy of a shared
text for every cell that shows it, so a file of a few kilobytes can ask for terabytes. Here the XML
is only counted.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from goldenthread.engine.intake.files.archive import Archive, DoctypeRefused, xml_parser
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place, Unreadable

_CELL = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


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
            self.refuse(f"holds more than {self.limits.cells:,} filled cells")

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


def check_excel(archive: Archive, place: Place, limits: Limits) -> None:
    """Raise Unreadable if any sheet of an .xlsx would be bigger than `limits` allow."""
    shared = _shared_lengths(archive, place)
    for name in archive.names:
        # A workbook may name its sheets' parts as it likes, so every part that is XML is counted.
        if name.lower().endswith(".xml"):
            counter = _SheetCounter(Extent(limits, place), shared)
            _walk(archive, name, place, counter.start, counter.text, counter.end)
            counter.extent.check()


def check_open_document(archive: Archive, place: Place, limits: Limits) -> None:
    """Raise Unreadable if an .ods would be bigger than `limits` allow once repeats are written out."""
    counter = _OpenDocumentCounter(Extent(limits, place))
    _walk(archive, "content.xml", place, counter.start, counter.text, counter.end)


def _walk(
    archive: Archive,
    name: str,
    place: Place,
    start: Callable[[str, dict[str, str]], None],
    text: Callable[[str], None],
    end: Callable[[str], None],
) -> None:
    parser = xml_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    try:
        for piece in archive.pieces(name):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, DoctypeRefused, ValueError) as error:
        raise Unreadable(
            place, "is damaged. Open it in the program that made it, save it again and retry"
        ) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _shared_lengths(archive: Archive, place: Place) -> list[int]:
    """The length of each text that cells share, in order."""
    counter = _SharedCounter()
    for name in archive.names:
        if name.lower().endswith("sharedstrings.xml"):
            _walk(archive, name, place, counter.start, counter.text, lambda _: None)
    return counter.lengths


@dataclass
class _SharedCounter:
    lengths: list[int] = field(default_factory=list)

    def start(self, name: str, _: dict[str, str]) -> None:
        if _local(name) == "si":
            self.lengths.append(0)

    def text(self, characters: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(characters)


@dataclass
class _SheetCounter:
    extent: Extent
    shared: list[int]
    row: int = 0
    column: int = 0
    kind: str = ""
    inside: str = ""
    number: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self.row = _whole(attributes.get("r"), self.row + 1)
            self.column = 0
        elif name in ("v", "is"):
            self.inside, self.number = name, ""
            self.extent.fill(self.row, self.column)

    def text(self, characters: str) -> None:
        if self.inside == "v" and self.kind == "s":
            self.number += characters[:12]
        elif self.inside:
            self.extent.show(len(characters))

    def end(self, name: str) -> None:
        if self.inside and _local(name) == self.inside:
            index = _whole(self.number, -1)
            if self.inside == "v" and 0 <= index < len(self.shared):
                self.extent.show(self.shared[index])
            self.inside = self.number = ""

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self.kind = attributes.get("t", "")
        named = _CELL.fullmatch(attributes.get("r", ""))
        if named:
            self.column, self.row = _column_number(named[1]), int(named[2])
        else:
            self.column += 1


@dataclass
class _OpenDocumentCounter:
    extent: Extent
    repeats: int = 1
    column_repeats: int = 1
    row: int = 0
    width: int = 0
    last_filled: int = 0
    filled: bool = False
    cells: list[tuple[int, int]] = field(default_factory=list)
    shown: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        found = {_local(key): value for key, value in attributes.items()}
        name = _local(name)
        if name == "table":
            self.row = 0
            self.extent.first, self.extent.last = Extent.first, Extent.last
        elif name == "table-row":
            self.repeats = _whole(found.get("number-rows-repeated"), 1)
            self.width, self.cells = 0, []
        elif name in ("table-cell", "covered-table-cell"):
            self.column_repeats = _whole(found.get("number-columns-repeated"), 1)
            self.shown = len(found.get("string-value", ""))
            self.filled = "value-type" in found

    def text(self, characters: str) -> None:
        self.shown += len(characters)

    def end(self, name: str) -> None:
        name = _local(name)
        if name in ("table-cell", "covered-table-cell"):
            self.width += self.column_repeats
            if self.filled or self.shown:
                self.cells.append((self.column_repeats, self.shown))
                self.last_filled = self.width
            self.shown, self.filled = 0, False
        elif name == "table-row":
            self._close_row()
        elif name == "table":
            self.extent.check()

    def _close_row(self) -> None:
        self.row += self.repeats
        if self.row > 2 * 1_048_576:  # twice what a spreadsheet can show
            self.extent.refuse("claims more rows than a spreadsheet can hold")
        if self.cells:
            self.extent.show(self.repeats * sum(count * shown for count, shown in self.cells))
            filled = self.repeats * sum(count for count, _ in self.cells)
            self.extent.fill(self.row, self.last_filled, filled)
            self.extent.fill(self.row - self.repeats + 1, 1, 0)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else otherwise


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
