"""Over- and underspends, surpluses and shortfalls that income and spending do not leave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.engine.proof.document import Document, Passage
from goldenthread.engine.proof.grid import Grid
from goldenthread.engine.proof.language import sentences
from goldenthread.engine.proof.language.figures import Figure, figures
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "difference"
GAP = (
    r"over-?\s?spen[dt]|under-?\s?spen[dt]|surplus|deficit|shortfall|balance|left over|left unspent"
)
GAP_BEFORE = re.compile(
    rf"\b({GAP})\b(?:\s+\w+){{0,3}}?(?:\s+(?:of|was|is|by|at|stood at|came to|comes to|amounted to)|\s*[:=(])\s*(?:just |only |about |some )?$",
    re.IGNORECASE,
)
GAP_AFTER = re.compile(rf"^\s+(?:\w+\s+)?({GAP})\b", re.IGNORECASE)
INCOME = re.compile(
    r"\b(?:income|funding|contributions?|budget(?:ed)?|received|allocat\w+|grants?|raised)\b",
    re.IGNORECASE,
)
SPENDING = re.compile(
    r"\b(?:expenditure|expenses|spend|spent|spending|outgoings|paid out|costs?|outturn)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:total|overall|altogether|in all|income from partners|whole|annual|yearly|actual)\b",
    re.IGNORECASE,
)
OVER = re.compile(r"over|deficit|shortfall", re.IGNORECASE)
PENCE = Decimal(1)


@dataclass(frozen=True)
class Sum:
    """Income or spending as a whole, as stated or as its lines add up; `at` says whereabouts."""

    value: Decimal
    spending: bool
    words: str
    at: int
    sentence: int = -1


@dataclass(frozen=True)
class Gap:
    figure: Figure
    word: str
    sentence: str
    number: int
    place: str
    at: int


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    found = list(gaps(document))
    sums = [*from_sentences(document), *from_tables(document)] if found else []
    for gap in found:
        slip = judged(gap, sums)
        if slip:
            yield slip


def gaps(document: Document) -> Iterator[Gap]:
    for at, passage in document.passages():
        for number, sentence in enumerate(sentences.split(passage.text)):
            for figure in money(sentence):
                before = GAP_BEFORE.search(sentence[: figure.start])
                word = before or GAP_AFTER.search(sentence[figure.end :])
                if word and "forward" not in sentence[max(0, figure.start - 60) : figure.end + 30]:
                    yield Gap(figure, word[1], sentence, number, passage.place, at)


def money(sentence: str) -> list[Figure]:
    return [figure for figure in figures(sentence) if figure.unit == "£"]


def from_sentences(document: Document) -> Iterator[Sum]:
    """'income of £298,544', 'we spent £321,522'."""
    for at, passage in document.passages():
        for number, sentence in enumerate(sentences.split(passage.text)):
            end = 0
            for figure in money(sentence):
                words = sentence[end : figure.start][-70:]
                end = figure.end
                kind = kind_of(words)
                if kind is not None and not re.search(GAP, words, re.IGNORECASE):
                    yield Sum(figure.value, kind, words, at, number)


def kind_of(words: str) -> bool | None:
    """True for spending, False for income, by the word that stands last; None for neither."""
    income = max((m.start() for m in INCOME.finditer(words)), default=-1)
    spending = max((m.start() for m in SPENDING.finditer(words)), default=-1)
    return None if income == spending else spending > income


def from_tables(document: Document) -> Iterator[Sum]:
    """Totals in tables, and what a list headed 'Income' or 'Expenses' adds up to."""
    for at, table in document.tables():
        grid = Grid(table)
        column = money_column(grid)
        if column is None:
            continue
        totals = [row for row in grid.rows if row.is_total and row.value(column) is not None]
        for row in totals:
            kind = kind_of(f"{grid.title} {row.label}")
            if kind is not None:
                yield Sum(row.value(column) or Decimal(0), kind, row.label, at)
        kind = kind_of(grid.title or heading_before(document, at))
        if not totals and kind is not None and len(grid.rows) > 1:
            lines = [row.value(column) or Decimal(0) for row in grid.rows]
            yield Sum(sum(lines, Decimal(0)), kind, f"the {len(lines)} lines of {table.place}", at)


def heading_before(document: Document, at: int) -> str:
    block = document.blocks[at - 1] if at else None
    return block.text if isinstance(block, Passage) and len(block.text) <= 80 else ""


def money_column(grid: Grid) -> int | None:
    pounds = [
        c
        for c in grid.amount_columns
        if "£" in grid.columns[c]
        or any(
            (a := row.cells[c].amount) and (a.unit == "£" or a.decimals == 2) for row in grid.rows
        )
    ]
    return (
        pounds[0]
        if len(pounds) == 1
        or pounds
        and not any("budget" in grid.columns[c].lower() for c in pounds)
        else None
    )


def judged(gap: Gap, sums: list[Sum]) -> Slip | None:
    """A slip if no income and spending of the document leave this gap."""
    pairs = [(i, s) for i in sums if not i.spending for s in sums if s.spending]
    if (
        any(abs(abs(i.value - s.value) - gap.figure.value) <= slack(gap) for i, s in pairs)
        or not pairs
    ):
        return wrong_side(gap, pairs)
    income, spending = min(
        pairs,
        key=lambda pair: (
            remoteness(gap, pair),
            abs(abs(pair[0].value - pair[1].value) - gap.figure.value),
        ),
    )
    expected = abs(income.value - spending.value)
    far = abs(expected - gap.figure.value) / max(gap.figure.value, PENCE)
    said = (
        f"Income of £{income.value:,f} and spending of £{spending.value:,f} leave £{expected:,f},"
        f" not {gap.figure.text.strip()}."
    )
    certainty = sureness(remoteness(gap, (income, spending)), far)
    return Slip(
        KIND,
        gap.place,
        shortened(gap.sentence),
        said,
        certainty,
        expected=expected,
        found=gap.figure.value,
        at=gap.at,
    )


def slack(gap: Gap) -> Decimal:
    return Decimal(50_000) if gap.figure.scaled else PENCE


def remoteness(gap: Gap, pair: tuple[Sum, Sum]) -> int:
    """0 within the sentence, 1 within the passage, 2 close by, 3 elsewhere."""
    if all(s.at == gap.at and s.sentence == gap.number for s in pair):
        return 0
    if all(s.at == gap.at for s in pair):
        return 1
    return 2 if all(abs(s.at - gap.at) <= 12 for s in pair) else 3


def sureness(remote: int, far: Decimal) -> float:
    near = far < Decimal("0.3")
    return (0.93, 0.88, 0.85 if near else 0.5, 0.75 if near else 0.3)[remote]


def wrong_side(gap: Gap, pairs: list[tuple[Sum, Sum]]) -> Slip | None:
    """An 'overspend' where the income was the greater, or the reverse."""
    exact = [
        (i, s) for i, s in pairs if abs(i.value - s.value) == gap.figure.value and gap.figure.value
    ]
    if not exact or re.search("balance|left", gap.word, re.IGNORECASE):
        return None
    over = bool(OVER.search(gap.word))
    if any((s.value > i.value) == over for i, s in exact):
        return None
    income, spending = exact[0]
    said = f"Income was £{income.value:,f} and spending £{spending.value:,f}: that is not “{gap.word}”."
    return Slip(KIND, gap.place, shortened(gap.sentence), said, 0.85, at=gap.at)
