"""Balances and variances in tables that their income and spending, or budget and outturn, do not leave."""

import re
from collections.abc import Iterator
from decimal import Decimal

from goldenthread.engine.proof.checks import balances
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.grid import Grid, Row
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

KIND = "difference"
BALANCE = re.compile(
    r"^(?:net |year[ -]end )?(?:balance|surplus|deficit|shortfall|under-?spend|over-?spend|difference|variance|net(?: position)?)\b(?!.*(?:forward|brought))",
    re.IGNORECASE,
)
BUDGET = re.compile(r"\b(?:budget(?:ed)?|planned?|forecast|target|allocat\w+)\b", re.IGNORECASE)
ACTUAL = re.compile(r"\b(?:actual|spent|spend|outturn|expenditure)\b", re.IGNORECASE)
VARIANCE = re.compile(r"\b(?:variance|difference|under|over|variation|change)\b", re.IGNORECASE)


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    for at, table in document.tables():
        grid = Grid(table)
        yield from balance_rows(grid, at)
        yield from variance_columns(grid, at)


def balance_rows(grid: Grid, at: int) -> Iterator[Slip]:
    """A row 'Balance' against the totals of income and spending above it."""
    for index, row in enumerate(grid.rows):
        if not BALANCE.search(row.label):
            continue
        for column in grid.amount_columns:
            found = row.value(column)
            totals = [r for r in grid.rows[:index] if r.is_total and r.value(column) is not None]
            income = next((r for r in reversed(totals) if balances.kind_of(r.label) is False), None)
            spending = next((r for r in reversed(totals) if balances.kind_of(r.label)), None)
            if found is not None and income and spending:
                yield from unless_equal(grid, row, column, income, spending, at)


def unless_equal(
    grid: Grid, row: Row, column: int, income: Row, spending: Row, at: int
) -> Iterator[Slip]:
    found = row.value(column) or Decimal(0)
    left = (income.value(column) or Decimal(0)) - (spending.value(column) or Decimal(0))
    if abs(abs(left) - abs(found)) > 1:
        said = f"“{income.label}” less “{spending.label}” leaves {left:,f}, not {row.cells[column].text}."
        yield Slip(
            KIND,
            grid.table.place_of(row.at, column),
            row.quote,
            said,
            0.88,
            expected=left,
            found=found,
            at=at,
        )


def variance_columns(grid: Grid, at: int) -> Iterator[Slip]:
    """Columns of budget, outturn and variance, row by row."""
    columns = [one(grid, pattern) for pattern in (BUDGET, ACTUAL, VARIANCE)]
    budget, actual, variance = columns
    if budget is None or actual is None or variance is None or len(set(columns)) < 3:
        return
    judged = [
        (row, gap)
        for row in grid.rows
        if (gap := left(row, budget, actual)) is not None and row.value(variance) is not None
    ]
    wrong = [
        (row, gap)
        for row, gap in judged
        if abs(abs(gap) - abs(row.value(variance) or Decimal(0))) > slack(row, variance)
    ]
    if len(wrong) * 2 > len(judged):
        return
    for row, gap in wrong:
        found = row.value(variance) or Decimal(0)
        said = f"The two figures beside it differ by {abs(gap):,f}, not {row.cells[variance].text}."
        yield Slip(
            KIND,
            grid.table.place_of(row.at, variance),
            row.quote,
            said,
            0.9,
            expected=abs(gap),
            found=abs(found),
            at=at,
        )


def one(grid: Grid, pattern: re.Pattern[str]) -> int | None:
    found = [
        c
        for c in grid.amount_columns
        if pattern.search(grid.columns[c]) and "%" not in grid.columns[c]
    ]
    return found[0] if len(found) == 1 else None


def left(row: Row, budget: int, actual: int) -> Decimal | None:
    planned, spent = row.value(budget), row.value(actual)
    return None if planned is None or spent is None else planned - spent


def slack(row: Row, column: int) -> Decimal:
    amount = row.cells[column].amount
    return Decimal(1) if amount and (amount.unit == "£" or amount.decimals) else Decimal(0)
