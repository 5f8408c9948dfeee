"""Figures in the text that a table of the same document contradicts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.engine.proof.checks import balances, table_facts
from goldenthread.engine.proof.checks.table_facts import TableFacts, Whole
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.grid import Row
from goldenthread.engine.proof.language import sentences, words
from goldenthread.engine.proof.language.figures import Figure, figures
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "contradiction"
ELSEWHERE = re.compile(
    r"\b(?:last year|previous(?:ly)?|year before|prior|england|national(?:ly)?|regional(?:ly)?|target|compared|by comparison|estimated|forecast|aim|expect\w*|least|most of|so far|of these|of those|of whom|of which)\b",
    re.IGNORECASE,
)
ROUGHLY = re.compile(
    r"\b(?:about|around|approximately|approx\.?|nearly|almost|over|more than|under|fewer than|less than|some|circa|at least|up to|next)\s+$",
    re.IGNORECASE,
)
POINTS = re.compile(
    r"\b(?:table|appendix)\s+(?:below|above|overleaf|opposite)|(?:below|above|following)\s+table\b|\bthe table\b",
    re.IGNORECASE,
)
ALTOGETHER = re.compile(
    r"\b(?:total|altogether|in all|overall|combined|completed|completing|attended|delivered|trained)\b",
    re.IGNORECASE,
)
THINGS = re.compile(r"\s+(?:\w+\s+)?(?:people|children|staff|\w+s)\b")
NEXT_TO = 4
NEAR, CLOSE = Decimal("0.02"), Decimal("0.15")
SMALLEST = 6


@dataclass(frozen=True)
class Claim:
    """One figure in a sentence, with what the sentence is about."""

    figure: Figure
    sentence: str
    place: str
    at: int
    alone: bool

    @property
    def matter(self) -> frozenset[str]:
        return words.matter(self.sentence)

    @property
    def noun(self) -> frozenset[str]:
        """The words just after the figure: what is counted."""
        after = self.sentence[self.figure.end :].split(".")[0]
        return words.matter(" ".join(after.split()[:4]))

    @property
    def beside(self) -> frozenset[Decimal]:
        """The other figures of the sentence."""
        return frozenset(figure.value for figure in figures(self.sentence))

    @property
    def years(self) -> frozenset[str]:
        return table_facts.periods(self.sentence)


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    tables = table_facts.facts(document)
    if not tables:
        return
    borne_out = frozenset(value for table in tables for value in table.values)
    index = by_word(tables)
    for claim in claims(document):
        if claim.figure.value in borne_out or ROUGHLY.search(claim.sentence[: claim.figure.start]):
            continue
        found = [*against_rows(claim, index), *against_wholes(claim, tables)]
        if found:
            yield max(found, key=lambda slip: slip.certainty)


def claims(document: Document) -> Iterator[Claim]:
    """Figures that count something, money included; years, small numbers and list numbers are left."""
    for at, passage in document.passages():
        for sentence in sentences.split(passage.text):
            found = [f for f in figures(sentence) if states_something(f, sentence)]
            for figure in found:
                yield Claim(figure, sentence, passage.place, at, len(found) == 1)


def states_something(figure: Figure, sentence: str) -> bool:
    """Not a year, a small or rounded number, the number of a list item, nor a gap (see `balances`)."""
    before, after = sentence[: figure.start], sentence[figure.end :]
    if figure.might_be_a_year and not THINGS.match(after):
        return False
    if (
        not before.strip(" (-•")
        or balances.GAP_BEFORE.search(before)
        or balances.GAP_AFTER.search(after)
    ):
        return False
    return (
        len(sentence) > 20
        and not figure.scaled
        and (figure.value >= SMALLEST or figure.unit == "£")
    )


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
    if amount is None or amount.value in claim.beside:
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
    usable = [c for c in columns if table.grid.adds_up(c)]
    return usable[-1] if len(usable) == 1 or (dated and usable) else None


def sure_of_row(
    claim: Claim, table: TableFacts, label: frozenset[str], column: int, value: Decimal
) -> float:
    subject = table_facts.about(table, column) | words.matter(table.over)
    counted = bool((subject | label) & claim.noun)
    certainty = 0.4 + 0.1 * min(len(label), 3) + (0.15 if counted else -0.1)
    certainty += 0.1 if close_by(claim, table) or cites(claim, table) else -0.05
    certainty += 0.1 if apart(claim, value) < CLOSE or same_digits(claim, value) else -0.1
    certainty -= 0.0 if claim.alone else 0.15
    certainty -= 0.3 if ELSEWHERE.search(claim.sentence) else 0.0
    return max(0.05, min(certainty, 0.9 if counted or len(label) > 1 else 0.45))


def against_wholes(claim: Claim, tables: list[TableFacts]) -> Iterator[Slip]:
    """The figure against totals, and sums of one kind of row, that lie close to it."""
    if claim.figure.unit == "%":
        return
    for table in tables:
        if (
            claim.years
            and table.periods
            and not claim.years & table.periods
            and not cites(claim, table)
        ):
            continue
        for whole in table.wholes:
            certainty = sure_of_whole(claim, table, whole)
            if certainty > 0.2:
                said = f"{table.grid.table.place.capitalize()} makes {whole.value:,f} ({whole.says}), not {claim.figure.text.strip()}."
                yield slip(claim, said, certainty, whole.value)


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
    certainty += 0.0 if near else 0.05
    certainty -= 0.3 if ELSEWHERE.search(claim.sentence) or whole.value < 20 else 0.0
    return max(0.0, min(certainty, 0.9))


def speaks_of_total(claim: Claim, table: TableFacts, whole: Whole) -> bool:
    """Whether a figure farther off is still meant for the table's total: it stands by it and is like it."""
    like = Decimal("0.5") < claim.figure.value / max(whole.value, Decimal(1)) < 2
    beside = close_by(claim, table) or cites(claim, table)
    return (
        like
        and beside
        and "total" in whole.says.lower()
        and bool(ALTOGETHER.search(claim.sentence))
    )


def apart(claim: Claim, value: Decimal) -> Decimal:
    return abs(claim.figure.value - value) / max(abs(value), Decimal(1))


def same_digits(claim: Claim, value: Decimal) -> bool:
    """Two digits changed places: 1,254 for 1,245."""
    said, meant = str(claim.figure.value.normalize()), str(value.normalize())
    return (
        len(said) > 1
        and said != meant
        and sorted(said) == sorted(meant)
        and sum(a != b for a, b in zip(said, meant, strict=True)) == 2
    )


def close_by(claim: Claim, table: TableFacts) -> bool:
    return abs(claim.at - table.at) <= NEXT_TO


def cites(claim: Claim, table: TableFacts) -> bool:
    named = {
        f"{kind.lower()} {number.lower()}"
        for kind, number in table_facts.NAMED.findall(claim.sentence)
    }
    return bool(named & table.names)


def slip(claim: Claim, said: str, certainty: float, expected: Decimal) -> Slip:
    quote = shortened(claim.sentence[max(0, claim.figure.start - 90) : claim.figure.end + 60])
    return Slip(
        KIND,
        claim.place,
        quote,
        said,
        certainty,
        expected=expected,
        found=claim.figure.value,
        at=claim.at,
    )
