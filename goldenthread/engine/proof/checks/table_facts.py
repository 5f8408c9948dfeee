"""What each table states, in the form in which sentences elsewhere repeat it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from goldenthread.engine.proof.document import Document, Heading, Passage
from goldenthread.engine.proof.grid import Grid, Row
from goldenthread.engine.proof.language import words

PERIOD = re.compile(
    r"(?<![\d/])(?:(20\d\d|19\d\d)(?:\s?[/–-]\s?(?:20)?(\d\d)(?!\d))?|(\d\d)/(\d\d)(?![\d/]))(?!\d)"
)
NAMED = re.compile(r"\b(appendix|table|figure|annex|chart)\s+(\d{1,2}|[A-Z])\b", re.IGNORECASE)
LOOK_BACK = 40


@dataclass(frozen=True)
class Whole:
    """A total, or the sum of one kind of a table's rows; `of_all` if of every row."""

    value: Decimal
    says: str
    column: int
    of_all: bool = False


@dataclass(frozen=True)
class TableFacts:
    """One table with what stands over it. `names` are those by which a text may cite it."""

    grid: Grid
    at: int
    over: str
    heading: str
    names: frozenset[str]

    @cached_property
    def periods(self) -> frozenset[str]:
        return periods(self.over)

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """Every figure in the table, and every sum that a sentence could fairly give."""
        cells = {a.value for row in self.grid.rows for c in row.cells if (a := c.amount)}
        shares = {
            a.share
            for row in self.grid.rows
            for c in row.cells
            if (a := c.amount) and a.share is not None
        }
        return frozenset(cells | shares | {whole.value for whole in self.wholes})

    @cached_property
    def wholes(self) -> tuple[Whole, ...]:
        columns = [c for c in self.grid.amount_columns if self.grid.adds_up(c)]
        return tuple(whole for c in columns for whole in self.wholes_of(c))

    def wholes_of(self, column: int) -> Iterator[Whole]:
        lines = [
            r
            for r in self.grid.rows
            if r.value(column) is not None and not r.is_total and not r.is_part
        ]
        if any(row.cells[column].withheld for row in self.grid.rows) or len(lines) < 2:
            return
        for row in self.grid.rows:
            if row.is_total and (value := row.value(column)) is not None:
                yield Whole(value, f"“{row.label}”", column, of_all=True)
        no_total = not any(row.is_total for row in self.grid.rows)
        yield Whole(
            added(lines, column), f"its {len(lines)} lines together", column, of_all=no_total
        )
        for other in range(self.grid.table.width):
            if other != column:
                yield from self.groups(lines, column, other)

    def groups(self, lines: list[Row], column: int, other: int) -> Iterator[Whole]:
        """Sums of the rows that share a level or kind, or that have or lack a figure beside them."""
        name = self.grid.columns[other] or "the column beside"
        kinds: dict[str, list[Row]] = {}
        for row in lines:
            kinds.setdefault(kind_of(row, other), []).append(row)
        filled = [row for row in lines if row.cells[other].amount]
        if other in self.grid.amount_columns and 1 < len(filled) < len(lines) - 1:
            empty = [row for row in lines if not row.cells[other].amount]
            yield Whole(
                added(filled, column),
                f"the {len(filled)} lines with a figure under “{name}”",
                column,
            )
            yield Whole(
                added(empty, column), f"the {len(empty)} lines with none under “{name}”", column
            )
        counted = other in self.grid.amount_columns and self.grid.adds_up(other)
        if not counted and 1 < len(kinds) <= max(2, len(lines) // 2):
            for kind, rows in kinds.items():
                if kind and len(rows) > 1:
                    yield Whole(
                        added(rows, column),
                        f"the {len(rows)} lines with “{kind}” under “{name}”",
                        column,
                    )


def kind_of(row: Row, column: int) -> str:
    return row.cells[column].text.strip().lower()


def added(rows: list[Row], column: int) -> Decimal:
    return sum((row.value(column) or Decimal(0) for row in rows), Decimal(0))


def facts(document: Document) -> list[TableFacts]:
    """Every table that holds figures, with the words over it."""
    found = []
    for at, table in document.tables():
        grid = Grid(table)
        over = over_table(document, at)
        if grid.amount_columns and len(grid.rows) > 1 and not contents(grid, over):
            said = f"{over} {grid.title}"
            names = frozenset(
                f"{kind.lower()} {number.lower()}" for kind, number in NAMED.findall(said)
            )
            heading = f"{heading_over(document, at)} {grid.title}"
            found.append(TableFacts(grid, at, said, heading, names))
    return found


def contents(grid: Grid, over: str) -> bool:
    return grid.is_contents or bool(re.search(r"\bcontents\b", over, re.IGNORECASE))


def over_table(document: Document, at: int) -> str:
    """The nearest heading above a table, and any short line directly over it."""
    lines = [
        block.text
        for block in document.blocks[max(0, at - 2) : at]
        if isinstance(block, Passage) and not isinstance(block, Heading) and len(block.text) < 120
    ]
    return " ".join([heading_over(document, at), *lines]).strip()


def heading_over(document: Document, at: int) -> str:
    """The nearest heading above, unless it is a page or more away."""
    above = reversed(document.blocks[max(0, at - LOOK_BACK) : at])
    return next((block.text for block in above if isinstance(block, Heading)), "")


def periods(text: str) -> frozenset[str]:
    """Years as '2014/15' or '2014'."""
    found = set()
    for year, end, short, short_end in PERIOD.findall(text):
        if short and int(short_end) == (int(short) + 1) % 100:
            found.add(f"20{short}/{short_end}")
        elif year:
            found.add(f"{year}/{end}" if end else year)
    return frozenset(found)


def about(facts_of: TableFacts, column: int) -> frozenset[str]:
    """The words that say what a column counts: its own heading or, under a bare year, the table's."""
    head = words.matter(facts_of.grid.columns[column])
    return head or words.matter(facts_of.heading)
