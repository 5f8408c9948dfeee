"""Count an .ods: a row or a cell may say that it stands for a million like it."""

from dataclasses import dataclass, field

from goldenthread.engine.intake.files.archive import Archive
from goldenthread.engine.intake.files.size.extent import Extent
from goldenthread.engine.intake.files.size.walking import local, walk, whole
from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Place


def check_open_document(archive: Archive, place: Place, limits: Limits) -> None:
    """Raise Unreadable if an .ods would be bigger than `limits` allow once repeats are written out."""
    counter = _OpenDocumentCounter(Extent(limits, place))
    walk(archive, "content.xml", place, counter.start, counter.text, counter.end)


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
        found = {local(key): value for key, value in attributes.items()}
        name = local(name)
        if name == "table":
            self.row = 0
            self.extent.first, self.extent.last = Extent.first, Extent.last
        elif name == "table-row":
            self.repeats = whole(found.get("number-rows-repeated"), 1)
            self.width, self.cells = 0, []
        elif name in ("table-cell", "covered-table-cell"):
            self.column_repeats = whole(found.get("number-columns-repeated"), 1)
            self.shown = len(found.get("string-value", ""))
            self.filled = "value-type" in found

    def text(self, characters: str) -> None:
        self.shown += len(characters)

    def end(self, name: str) -> None:
        name = local(name)
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
