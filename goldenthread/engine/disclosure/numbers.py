"""Numbers bound by sums: what they are, what a reader is told of each, and which are withheld.

Beside the numbers that are shown or withheld stand those that nobody prints and anyone may work out:
the single cells beneath margins, and what a sum leaves unsaid (the rest that its parts do not make,
which is also the difference between two groups of which one lies within the other).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from goldenthread.engine.disclosure import cells
from goldenthread.engine.disclosure.network import ENDLESS
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.secondary import PRICE_OF_TOTAL
from goldenthread.engine.disclosure.sums import Key, Sum
from goldenthread.engine.disclosure.table import Cell, Count, Why
from goldenthread.engine.disclosure.ways import Equations

ROUNDS = 20
"""How often the least that each number can be is worked out from its neighbours'. Fewer rounds find
it lower than it is, and then more is asked of what is published, never less."""


@dataclass
class Numbers:
    """The numbers by their places. Those after the keys are the rests of sums."""

    rule: Rule
    keys: list[Key]
    unpublished: Collection[Key]
    equations: Equations
    true: list[int]
    shown: list[Cell]
    bounds: list[tuple[int, int]]
    worth: list[float]
    why: dict[int, Why] = field(default_factory=dict)
    guarded: set[int] = field(default_factory=set)  # small, and printed nowhere
    least: list[int] = field(default_factory=list)  # if all were withheld that may be
    rests: list[int] = field(default_factory=list)  # of which sums they are

    @classmethod
    def of(
        cls,
        counts: Mapping[Key, Count],
        known: Collection[Sum],
        rule: Rule,
        unpublished: Collection[Key],
    ) -> "Numbers":
        wholes = {one.whole for one in known}
        true = [count if isinstance(count, int) else 0 for count in counts.values()]
        shown = [cells.cell_shown(count, rule) for count in counts.values()]
        worth = [worth_of(n, key in wholes) for key, n in zip(counts, true, strict=True)]
        bounds = [
            (0, ENDLESS) if key in unpublished else cells.bounds(cell)
            for key, cell in zip(counts, shown, strict=True)
        ]
        made = cls(rule, list(counts), unpublished, Equations([]), true, shown, bounds, worth)
        made.equations = made.with_rests(known)
        made.withhold_small()
        made.least = made.least_of_all()
        return made

    def with_rests(self, known: Collection[Sum]) -> Equations:
        """Each sum as an equation: parts counted in, the whole out, and what is left on its own side."""
        place, of_sum = {key: n for n, key in enumerate(self.keys)}, []
        for which, one in enumerate(known):
            signs = {**{place[part]: 1 for part in one.parts}, place[one.whole]: -1}
            rest = -sum(sign * self.true[n] for n, sign in signs.items())
            if rest or not one.complete:
                signs[len(self.true)] = -1 if rest < 0 else 1
                self.true.append(abs(rest))
                self.bounds.append((0, ENDLESS))
                self.worth.append(0.0)
                self.rests.append(which)
            of_sum.append(signs)
        return Equations(of_sum)

    def withhold_small(self) -> None:
        for n, count in enumerate(self.true):
            if self.rule.is_small(count):
                if self.is_printed(n):
                    self.hide(n, Why.PRIMARY)
                else:
                    self.guarded.add(n)

    def is_printed(self, n: int) -> bool:
        return n < len(self.keys) and self.keys[n] not in self.unpublished

    def may_hide(self, n: int) -> bool:
        """A true nought is always shown, and where there is no count there is nothing to withhold."""
        return self.is_printed(n) and self.true[n] > 0 and n not in self.why

    def to_protect(self) -> list[int]:
        """Every number with a claim to its room, the greatest first."""
        return sorted({*self.why, *self.guarded}, key=lambda n: (-self.true[n], n))

    def hide(self, n: int, why: Why) -> None:
        self.why[n] = why
        self.bounds[n] = (min(self.bounds[n][0], 1), ENDLESS)

    def show(self, n: int) -> None:
        del self.why[n]
        self.bounds[n] = cells.bounds(self.shown[n])

    def cell(self, n: int) -> Cell:
        if n in self.why:
            return Cell(self.rule.withheld, 1, None, self.why[n])
        return self.shown[n]

    def published(self) -> dict[Key, Cell]:
        return {key: self.cell(n) for n, key in enumerate(self.keys) if self.is_printed(n)}

    def is_small(self, n: int) -> bool:
        return n in self.guarded or self.why.get(n) is Why.PRIMARY

    def is_roomy(self, n: int, low: int, high: int) -> bool:
        """Whether being anything from `low` to `high` gives this number the room the rule asks for.

        A small one must be able to be anything from 1 (or the least it could be if all were withheld)
        to the threshold; every one must have as wide a range, wherever it lies.
        """
        if high - low < self.width:
            return False
        floor = max(1, self.least[n])
        return not self.is_small(n) or (low <= floor and high >= self.rule.threshold)

    @property
    def width(self) -> int:
        return max(self.rule.threshold - 1, 1)

    def rings(self, n: int) -> Iterator[set[int]]:
        """The numbers that share a sum with this one, then those that share one with them, …"""
        inside, edge = {n}, {n}
        while edge:
            sums_at = {s for place in edge for s, _ in self.equations.of_place.get(place, ())}
            edge = {place for s in sums_at for place in self.equations.of_sum[s]} - inside
            inside |= edge
            yield edge

    def least_of_all(self) -> list[int]:
        """The least that each number could be, were all withheld that may be: a whole at least what
        its parts are at least."""
        least = [int(self.is_printed(n) and count > 0) for n, count in enumerate(self.true)]
        for _ in range(ROUNDS):
            before = list(least)
            for signs in self.equations.of_sum:
                self.raise_by(signs, least)
            if least == before:
                break
        return least

    def raise_by(self, signs: Mapping[int, int], least: list[int]) -> None:
        """A number that stands alone on its side of a sum is at least what the other side is."""
        for side in (1, -1):
            alone = [n for n, sign in signs.items() if sign == side and not self.is_nought(n)]
            if len(alone) == 1:
                across = sum(least[n] for n, sign in signs.items() if sign != side)
                least[alone[0]] = max(least[alone[0]], across)

    def is_nought(self, n: int) -> bool:
        """Whether a reader knows it for nought."""
        return self.is_printed(n) and not self.true[n]


def worth_of(count: int, is_whole: bool) -> float:
    """What a reader loses with a number: a total is worth more than one of its parts."""
    return (PRICE_OF_TOTAL if is_whole else 1.0) + count / ENDLESS
