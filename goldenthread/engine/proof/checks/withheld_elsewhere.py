"""Withheld figures given away by a percentage beside them, or by a total that a sentence states."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from goldenthread.engine.proof.checks import claims, table_facts, table_shares
from goldenthread.engine.proof.checks.claims import Claim
from goldenthread.engine.proof.checks.table_facts import TableFacts
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.grid import Grid, Row
from goldenthread.engine.proof.language import words
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

KIND = "withheld number"
HUNDRED = Decimal(100)
ALTOGETHER = re.compile(r"\b(?:total|altogether|in all|overall)\b", re.IGNORECASE)


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    tables = [t for t in table_facts.facts(document) if any(withheld(t.grid))]
    stated = [c for c in claims.claims(document) if exact_total(c)] if tables else []
    for table in tables:
        yield from by_share(table.grid, table.at)
        for claim in stated:
            if claims.close_by(claim, table) or claims.cites(claim, table):
                yield from by_sentence(claim, table)


def exact_total(claim: Claim) -> bool:
    return bool(ALTOGETHER.search(claim.sentence)) and not claim.rough


def withheld(grid: Grid) -> Iterator[tuple[Row, int]]:
    for row in grid.rows:
        for column in grid.amount_columns:
            if row.cells[column].withheld:
                yield row, column


def by_share(grid: Grid, at: int) -> Iterator[Slip]:
    """'c' beside '12%', in a column whose total is shown."""
    shares = [c for c in grid.amount_columns if table_shares.is_share(grid, c)]
    for row, column in withheld(grid):
        totals = [value for r in grid.rows if r.is_total and (value := r.value(column))]
        beside = next((c for c in shares if c > column and row.cells[c].amount), None)
        if (
            totals
            and beside is not None
            and column not in shares
            and borne_out(grid, column, beside, totals[-1])
        ):
            counts = possible(row, beside, totals[-1])
            if len(counts) == 1:
                said = f"the percentage beside it, of {totals[-1]}, leaves {counts[0]}"
                yield slip(grid, row, column, counts[0], said, 0.9, at)


def borne_out(grid: Grid, column: int, share: int, total: Decimal) -> bool:
    """Whether the rows that show both bear out that the share is of the column's total."""
    both = [
        r
        for r in grid.rows
        if r.value(column) is not None and r.value(share) is not None and not r.is_total
    ]
    return bool(both) and all(
        abs((r.value(column) or 0) / total * HUNDRED - (r.value(share) or 0)) <= 1 for r in both
    )


def possible(row: Row, share: int, total: Decimal) -> list[int]:
    """The whole counts that would be rounded to the share shown."""
    amount = row.cells[share].amount
    if amount is None:
        return []
    half = Decimal(10) ** -amount.decimals / 2
    low = ((amount.value - half) * total / HUNDRED).to_integral_value(ROUND_CEILING)
    high = ((amount.value + half) * total / HUNDRED).to_integral_value(ROUND_FLOOR)
    return list(range(max(0, int(low)), int(high) + 1))[:2]


def by_sentence(claim: Claim, table: TableFacts) -> Iterator[Slip]:
    """One cell withheld in a column without a total, and the total said in the text."""
    grid = table.grid
    for column in grid.amount_columns:
        hidden = [row for row, c in withheld(grid) if c == column]
        no_total = not any(row.is_total for row in grid.rows) and grid.adds_up(column)
        subject = table_facts.about(table, column) | words.matter(table.heading)
        if len(hidden) == 1 and no_total and subject & claim.noun:
            shown = sum((row.value(column) or Decimal(0) for row in grid.rows), Decimal(0))
            left = claim.figure.value - shown
            mark = hidden[0].cells[column].withheld
            if mark and 0 <= left <= (mark.most if mark.most is not None else shown):
                said = f"the total of {claim.figure.text.strip()} in the text ({claim.place}) leaves {left}"
                yield slip(grid, hidden[0], column, int(left), said, 0.75, table.at)


def slip(
    grid: Grid, row: Row, column: int, count: int, how: str, certainty: float, at: int
) -> Slip:
    said = f"The withheld figure can be worked out: {how}."
    place = grid.table.place_of(row.at, column)
    return Slip(KIND, place, row.quote, said, certainty, found=Decimal(count), at=at)
