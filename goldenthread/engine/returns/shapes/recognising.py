"""Which of the known tables a table in a file is, and which of its headings is which column."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldenthread.engine.intake.mapping import suggest_mapping
from goldenthread.engine.intake.wording import plain
from goldenthread.engine.returns.csv_files.rows import NO_HEADING
from goldenthread.engine.returns.shapes.shape import Shape
from goldenthread.engine.returns.shapes.sheets import Sheet

SURE = 0.5
# A sheet called "List 3" is more likely than not to be that list.
CALLED_SO = 0.3


@dataclass(frozen=True)
class Match:
    """A sheet taken for a table; `columns` lead from its headings to the table's columns. `sure`:
    enough headings are that table's own for nobody to be asked."""

    sheet: Sheet
    shape: Shape
    columns: Mapping[str, str]
    sure: bool

    @property
    def unmapped(self) -> list[str]:
        """Headings that are no column of the table."""
        left = (heading for heading in self.sheet.headings if heading not in self.columns)
        return [heading.removeprefix(NO_HEADING) for heading in left]

    @property
    def missing(self) -> list[str]:
        """Columns of the table for which there is no heading."""
        found = set(self.columns.values())
        return [column.field for column in self.shape.columns if column.field not in found]


def recognised(sheet: Sheet, among: Iterable[Shape]) -> Match:
    """The likeliest table. Headings that are a column's own come first; the rest are suggested."""
    shape = max(among, key=lambda shape: _likeness(sheet, shape))
    exact = _exact(sheet, shape)
    left = [heading for heading in sheet.headings if heading not in exact]
    wanted = [field for field in shape.asked if field.name not in exact.values()]
    suggested = suggest_mapping(left, wanted)
    found = exact | suggested
    columns = {heading: found[heading] for heading in sheet.headings if heading in found}
    return Match(sheet, shape, columns, _likeness(sheet, shape) >= SURE)


def _exact(sheet: Sheet, shape: Shape) -> dict[str, str]:
    """Headings that mean a column exactly; the first, where two mean the same."""
    found: dict[str, str] = {}
    for heading in sheet.headings:
        column = shape.by_heading.get(plain(heading))
        if column and column not in found.values():
            found[heading] = column
    return found


def _likeness(sheet: Sheet, shape: Shape) -> float:
    """1 for a table's own headings and no others, more if the sheet is called so too."""
    both = len(sheet.headings) + len(shape.columns)
    called = re.search(rf"\b{plain(shape.table)}\b", plain(sheet.part))
    return 2 * len(_exact(sheet, shape)) / both + (CALLED_SO if called else 0)
