"""A figure in the text against the row of a table that its sentence names."""

from collections.abc import Iterator
from decimal import Decimal

from goldenthread.engine.proof.checks import table_facts
from goldenthread.engine.proof.checks.claims import (
    ELSEWHERE,
    Claim,
    apart,
    cites,
    close_by,
    rounds,
    same_digits,
    slip,
)
from goldenthread.engine.proof.checks.table_facts import TableFacts
from goldenthread.engine.proof.grid import Row
from goldenthread.engine.proof.language import cells, words
from goldenthread.engine.proof.slip import Slip, shortened

CLOSE = Decimal("0.15")
NONE = cells.Amount(Decimal(0))
Index = dict[str, list[tuple[TableFacts, Row, frozenset[str]]]]


def by_word(tables: list[TableFacts]) -> Index:
    """Rows by the longest word of their label, so that a sentence meets only rows it may name."""
    index: Index = {}
    for table in tables:
        for row in table.grid.rows:
            label = words.matter(row.label)
            if label and not row.is_total and len(label) <= 8:
                index.setdefault(max(label, key=len), []).append((table, row, label))
    return index


def against_rows(claim: Claim, index: Index) -> Iterator[Slip]:
    """The figure against the rows whose whole label the sentence repeats."""
    matter = claim.matter
    for word in matter:
        for table, row, label in index.get(word, ()):
            column = column_meant(claim, table, row) if label <= matter else None
            if column is not None and same_unit(claim, row, column):
                yield from against_cell(claim, table, row, label, column)


def same_unit(claim: Claim, row: Row, column: int) -> bool:
    """Money is compared with money or bare figures, shares with shares; not where the sentence has both."""
    amount, unit = row.cells[column].amount, claim.figure.unit
    if amount is None or amount.value in claim.beside or rounds(claim, amount.value):
        return False
    return amount.unit == unit if "%" in (amount.unit, unit) else amount.unit in ("", unit)


def against_cell(
    claim: Claim, table: TableFacts, row: Row, label: frozenset[str], column: int
) -> Iterator[Slip]:
    value = row.value(column) or Decimal(0)
    where = table.grid.table.place_of(row.at, column)
    said = f"The table gives {row.cells[column].text} for “{shortened(row.label, 60)}” ({where}), not {claim.figure.text.strip()}."
    yield slip(claim, said, sure_of_row(claim, table, label, column, value), value)


def column_meant(claim: Claim, table: TableFacts, row: Row) -> int | None:
    """The column that the sentence speaks of: by its year, by its words, or the only one."""
    columns = [c for c in table.grid.amount_columns if row.cells[c].amount]
    heads = {c: table_facts.periods(table.grid.columns[c]) for c in columns}
    dated = [c for c in columns if heads[c]]
    if dated and claim.years:
        return next((c for c in dated if heads[c] & claim.years), None)
    if claim.years and table.periods and not claim.years & table.periods:
        return None
    named = [c for c in columns if table_facts.about(table, c) & claim.noun]
    if len(named) == 1:
        return named[0]
    shares = claim.figure.unit == "%"
    usable = [c for c in columns if (row.cells[c].amount or NONE).unit == "%" or not shares]
    usable = usable if shares else [c for c in columns if table.grid.adds_up(c)]
    return usable[-1] if len(usable) == 1 or (dated and usable) else None


def sure_of_row(
    claim: Claim, table: TableFacts, label: frozenset[str], column: int, value: Decimal
) -> float:
    subject = table_facts.about(table, column) | words.matter(table.over)
    spoken = claim.matter if claim.figure.unit == "%" else claim.noun
    counted = bool((subject | label) & spoken)
    certainty = 0.4 + 0.1 * min(len(label), 3) + (0.15 if counted else -0.1)
    certainty += 0.1 if close_by(claim, table) or cites(claim, table) else -0.05
    certainty += 0.1 if apart(claim, value) < CLOSE or same_digits(claim, value) else -0.1
    certainty -= 0.0 if claim.alone else 0.15
    certainty -= 0.3 if ELSEWHERE.search(claim.sentence) else 0.0
    return max(0.05, min(certainty, 0.9 if counted or len(label) > 1 else 0.45))
