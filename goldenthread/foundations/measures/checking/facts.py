"""The current figures of one partnership, laid out so that totals and their lines can be found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from goldenthread.kernel.periods import Period


@dataclass(frozen=True)
class Fact:
    """One current figure, as the checks need it; `id` is that of its observation."""

    id: int
    code: str
    name: str
    basis: str
    unit: str
    lines_add_up: bool
    area: str
    period: Period
    standing: str
    breakdown: str
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    details: dict[str, str] = field(default_factory=dict)


@dataclass
class Account:
    """The figures of one measure for one area and period: its whole, its subtotals, its lines."""

    whole: Fact | None = None
    subtotals: list[Fact] = field(default_factory=list)
    lines: list[Fact] = field(default_factory=list)

    def add(self, fact: Fact) -> None:
        if fact.standing == "whole":
            self.whole = fact
        else:
            (self.lines if fact.standing == "line" else self.subtotals).append(fact)

    @property
    def total(self) -> Decimal | None:
        """The published whole, else what the lines make; none where neither can be said."""
        if self.whole and self.whole.value is not None:
            return self.whole.value
        return added(self.lines)


Key = tuple[str, str, Period]


class Accounts:
    def __init__(self, facts: Iterable[Fact]) -> None:
        self.by_key: dict[Key, Account] = {}
        for fact in facts:
            key = (fact.code, fact.area, fact.period)
            self.by_key.setdefault(key, Account()).add(fact)

    def of(self, code: str) -> Iterator[tuple[Key, Account]]:
        return ((key, account) for key, account in self.by_key.items() if key[0] == code)

    def beside(self, key: Key, code: str) -> Account:
        """The account of another measure for the same area and period."""
        return self.by_key.get((code, key[1], key[2]), Account())


def added(lines: Iterable[Fact]) -> Decimal | None:
    """The sum of the lines; none where there are none or one of them is withheld."""
    values = [line.value for line in lines]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None
