"""Read the XML of a children in need census into its tables, as text, in one pass.

Every spelling that councils' systems use gives the same tables: one `Reviews` wrapper or several,
empty wrappers, text between elements. An element that this edition does not know is counted.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from goldenthread.engine.returns import xml
from goldenthread.engine.returns.cin.fields import fields_of, tables
from goldenthread.engine.returns.columns import Columns, Row
from goldenthread.engine.returns.refusals import CannotRead

MOST_ROWS = 3_000_000
# The element that holds a row → its table. Names differ in one place only.
ROWS = {
    "Header": "Header",
    "ChildIdentifiers": "ChildIdentifiers",
    "ChildCharacteristics": "ChildCharacteristics",
    "CINdetails": "CINdetails",
    "Assessments": "Assessments",
    "CINPlanDates": "CINplanDates",
    "Section47": "Section47",
    "ChildProtectionPlans": "ChildProtectionPlans",
}
# A leaf that is a row of its own → its table and column, and whether it counts when it is empty:
# a review without its date is a review (rule 8842Q asks); a code left empty is no code.
LEAVES = {
    "Disability": ("Disabilities", "Disability", False),
    "AssessmentFactors": ("AssessmentFactorsList", "AssessmentFactor", False),
    "CPPreviewDate": ("Reviews", "CPPreviewDate", True),
}
NUMBERED = {
    "CINdetails": "CINdetailsID",
    "Assessments": "AssessmentID",
    "ChildProtectionPlans": "CPPID",
}
# LAchildID comes first in every table of a child.
ID = 0
WRAPPERS = frozenset(
    [
        "Message",
        "CollectionDetails",
        "Source",
        "Content",
        "Children",
        "Child",
        "Disabilities",
        "Reviews",
        "FactorsIdentifiedAtAssessment",
    ]
)


@dataclass(frozen=True)
class Reading:
    """The tables of one file as text, and how often each unknown element occurred."""

    tables: dict[str, pl.DataFrame]
    unknown: dict[str, int]


def read(path: Path) -> Reading:
    """Read a census file. Raises CannotRead, with the file's name and what to do."""
    reader = _Reader(path.name)
    xml.parse(path, opened=reader.opened, closed=reader.closed)
    return reader.reading()


class _Reader:
    """Takes the tags of a file one by one. `row` is the row that is open now, `place` says which
    value of it a tag fills; both are kept at hand because every value of the file passes here."""

    def __init__(self, name: str) -> None:
        self.name, self.root, self.rows = name, "", 0
        self.columns = {
            table: Columns(tuple(f.field for f in fields_of(table))) for table in tables()
        }
        self.row: Row = []
        self.place: dict[str, int] = {}
        self.around: list[tuple[Row, dict[str, int]]] = []
        self.child: list[tuple[Columns, Row]] = []
        self.keys: dict[str, str] = {}
        self.numbers: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()

    def opened(self, tag: str) -> None:
        table = ROWS.get(tag)
        if table is not None:
            self._open_row(table)
        elif tag == "Child":
            self._insist_on_nothing_outside()
        elif not self.root:
            self._insist_on_a_census(tag)

    def closed(self, tag: str, text: str | None) -> None:
        place = self.place.get(tag)
        if place is not None:
            self.row[place] = text or None
        elif tag in LEAVES:
            self._row_of_its_own(tag, text)
        elif tag in ROWS:
            self._close_row(ROWS[tag])
        elif tag == "Child":
            self._close_child()
        elif tag not in WRAPPERS:
            self.unknown[tag] += 1

    def reading(self) -> Reading:
        self._insist_on_nothing_outside()
        frames = {table: columns.frame() for table, columns in self.columns.items()}
        if not frames["Header"].height and not frames["ChildIdentifiers"].height:
            raise CannotRead(f"{self.name}: it holds no header and no child")
        return Reading(frames, dict(self.unknown))

    def _insist_on_a_census(self, tag: str) -> None:
        self.root = tag
        if tag != "Message":
            raise CannotRead(
                f"{self.name}: it begins with <{tag[:40]}>, where a children in need census "
                "begins with <Message>"
            )

    def _insist_on_nothing_outside(self) -> None:
        """Rows that belong to no child would be lost, and what is lost looks clean."""
        if self.child:
            raise CannotRead(
                f"{self.name}: it holds {len(self.child):,} rows about children outside any <Child>. "
                "Each child's must stand between <Child> and </Child>: export the return again"
            )

    def _open_row(self, table: str) -> None:
        if key := NUMBERED.get(table):
            self.numbers[key] += 1
            self.keys[key] = str(self.numbers[key])
        columns = self.columns[table]
        self.around.append((self.row, self.place))
        self.row, self.place = self._new_row(columns), columns.place

    def _close_row(self, table: str) -> None:
        self._keep(table, self.row)
        self.keys.pop(NUMBERED.get(table, ""), None)
        self.row, self.place = self.around.pop()

    def _row_of_its_own(self, tag: str, text: str | None) -> None:
        table, column, counts_when_empty = LEAVES[tag]
        if text or counts_when_empty:
            row = self._new_row(self.columns[table])
            row[self.columns[table].place[column]] = text or None
            self._keep(table, row)

    def _new_row(self, columns: Columns) -> Row:
        return [self.keys.get(name) for name in columns.names]

    def _keep(self, table: str, row: Row) -> None:
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise CannotRead(
                f"{self.name}: it holds more than {MOST_ROWS:,} rows, which no council's return "
                "does. Check that it is one year of one council"
            )
        if table == "Header":
            self.columns[table].add(row)
        else:
            self.child.append((self.columns[table], row))

    def _close_child(self) -> None:
        """The id may stand anywhere in a child: its rows are put away when it is known."""
        identifiers = self.columns["ChildIdentifiers"]
        ids = [row[ID] for columns, row in self.child if columns is identifiers]
        for columns, row in self.child:
            row[ID] = ids[0] if ids else None
            columns.add(row)
        self.child.clear()
