"""A figure in the text against the totals of a table, and against sums of one kind of its rows."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from goldenthread.engine.proof.checks import table_facts
from goldenthread.engine.proof.checks.claims import (
    ELSEWHERE,
    NEXT_TO,
    Claim,
    apart,
    cites,
    close_by,
    digits,
    rounds,
    same_digits,
    slip,
)
from goldenthread.engine.proof.checks.table_facts import TableFacts, Whole
from goldenthread.engine.proof.language import words
from goldenthread.engine.proof.slip import Slip

POINTS = re.compile(
    r"\b(?:table|appendix)\s+(?:below|above|overleaf|opposite)|(?:below|above|following)\s+table\b|\bthe table\b",
    re.IGNORECASE,
)
ALTOGETHER = re.compile(
    r"\b(?:total|altogether|in all|overall|combined|completed|completing|attended|delivered|trained)\b",
    re.IGNORECASE,
)
NEAR, VERY_NEAR = Decimal("0.02"), Decimal("0.005")
MOST_ALIKE = 60


class Wholes:
    """Every table's totals, by size and by place, so that a claim meets only those that it may mean."""

    def __init__(self, tables: list[TableFacts]) -> None:
        self.tables = tables
        self.places = [table.at for table in tables]
        self.all = [(table, whole) for table in tables for whole in table.wholes]
        self.sizes = sorted((whole.value, n) for n, (_, whole) in enumerate(self.all))
        self.cited: dict[str, list[TableFacts]] = {}
        self.digits: dict[str, list[int]] = {}
        for table in tables:
            for name in table.names:
                self.cited.setdefault(name, []).append(table)
        for n, (_, whole) in enumerate(self.all):
            self.digits.setdefault(digits(whole.value), []).append(n)

    def worth_asking(self, claim: Claim) -> Iterator[tuple[TableFacts, Whole]]:
        """All totals of the tables close by or cited, and others that are close in size or digits."""
        first = bisect_left(self.places, claim.at - NEXT_TO)
        last = bisect_left(self.places, claim.at + NEXT_TO + 1)
        asked = self.tables[first:last] + [
            t for name in claim.named for t in self.cited.get(name, ())
        ]
        yield from ((table, whole) for table in asked for whole in table.wholes)
        value = claim.figure.value
        low = bisect_left(self.sizes, (value * (1 - 2 * NEAR), -1))
        high = bisect_left(self.sizes, (value * (1 + 2 * NEAR), len(self.all)))
        alike = self.digits.get(digits(value), [])
        yield from (
            self.all[n] for n in [*(n for _, n in self.sizes[low:high]), *alike][:MOST_ALIKE]
        )


def against_wholes(claim: Claim, wholes: Wholes) -> Iterator[Slip]:
    """The figure against totals, and sums of one kind of row, that lie close to it."""
    if claim.figure.unit == "%":
        return
    for table, whole in wholes.worth_asking(claim):
        other = of_another_year(claim, table, whole) or rounds(claim, whole.value)
        certainty = 0.0 if other else sure_of_whole(claim, table, whole)
        if certainty > 0.2:
            said = f"{table.grid.table.place.capitalize()} makes {whole.value:,f} ({whole.says}), not {claim.figure.text.strip()}."
            yield slip(claim, said, certainty, whole.value)


def of_another_year(claim: Claim, table: TableFacts, whole: Whole) -> bool:
    """Whether the sentence names other years than the column or the table, or none where columns have years."""
    column = table_facts.periods(table.grid.columns[whole.column])
    years = column or (frozenset() if cites(claim, table) else table.periods)
    if not claim.years:
        later = table.grid.columns[whole.column + 1 :]
        return bool(column) and any(table_facts.periods(head) for head in later)
    return bool(years and not claim.years & years)


def sure_of_whole(claim: Claim, table: TableFacts, whole: Whole) -> float:
    """High where the sentence counts the same thing, points at the table and is out by little."""
    about = table_facts.about(table, whole.column)
    counted = bool(about & claim.noun)
    points = cites(claim, table) or (close_by(claim, table) and bool(POINTS.search(claim.sentence)))
    if not (counted or points):
        return 0.0
    near = apart(claim, whole.value) <= NEAR or same_digits(claim, whole.value)
    shared = len(claim.matter & words.matter(table.heading))
    if not near and not (counted and speaks_of_total(claim, table, whole) and (points or shared)):
        return 0.0
    certainty = 0.2 + 0.2 * counted + 0.25 * points + 0.1 * min(shared, 2) + (0.1 if near else 0.0)
    certainty += 0.1 if close_by(claim, table) else 0.0
    certainty += 0.05 if not near or (shared and apart(claim, whole.value) <= VERY_NEAR) else 0.0
    certainty -= 0.3 if ELSEWHERE.search(claim.sentence) or whole.value < 20 else 0.0
    return max(0.0, min(certainty, 0.9))


def speaks_of_total(claim: Claim, table: TableFacts, whole: Whole) -> bool:
    """Whether a figure farther off is still meant for the table's total: it stands by it and is like it."""
    like = Decimal("0.5") < claim.figure.value / max(whole.value, Decimal(1)) < 2
    beside = close_by(claim, table) or cites(claim, table)
    return like and beside and whole.of_all and bool(ALTOGETHER.search(claim.sentence))
