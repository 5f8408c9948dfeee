"""Count an .xlsx: its sheets' cells, and the shared texts that they show."""

import re
from dataclasses import dataclass, field

from goldenthread.engine.intake.files.archive import Archive
from goldenthread.engine.intake.files.size.extent import Extent
from goldenthread.engine.intake.files.size.walking import local, walk, whole
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place

_CELL = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


def check_excel(archive: Archive, place: Place, limits: Limits) -> None:
    """Raise Unreadable if any sheet of an .xlsx would be bigger than `limits` allow."""
    shared = _shared_lengths(archive, place)
    for name in archive.names:
        # A workbook may name its sheets' parts as it likes, so every part that is XML is counted.
        if name.lower().endswith(".xml"):
            counter = _SheetCounter(Extent(limits, place), shared)
            walk(archive, name, place, counter.start, counter.text, counter.end)
            counter.extent.check()


def _shared_lengths(archive: Archive, place: Place) -> list[int]:
    """The length of each text that cells share, in order."""
    counter = _SharedCounter()
    for name in archive.names:
        if name.lower().endswith("sharedstrings.xml"):
            walk(archive, name, place, counter.start, counter.text, lambda _: None)
    return counter.lengths


@dataclass
class _SharedCounter:
    lengths: list[int] = field(default_factory=list)

    def start(self, name: str, _: dict[str, str]) -> None:
        if local(name) == "si":
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
        name = local(name)
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self.row = whole(attributes.get("r"), self.row + 1)
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
        if self.inside and local(name) == self.inside:
            index = whole(self.number, -1)
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


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
