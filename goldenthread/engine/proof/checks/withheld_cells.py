"""Withheld figures that anyone can work out from the totals and the other cells."""

from collections.abc import Iterator
from decimal import Decimal

from goldenthread.engine import disclosure
from goldenthread.engine.proof.checks import sums, totals
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.grid import Grid, Row
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

KIND = "withheld number"
MOST_CELLS = 600
ROUNDS = 3
Known = dict[tuple[int, int], int]
"""Counts worked out so far, by row and column of the table."""


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    for at, table in document.tables():
        grid = Grid(table)
        if any(cell.withheld for row in grid.rows for cell in row.cells[1:]):
            for (row, column), count in worked_out(grid).items():
                said = (
                    f"The withheld figure can be worked out: the totals and the other cells leave {count}."
                    " Withhold another cell in the same row and column, or the total."
                )
                quote = next(r.quote for r in grid.rows if r.at == row)
                yield Slip(
                    KIND,
                    table.place_of(row, column),
                    quote,
                    said,
                    0.93,
                    found=Decimal(count),
                    at=at,
                )


def worked_out(grid: Grid) -> Known:
    """Every withheld count that has a single possible value; what is found helps to find more."""
    known: Known = {}
    for _ in range(ROUNDS):
        before = len(known)
        for rows, columns, has_row, has_column in sections(grid):
            known |= solved(grid, rows, columns, has_row, has_column, known)
        if len(known) == before:
            break
    return known


def sections(grid: Grid) -> Iterator[tuple[list[Row], list[int], bool, bool]]:
    """Each part of the table whose last row or last column is the total of the others."""
    parts, column = columns_of(grid)
    across = [*parts, column] if column is not None else parts
    of_rows = [row for row in grid.rows if row.has_figures]
    for index, row in enumerate(grid.rows):
        if row.is_total and row.has_figures:
            for lines in row_groups(grid, index, across):
                yield [*lines, row], across, True, column is not None
    if column is not None:
        for row in of_rows:
            yield [row], across, False, True


def columns_of(grid: Grid) -> tuple[list[int], int | None]:
    """The columns that count, and the one that sums them, if there is one."""
    counted = [c for c in range(grid.table.width) if grid.adds_up(c) and countable(grid, c)]
    total = next((c for c in counted if grid.is_total_column(c)), None)
    if total is None:
        return counted, None
    parts = [c for c in counted if c in totals.parts_of(grid, total) or withheld_only(grid, c)]
    return (parts, total) if len(parts) > 1 else (counted, None)


def withheld_only(grid: Grid, column: int) -> bool:
    return not any(row.cells[column].amount for row in grid.rows)


def countable(grid: Grid, column: int) -> bool:
    """A column of whole counts, withheld marks and blanks, with figures enough to tell."""
    cells = [row.cells[column] for row in grid.rows if row.has_figures]
    if not all(cell.amount or cell.withheld or cell.empty for cell in cells):
        return False
    amounts = [cell.amount for cell in cells if cell.amount]
    whole = all(a.value >= 0 and not a.decimals and not a.unit for a in amounts)
    return whole and bool(amounts or any(cell.withheld for cell in cells))


def row_groups(grid: Grid, index: int, columns: list[int]) -> list[list[Row]]:
    """The lines that a total row sums: those since the last total, or else the totals before it."""
    above = [r for r in grid.rows[:index] if r.has_figures and not r.is_balance and not r.is_part]
    if not above:
        return [sums.until_total(grid.rows[index + 1 :], columns[0])] if columns else []
    earlier = [row for row in above if row.is_total]
    since = [row for row in above if not row.is_total and (not earlier or row.at > earlier[-1].at)]
    last = not any(row.is_total for row in grid.rows[index + 1 :])
    group = since
    if earlier and (not since or last and adds([*earlier, *since], grid.rows[index], columns)):
        group = [*earlier, *since]
    return [group] if len(group) > 1 else []


def adds(lines: list[Row], total: Row, columns: list[int]) -> bool:
    """Whether the shown lines nowhere exceed the total, so that it may be theirs."""
    return all(
        sum((row.value(c) or Decimal(0) for row in lines), Decimal(0))
        <= (total.value(c) or Decimal(0))
        for c in columns
    )


def solved(
    grid: Grid, rows: list[Row], columns: list[int], has_row: bool, has_column: bool, known: Known
) -> Known:
    """The withheld cells of one part that have a single possible count."""
    if not columns or len(rows) * len(columns) > MOST_CELLS:
        return {}
    published = disclosure.PublishedTable(
        tuple(str(row.at) for row in rows),
        tuple(str(column) for column in columns),
        tuple(tuple(cell(row, c, known) for c in columns) for row in rows),
        has_total_row=has_row,
        has_total_column=has_column,
    )
    found = disclosure.workable(published) if published.withheld() else []
    return {(int(w.row), int(w.column)): w.lowest for w in found}


def cell(row: Row, column: int, known: Known) -> disclosure.Cell:
    shown = row.cells[column]
    if (row.at, column) in known:
        count = known[row.at, column]
        return disclosure.Cell(shown.text, count, count)
    if shown.withheld:
        return disclosure.Cell(
            shown.text, shown.withheld.least, shown.withheld.most, disclosure.Why.UNSAID
        )
    count = int(shown.amount.value) if shown.amount else 0
    return disclosure.Cell(shown.text, count, count)
