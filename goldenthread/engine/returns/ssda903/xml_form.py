"""Read the one XML that a children looked after return may be, into the tables that its CSVs have."""

from collections import Counter
from pathlib import Path

from goldenthread.engine.returns import xml
from goldenthread.engine.returns.columns import Columns
from goldenthread.engine.returns.csv_files.encoding import MOST_ROWS
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.ssda903.csvs import Written
from goldenthread.engine.returns.ssda903.fields import columns_of, tables

ROOT = "EXPSSDA903"
# The element that holds a row → its table.
ROWS = {
    "HEADER": "Header",
    "EPISODE": "Episodes",
    "AREVIEW": "Reviews",
    "PERMANENCE": "PrevPerm",
    "AMISSING": "Missing",
    "AD_PLACED": "PlacedAdoption",
    "OC2": "OC2",
}
# The XML has other names for these than the CSVs have.
RENAMED = {"CHILDID": "CHILD", "PL": "PLACE"}
# Tables of at most one row a child, whose values stand among those of the child's HEADER.
INLINE = ("AD1", "OC3")
OF_THE_CHILD = ("CHILD", "DOB")
WRAPPERS = frozenset([ROOT, "CHILD"])
KNOWN = frozenset(column for table in tables() for column in columns_of(table)) | {"UASC"}
YES = ("1", "true")

Values = dict[str, str | None]


def read(path: Path) -> Written:
    """Read the XML. Raises CannotRead, with the file's name and what to do."""
    reader = _Reader(path.name)
    xml.parse(path, opened=reader.opened, closed=reader.closed)
    return reader.written()


class _Reader:
    """Takes the tags of a file one by one; a child's rows are put away when the child is whole."""

    def __init__(self, name: str) -> None:
        self.name, self.root, self.rows = name, "", 0
        self.columns = {table: Columns(columns_of(table)) for table in tables()}
        self.open: list[Values] = []
        self.child: list[tuple[str, Values]] = []
        self.header: Values = {}
        self.unknown: Counter[str] = Counter()
        self.spellings: dict[str, str] = {}

    def opened(self, tag: str) -> None:
        if tag in ROWS:
            self.open.append({})
        elif not self.root:
            self.root = tag
            if tag != ROOT:
                raise CannotRead(
                    f"{self.name}: it begins with <{tag[:40]}>, where a children looked after "
                    f"return begins with <{ROOT}>"
                )

    def closed(self, tag: str, text: str | None) -> None:
        if tag in ROWS:
            self._close_row(tag)
        elif tag == "CHILD":
            self._close_child()
        elif self.open and (column := RENAMED.get(tag, tag)) in KNOWN:
            self.open[-1][column] = self.spellings.setdefault(text, text) if text else None
        elif tag not in WRAPPERS:
            self.unknown[tag] += 1

    def written(self) -> Written:
        if not self.rows:
            raise CannotRead(f"{self.name}: it holds no child")
        frames = {table: columns.frame() for table, columns in self.columns.items()}
        found = {table: frame for table, frame in frames.items() if frame.height}
        notes = [
            f"{self.name}: <{tag}> is not part of the return: left out ({count:,} times)"
            for tag, count in sorted(self.unknown.items())
        ]
        return Written(found, dict.fromkeys(found, self.name), tuple(notes))

    def _close_row(self, tag: str) -> None:
        values = self.open.pop()
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise CannotRead(
                f"{self.name}: it holds more than {MOST_ROWS:,} rows, which no council's return "
                "does. Check that it is one year of one council"
            )
        self.child.append((ROWS[tag], values))
        if tag == "HEADER":
            self.header = values
            self.child += [(table, values) for table in INLINE if _speaks_of(table, values)]
            if (values.get("UASC") or "").lower() in YES:
                self.child.append(("UASC", values))

    def _close_child(self) -> None:
        of_the_child = {name: self.header.get(name) for name in OF_THE_CHILD}
        for table, values in self.child:
            row = {**values, **of_the_child}
            self.columns[table].add([row.get(column) for column in columns_of(table)])
        self.child, self.header = [], {}


def _speaks_of(table: str, values: Values) -> bool:
    return any(values.get(name) for name in columns_of(table) if name not in OF_THE_CHILD)
