"""Figures that sentences state, and how they compare with what a table says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from goldenthread.engine.proof.checks import balances, table_facts
from goldenthread.engine.proof.checks.table_facts import TableFacts
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.language import sentences, words
from goldenthread.engine.proof.language.figures import Figure, figures
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
THINGS = re.compile(r"\s+(?:[a-z-]+\s+)?(?:people|children|staff|[a-z]+s)\b")
STATED = re.compile(
    r"([\w ’'-]+?)\s*(?::|\b(?:was|were|is|are|came to|totalled|stood at))\s*$", re.IGNORECASE
)
NEXT_TO = 4
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
    def rough(self) -> bool:
        """'About 400' and 'over 400' do not claim to be exact."""
        return bool(ROUGHLY.search(self.sentence[: self.figure.start]))

    @cached_property
    def matter(self) -> frozenset[str]:
        return words.matter(self.sentence)

    @cached_property
    def noun(self) -> frozenset[str]:
        """What is counted: the words just after the figure, or those before 'was' or a colon."""
        before, after = self.sentence[: self.figure.start], self.sentence[self.figure.end :]
        counted = after.split(".")[0].split()[:4]
        if match := STATED.search(before[-80:]):
            counted += match[1].split()[-6:]
        return words.matter(" ".join(counted))

    @cached_property
    def beside(self) -> frozenset[Decimal]:
        """The other figures of the sentence."""
        return frozenset(figure.value for figure in figures(self.sentence))

    @cached_property
    def named(self) -> frozenset[str]:
        """Tables and appendices that the sentence cites."""
        cited = table_facts.NAMED.findall(self.sentence)
        return frozenset(f"{kind.lower()} {number.lower()}" for kind, number in cited)

    @cached_property
    def years(self) -> frozenset[str]:
        return table_facts.periods(self.sentence)


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
    heads_a_list = not before.strip(" (-•") and not THINGS.match(after)
    if heads_a_list or balances.GAP_BEFORE.search(before) or balances.GAP_AFTER.search(after):
        return False
    return (
        len(sentence) > 20
        and not figure.scaled
        and (figure.value >= SMALLEST or figure.unit == "£")
    )


def apart(claim: Claim, value: Decimal) -> Decimal:
    return abs(claim.figure.value - value) / max(abs(value), Decimal(1))


def digits(value: Decimal) -> str:
    return "".join(sorted(str(value.normalize())))


def rounds(claim: Claim, value: Decimal) -> bool:
    """Whether the sentence only rounds the table's figure: 63% for 62.5%, 1,400 for 1,402."""
    step = Decimal(10) ** -claim.figure.decimals
    if abs(claim.figure.value - value) <= step / 2 and value != value.quantize(step):
        return True
    hundreds = claim.figure.value % 100 == 0 and apart(claim, value) <= Decimal("0.01")
    return hundreds and abs(claim.figure.value - value) <= 50


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
    return bool(claim.named & table.names)


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
