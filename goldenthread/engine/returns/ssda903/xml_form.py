"""Read the one XML that a children looked after return may be, into the tables that its CSVs have."""

from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from goldenthread.engine.intake.wording import plain
from goldenthread.engine.returns import xml
from goldenthread.engine.returns.columns import Columns
from goldenthread.engine.returns.csv_files.encoding import MOST_ROWS
from goldenthread.engine.returns.csv_files.of_a_return import Written
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.ssda903.fields import columns_of, fields_of, tables

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
# What is handed over whole: a child, and a row that stands outside any.
WHOLE = frozenset(["CHILD", *ROWS])
# A social worker's spell is told by its values: the element that holds them has no one name.
WORKERS = "SWEpisodes"
YES = ("1", "true")

Values = dict[str, str | None]


def read(path: Path) -> Written:
    """Read the XML. Raises CannotRead, with the file's name and what to do."""
    xml.insist_on_root(path, ROOT, of="a children looked after return")
    reader = _Reader(path.name)
    for part in xml.parts(path, WHOLE):
        reader.take(part, 0)
    return reader.written()


class _Reader:
    """Takes the parts of a file one by one; a child's rows are put away when the child is whole."""

    def __init__(self, name: str) -> None:
        self.name, self.rows = name, 0
        self.columns = {table: Columns(columns_of(table)) for table in tables()}
        self.open: list[tuple[str, Values]] = []
        self.worker: Values = {}
        self.child: list[tuple[str, Values]] = []
        self.header: Values = {}
        self.unknown: Counter[str] = Counter()
        self.spellings: dict[str, str] = {}

    def take(self, element: Element, depth: int) -> None:
        """An element with all that it holds: a child, a row, a value, or something unknown."""
        if depth > xml.DEEPEST:
            raise xml.too_deep(self.name)
        tag = xml.local(element.tag)
        if tag in ROWS:
            self.open.append((tag, {}))
        for each in element:
            self.take(each, depth + 1)
        self._close(tag, xml.text_of(element))

    def _close(self, tag: str, text: str | None) -> None:
        if tag in ROWS:
            self._close_row(tag)
        elif tag == "CHILD":
            self._close_child()
        elif of_worker := of_a_worker(tag):
            self._worker_has(of_worker, text)
        elif self.open and (column := RENAMED.get(tag, tag)) in known_in(self.open[-1][0]):
            self.open[-1][1][column] = self.spellings.setdefault(text, text) if text else None
        else:
            self._close_around(tag, text)

    def written(self) -> Written:
        if self.child:
            raise CannotRead(
                f"{self.name}: it holds {len(self.child):,} rows outside any <CHILD>. Each child's must "
                "stand between <CHILD> and </CHILD>: export the return again"
            )
        if not self.rows:
            raise CannotRead(f"{self.name}: it holds no child")
        frames = {table: columns.frame() for table, columns in self.columns.items()}
        found = {table: frame for table, frame in frames.items() if frame.height}
        notes = [
            f"{self.name}: <{tag}> is not part of the return: left out ({count:,} times)"
            for tag, count in sorted(self.unknown.items())
        ]
        return Written(found, dict.fromkeys(found, self.name), tuple(notes), whole=True)

    def _close_row(self, tag: str) -> None:
        self._close_worker()
        _, values = self.open.pop()
        self._keep(ROWS[tag], values)
        if tag == "HEADER":
            self.header = values
            self.child += [(table, values) for table in INLINE if _speaks_of(table, values)]
            if (values.get("UASC") or "").lower() in YES:
                self.child.append(("UASC", values))

    def _close_around(self, tag: str, text: str | None) -> None:
        """An element that is no column: it holds others, a social worker's spell perhaps, or is unknown."""
        if text is None and self.worker:
            self._close_worker()
        elif tag not in WRAPPERS:
            self.unknown[tag] += 1

    def _worker_has(self, column: str, text: str | None) -> None:
        """A value that the open spell has already begins the next."""
        if column in self.worker:
            self._close_worker()
        self.worker[column] = text or None

    def _close_worker(self) -> None:
        if any(self.worker.values()):
            self._keep(WORKERS, self.worker)
        self.worker = {}

    def _keep(self, table: str, values: Values) -> None:
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise CannotRead(
                f"{self.name}: it holds more than {MOST_ROWS:,} rows, which no council's return "
                "does. Check that it is one year of one council"
            )
        self.child.append((table, values))

    def _close_child(self) -> None:
        self._close_worker()
        of_the_child = {name: self.header.get(name) for name in OF_THE_CHILD}
        for table, values in self.child:
            row = {**values, **of_the_child}
            self.columns[table].add([row.get(column) for column in columns_of(table)])
        self.child, self.header = [], {}


def _speaks_of(table: str, values: Values) -> bool:
    return any(values.get(name) for name in columns_of(table) if name not in OF_THE_CHILD)


@cache
def known_in(row: str) -> frozenset[str]:
    """The columns whose values may stand in an element that holds a row. Elsewhere they would be lost."""
    held = (ROWS[row], *INLINE, "UASC") if row == "HEADER" else (ROWS[row],)
    return frozenset(column for table in held for column in columns_of(table)) | {"UASC"}


@cache
def of_a_worker(tag: str) -> str | None:
    """The column of a social worker's spell that a tag is, however it spells it."""
    spelt = {
        _squashed(word): field.field
        for field in fields_of(WORKERS)
        if field.field not in OF_THE_CHILD
        for word in (field.field, *field.words)
    }
    return spelt.get(_squashed(tag))


def _squashed(text: str) -> str:
    return plain(text.replace("_", " ")).replace(" ", "")
