"""A table as someone who checks figures reads it: headings, labelled rows, totals, amounts."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from goldenthread.engine.proof.document import Cell, Table
from goldenthread.engine.proof.language import cells
from goldenthread.engine.proof.slip import shortened

TOTAL = re.compile(
    r"^(?:(?:grand|overall|combined|sub|running|cumulative)[\s-]*)*totals?\b|^subtotals?\b|\b(?:sub-?)?totals?:?$"
    r"|^(?:overall|sum|altogether|all)$|^all (?:children|ages|agencies|sectors|groups|people|areas|staff|categories|courses)$",
    re.IGNORECASE,
)
TOTAL_COLUMN = re.compile(
    r"(?:(?:grand|overall|row|yearly|annual|year) )?totals?(?: (?:for |in |of )?(?:the )?(?:year|20\d\d\S*|all.*|both.*))?"
    r"|overall|all|both|(?:full |whole )?year|all \w+",
    re.IGNORECASE,
)
PLAIN_TOTAL = re.compile(
    r"(?:(?:grand|overall|combined|sub)[\s-]*)*totals?(?:\s+\w+){0,2}:?|all \w+", re.IGNORECASE
)
RUNNING = re.compile(r"\b(?:running|cumulative|to date)\b", re.IGNORECASE)
BALANCE = re.compile(
    r"\b(?:balance|net|difference|surplus|deficit|under-?spend|over-?spend|variance|shortfall|carried forward|change)\b",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"^\W*(?:of which|of whom|of these|including|incl\b|which include)", re.IGNORECASE
)
NOT_ADDED = re.compile(
    r"%|\b(?:per ?cent(?:age)?|rates?|ratio|average|mean|median|per (?:child|head|delegate|10,?000|1,?000|place)|score|"
    r"rank(?:ing)?|target|level|page|ref(?:erence)?|date|change|unit cost|proportion|share|(?:case|item|action|risk) no\.?|"
    r"paragraph|priority|rag|cumulative|running|longest|shortest|maximum|minimum)\b|^(?:age|(?:financial |calendar )?years?)$",
    re.IGNORECASE,
)
COUNTED = re.compile(r"\b(?:number|no\.? of|how many|count|total)\b", re.IGNORECASE)
CONTENTS = re.compile(r"^(?:table of )?contents\b|\bpages?\s*$", re.IGNORECASE)
FEWEST_PAGES = 5
YEARS = range(1980, 2061)


@dataclass(frozen=True)
class Row:
    """One labelled row below the headings. `at` is its position in the table, from nought."""

    at: int
    label: str
    cells: tuple[Cell, ...]

    def value(self, column: int) -> Decimal | None:
        amount = self.cells[column].amount
        return amount.value if amount else None

    @cached_property
    def is_total(self) -> bool:
        return bool(TOTAL.search(self.label)) and not RUNNING.search(self.label)

    @cached_property
    def is_balance(self) -> bool:
        return bool(BALANCE.search(self.label)) and not self.is_total

    @cached_property
    def is_part(self) -> bool:
        return bool(PART_OF.search(self.label))

    @cached_property
    def has_figures(self) -> bool:
        return any(cell.amount or cell.withheld for cell in self.cells)

    @cached_property
    def quote(self) -> str:
        return shortened(" | ".join(cell.text for cell in self.cells if cell.text))


@dataclass(frozen=True)
class Grid:
    table: Table

    @cached_property
    def first_body_row(self) -> int:
        rows = self.table.rows
        return next((at for at, row in enumerate(rows) if is_body(row)), len(rows))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        start = self.first_body_row
        return tuple(
            Row(at, label_of(row), row) for at, row in enumerate(self.table.rows) if at >= start
        )

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The heading over each column, group headings first."""
        heads = [filled(row) for row in self.table.rows[: self.first_body_row]]
        return tuple(
            " ".join(dict.fromkeys(row[column] for row in heads if row[column]))
            for column in range(self.table.width)
        )

    @cached_property
    def amount_columns(self) -> tuple[int, ...]:
        """Columns that hold figures to reckon with, rather than labels, levels or years."""
        return tuple(
            c for c in range(self.table.width) if any(row.cells[c].amount for row in self.rows)
        )

    def adds_up(self, column: int) -> bool:
        """Whether figures of this column may sensibly be added."""
        head = self.columns[column]
        if self.is_total_column(column):
            return True
        percent = sum(1 for row in self.rows if (a := row.cells[column].amount) and a.unit == "%")
        return not percent and (bool(COUNTED.search(head)) or not NOT_ADDED.search(head))

    def is_total_column(self, column: int) -> bool:
        """Whether the column is headed as the sum of the others ('Total', 'Year', 'All ages')."""
        return column > 0 and bool(TOTAL_COLUMN.fullmatch(self.columns[column].strip()))

    @cached_property
    def is_contents(self) -> bool:
        """A table of contents: headed so, or page numbers that never fall and nothing above them."""
        if CONTENTS.search(" ".join((self.table.caption, *self.columns))):
            return True
        pages = [a for row in self.rows if (a := row.cells[self.amount_columns[-1]].amount)]
        plain = all(not a.unit and not a.decimals for a in pages) and len(pages) >= FEWEST_PAGES
        rising = all(one.value <= two.value for one, two in zip(pages, pages[1:], strict=False))
        return (
            plain and rising and self.first_body_row == 0 and not any(r.is_total for r in self.rows)
        )

    def numbers_rows(self, column: int) -> bool:
        """Whether the column only counts the rows: 1, 2, 3, with or without repeats."""
        values = [value for row in self.rows if (value := row.value(column)) is not None]
        steps = [two - one for one, two in zip(values, values[1:], strict=False)]
        return (
            column == 0
            and len(values) > 2
            and all(step in (0, 1) for step in steps)
            and values[0] in (0, 1)
        )

    @property
    def title(self) -> str:
        """What stands over the table: its caption and any row that is one long heading."""
        heads = (row[0].text for row in self.table.rows[: self.first_body_row] if only_first(row))
        return " ".join(filter(None, [self.table.caption, *heads]))


def is_body(row: tuple[Cell, ...]) -> bool:
    """A row of figures; years along the top are headings, and so are cells marked as such."""
    figures = [cell for cell in row if cell.amount or cell.withheld]
    if not figures or all(cell.header for cell in row if cell.text):
        return False
    return len(row) > 1 and not (years_only(figures) and len(figures) > 1)


def years_only(figures: list[Cell]) -> bool:
    return all(
        c.amount and not c.amount.unit and c.amount.value in YEARS and "," not in c.text
        for c in figures
    )


def only_first(row: tuple[Cell, ...]) -> bool:
    return len([cell for cell in row if cell.text]) == 1 and bool(row[0].text)


def filled(row: tuple[Cell, ...]) -> list[str]:
    """Heading texts, each carried over the blank columns that it spans; a lone title is left out."""
    if only_first(row) and len(row) > 2:
        return [""] * len(row)
    texts: list[str] = []
    for cell in row:
        texts.append(cell.text or (texts[-1] if cell.header and len(texts) > 1 else ""))
    return texts


def label_of(row: tuple[Cell, ...]) -> str:
    words = [c.text for c in row if c.text and not (c.amount or c.withheld or cells.blank(c.text))]
    return " ".join(words)
