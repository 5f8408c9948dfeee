"""Put the parts of a census, each a tree, into rows.

Every element of the file passes here, so what one is is looked up and never worked out: `places` says
where in the row around it a value stands; for what is no value, `takes` says who takes it.
"""

from collections import Counter
from collections.abc import Callable
from xml.etree.ElementTree import Element

import polars as pl

from goldenthread.engine.returns import xml
from goldenthread.engine.returns.cin.fields import fields_of, tables
from goldenthread.engine.returns.cin.layout import (
    CHILD,
    CHILD_ID,
    COUNT_WHEN_EMPTY,
    HOLLOW_WHEN_EMPTY,
    LEAVES,
    NUMBERED,
    ROWS,
    WHOLE,
    WRAPPERS,
)
from goldenthread.engine.returns.columns import Columns, Row
from goldenthread.engine.returns.refusals import CannotRead

MOST_ROWS = 3_000_000
# A child's id stands in every row of the child, so that a long one would fill the memory.
LONGEST_ID = 1_000
Places = xml.ByTag[int]
Take = Callable[[Element, Row, Places, int], None]
NOWHERE: Places = xml.ByTag()


class _Table:
    """The rows of one table: what a new one is (the keys of all that is open now, and no value yet),
    and where its values stand."""

    def __init__(self, name: str) -> None:
        fields = fields_of(name)
        self.name = name
        self.columns = Columns(tuple(field.field for field in fields))
        self.number = NUMBERED.get(name)
        self.counts_when_empty = name in COUNT_WHEN_EMPTY
        self.start: Row = [None] * len(fields)
        self.keys = {f.field: at for at, f in enumerate(fields) if f.kind == "key"}
        self.places: Places = xml.ByTag(dict.fromkeys([*WHOLE, *WRAPPERS]))
        self.places |= {f.field: at for at, f in enumerate(fields) if f.kind != "key"}


class Gathering:
    """The rows found so far, and what else was seen."""

    def __init__(self, name: str) -> None:
        self.name, self.rows, self.outside, self.empty = name, 0, 0, 0
        self.tables = {table: _Table(table) for table in tables()}
        self.table_of = xml.ByTag({tag: self.tables[t] for tag, t in (ROWS | LEAVES).items()})
        self.numbers: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()
        self.hollow: Counter[str] = Counter()
        self.repeated: list[tuple[Row, str]] = []
        self.twice: dict[tuple[str, str], list[int]] = {}
        self.takes: xml.ByTag[Take] = xml.ByTag(
            dict.fromkeys(ROWS, self._row)
            | dict.fromkeys(HOLLOW_WHEN_EMPTY, self._row_unless_hollow)
            | dict.fromkeys(LEAVES, self._leaf)
            | dict.fromkeys(WRAPPERS, self._inside)
            | {CHILD: self._refuse_a_child_in_a_child}
        )
        self.bearing = {
            key: [
                (table.start, table.keys[key])
                for table in self.tables.values()
                if key in table.keys
            ]
            for key in (CHILD_ID, *NUMBERED.values())
        }

    def take(self, part: Element) -> None:
        """A part of the file: a child, the header, or what stands outside both."""
        tag, before = xml.local(part.tag), self.rows
        if tag == CHILD:
            self._child(part)
        else:
            (self.takes[part.tag] or self._unknown)(part, [], NOWHERE, 0)
            self.outside += self.rows - before if tag != "Header" else 0

    def frames(self) -> dict[str, pl.DataFrame]:
        """Every table of the return, as text. Raises CannotRead for rows that are no child's."""
        self._insist_on_nothing_outside()
        return {name: table.columns.frame() for name, table in self.tables.items()}

    def _child(self, child: Element) -> None:
        self._insist_on_nothing_outside()
        before = self.rows
        self._tie(CHILD_ID, self._id_of(child))
        self._inside(child, [], NOWHERE, 0)
        self._tie(CHILD_ID, None)
        self.empty += self.rows == before
        if self.rows > MOST_ROWS:
            raise CannotRead(
                f"{self.name}: it holds more than {MOST_ROWS:,} rows, which no council's return "
                "does. Check that it is one year of one council"
            )

    def _id_of(self, child: Element) -> str | None:
        """The id may stand anywhere in a child, and ties all its rows together."""
        found = next(child.iter(CHILD_ID), None)
        if found is None:
            found = next((each for each in child.iter() if xml.local(each.tag) == CHILD_ID), None)
        text = None if found is None else xml.text_of(found) or None
        if text and len(text) > LONGEST_ID:
            raise CannotRead(
                f"{self.name}: an {CHILD_ID} is longer than {LONGEST_ID:,} letters, which no child's "
                "is. Export it again"
            )
        return text

    def _inside(self, group: Element, row: Row, places: Places, depth: int) -> None:
        """Put the values that a group holds into the row around it, and all else where it belongs."""
        if depth > xml.DEEPEST:
            raise xml.too_deep(self.name)
        takes = self.takes
        for element in group:
            at = places[element.tag]
            if at is None or len(element):
                (takes[element.tag] or self._unknown)(element, row, places, depth + 1)
            else:
                if row[at] is not None:
                    self.repeated.append((row, xml.local(element.tag)))
                row[at] = (element.text or "").strip() or None

    def _unknown(self, element: Element, row: Row, places: Places, depth: int) -> None:
        self.unknown[xml.local(element.tag)] += 1
        self._inside(element, row, places, depth)

    def _row_unless_hollow(self, group: Element, row: Row, places: Places, depth: int) -> None:
        if len(group):
            self._row(group, row, places, depth)
        else:
            self.hollow[xml.local(group.tag)] += 1

    def _row(self, group: Element, _: Row, __: Places, depth: int) -> None:
        table = self.table_of[group.tag]
        assert table is not None
        number = table.number
        if number:
            self.numbers[number] += 1
            self._tie(number, str(self.numbers[number]))
        row = table.start.copy()
        self._inside(group, row, table.places, depth)
        table.columns.add(row)
        self.rows += 1
        if self.repeated:
            self._note_twice(table, row)
        if number:
            self._tie(number, None)

    def _leaf(self, leaf: Element, row: Row, places: Places, depth: int) -> None:
        table, text = self.table_of[leaf.tag], xml.text_of(leaf)
        assert table is not None
        if text or table.counts_when_empty:
            table.columns.add([*table.start[:-1], text or None])
            self.rows += 1
        if len(leaf):
            self._inside(leaf, row, places, depth)

    def _tie(self, key: str, value: str | None) -> None:
        """Every row that is begun from now on bears this key."""
        for start, at in self.bearing[key]:
            start[at] = value

    def _note_twice(self, table: _Table, row: Row) -> None:
        """Say of the row added last which of its fields were given more than once."""
        for field in dict.fromkeys(field for held, field in self.repeated if held is row):
            self.twice.setdefault((table.name, field), []).append(table.columns.height - 1)
        self.repeated = [(held, field) for held, field in self.repeated if held is not row]

    def _refuse_a_child_in_a_child(self, *_: object) -> None:
        raise CannotRead(
            f"{self.name}: it holds a <{CHILD}> inside a <{CHILD}>, so that it cannot be told whose "
            f"rows are whose. Each must end with </{CHILD}> before the next begins: export it again"
        )

    def _insist_on_nothing_outside(self) -> None:
        """Rows that belong to no child would be lost, and what is lost looks clean."""
        if self.outside:
            raise CannotRead(
                f"{self.name}: it holds {self.outside:,} rows about children outside any <{CHILD}>. "
                f"Each child's must stand between <{CHILD}> and </{CHILD}>: export the return again"
            )
