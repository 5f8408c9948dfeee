"""Percentages in tables that their own counts do not make, and shares that do not come to 100."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from goldenthread.engine.proof.document import Document, Table
from goldenthread.engine.proof.grid import Grid, Row
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

KIND = "percentage"
HUNDRED = Decimal(100)
MOST_COLUMNS = 14
Reading = Callable[[Row], Decimal | None]


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    for at, table in document.tables():
        grid = Grid(table)
        for column in grid.amount_columns[:MOST_COLUMNS]:
            if is_share(grid, column):
                yield from against_counts(grid, column, at)
                yield from against_hundred(grid, column, at)
            elif any(share(row, column) is not None for row in grid.rows):
                yield from beside_counts(grid, column, at)


def is_share(grid: Grid, column: int) -> bool:
    head = grid.columns[column].lower()
    signed = [a for row in grid.rows if (a := row.cells[column].amount)]
    return (
        "%" in head
        or "per cent" in head
        or "percent" in head
        or bool(signed)
        and all(a.unit == "%" for a in signed)
    )


def share(row: Row, column: int) -> Decimal | None:
    amount = row.cells[column].amount
    return amount.share if amount else None


def against_counts(grid: Grid, column: int, at: int) -> Iterator[Slip]:
    """The way of reckoning that most rows bear out, held against the few that do not."""
    counts = [
        c for c in grid.amount_columns[:MOST_COLUMNS] if c != column and not is_share(grid, c)
    ]
    ways: list[Reading] = [of_total(grid, c) for c in counts]
    ways += [of_other(c, d) for c in counts for d in counts if c != d]
    yield from odd_ones(grid, column, ways, lambda row: row.value(column), at)


def beside_counts(grid: Grid, column: int, at: int) -> Iterator[Slip]:
    """Cells such as '12 (40%)', against the column's total or another column of the row."""
    counts = [c for c in grid.amount_columns[:MOST_COLUMNS] if c != column]
    ways = [of_total(grid, column), *(of_other(column, c) for c in counts)]
    yield from odd_ones(grid, column, ways, lambda row: share(row, column), at)


def of_total(grid: Grid, column: int) -> Reading:
    """A row's count as a share of the last total of its column."""
    totals = [value for row in grid.rows if row.is_total and (value := row.value(column))]

    def reading(row: Row) -> Decimal | None:
        value = row.value(column)
        return None if value is None or not totals else value / totals[-1] * HUNDRED

    return reading


def of_other(part: int, whole: int) -> Reading:
    def reading(row: Row) -> Decimal | None:
        top, bottom = row.value(part), row.value(whole)
        return (
            None if top is None or not bottom or not 0 <= top <= bottom else top / bottom * HUNDRED
        )

    return reading


def odd_ones(
    grid: Grid, column: int, ways: list[Reading], said: Reading, at: int
) -> Iterator[Slip]:
    judged = [(row, value) for row in grid.rows if (value := said(row)) is not None]
    best: list[tuple[Row, Decimal, Decimal]] = []
    most = 0
    for way in ways:
        pairs = [
            (row, value, expected) for row, value in judged if (expected := way(row)) is not None
        ]
        wrong = [
            (row, value, expected)
            for row, value, expected in pairs
            if not close(row, column, value, expected)
        ]
        right = len(pairs) - len(wrong)
        if right > most and right >= 2 and right >= 2 * len(wrong):
            best, most = wrong, right
    for row, value, expected in best:
        yield told(grid.table, row, column, value, expected.quantize(Decimal("0.1")), at)


def close(row: Row, column: int, value: Decimal, expected: Decimal) -> bool:
    amount = row.cells[column].amount
    decimals = amount.decimals if amount and amount.share is None else 0
    return abs(value - expected) <= Decimal(10) ** -decimals


def told(table: Table, row: Row, column: int, value: Decimal, expected: Decimal, at: int) -> Slip:
    message = f"The counts beside it make {expected.normalize():f}%, not {value.normalize():f}%, as the other rows are reckoned."
    return Slip(
        KIND,
        table.place_of(row.at, column),
        row.quote,
        message,
        0.87,
        expected=expected,
        found=value,
        at=at,
    )


def against_hundred(grid: Grid, column: int, at: int) -> Iterator[Slip]:
    """Shares over a total of 100% that do not come to about 100."""
    for index, row in enumerate(grid.rows):
        if not row.is_total or row.value(column) != HUNDRED:
            continue
        lines = [
            r
            for r in grid.rows[:index]
            if r.value(column) is not None and not r.is_total and not r.is_part
        ]
        if any(r.cells[column].withheld for r in grid.rows[:index]) or len(lines) < 2:
            continue
        made = sum((r.value(column) or Decimal(0) for r in lines), Decimal(0))
        if abs(made - HUNDRED) > max(Decimal(1), Decimal(len(lines)) / 2):
            message = f"The {len(lines)} shares above come to {made.normalize():f}%, not 100%."
            yield Slip(
                KIND,
                grid.table.place_of(row.at, column),
                row.quote,
                message,
                0.82,
                expected=made,
                found=HUNDRED,
                at=at,
            )
