"""Withholding, until every number that needs room has a proof of it: other numbers that a reader must
think as likely as the true ones, in which it is low, and others in which it is high.

The search for them (`ways.py`) may fail where they are there to be found. Then everything around is
withheld, ring by ring, until they are found or there is nothing left to withhold.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from goldenthread.engine.disclosure import ways
from goldenthread.engine.disclosure.numbers import Numbers
from goldenthread.engine.disclosure.table import Why
from goldenthread.engine.disclosure.ways import Patience

TRIED, TRIED_AGAIN = 3000, 600
"""How many beginnings of a way are looked at: to protect a number, and to give one back."""

Others = dict[int, int]
"""Numbers that fit all that is shown: those that differ from the true ones, by their places."""


@dataclass
class Protection:
    """Withholding at work. `patience` is for protecting, `spare` for showing again what need not go."""

    numbers: Numbers
    patience: Patience
    spare: Patience
    lows: dict[int, Others] = field(default_factory=dict)
    highs: dict[int, Others] = field(default_factory=dict)
    kept_hidden: set[int] = field(default_factory=set)  # whatever it would be to show them

    def withhold(self, places: Iterable[int]) -> None:
        """Withhold these whatever they are."""
        for n in places:
            if self.numbers.may_hide(n):
                self.numbers.hide(n, Why.SECONDARY)
                self.kept_hidden.add(n)

    def protect_all(self) -> None:
        """Withhold until each number has its room; those newly withheld have their turn."""
        done: set[int] = set()
        while waiting := [n for n in self.numbers.to_protect() if n not in done]:
            done.add(waiting[0])
            self.protect(waiting[0])

    def protect(self, n: int) -> None:
        """Look for room among what is withheld, withhold what else a way needs, and at last all around."""
        self.prove(n, hiding=True)
        for ring in self.numbers.rings(n):
            if self.is_proven(n):
                return
            for other in filter(self.numbers.may_hide, ring):
                self.numbers.hide(other, Why.SECONDARY)
            self.prove(n, hiding=True)

    def is_proven(self, n: int) -> bool:
        return self.numbers.is_roomy(n, self.low(n), self.high(n))

    def low(self, n: int) -> int:
        return self.lows.get(n, {}).get(n, self.numbers.true[n])

    def high(self, n: int) -> int:
        return self.highs.get(n, {}).get(n, self.numbers.true[n])

    def prove(self, n: int, *, hiding: bool, most: int = TRIED) -> bool:
        """Find numbers in which this one is low and others in which it is high; whether both are so by
        as much as the rule asks for."""
        true, width, patience = self.numbers.true[n], self.numbers.width, self.patience
        if not hiding:
            patience = self.spare
        if self.numbers.is_small(n):
            down = true - max(1, self.numbers.least[n])
            self.lows[n] = self.moved(n, -1, down, hiding, most, patience)
            up = max(self.numbers.rule.threshold - true, width - (true - self.low(n)))
        else:
            self.lows[n] = self.moved(n, -1, width, False, TRIED_AGAIN, patience)
            up = width - (true - self.low(n))
        self.highs[n] = self.moved(n, 1, up, hiding, most, patience)
        if not self.is_proven(n):
            self.highs[n] = self.grown(n) or self.highs[n]
        return self.is_proven(n)

    def moved(
        self, n: int, step: int, amount: int, hiding: bool, most: int, patience: Patience
    ) -> Others:
        """Numbers in which this one is up to `amount` higher or lower, withholding for it what must be
        if `hiding`."""
        at, size, left = list(self.numbers.true), amount, amount
        while size > 0:
            price = Pricing(self.numbers, at, size, hiding)
            found = ways.way(self.numbers.equations, n, step, price, most=most, patience=patience)
            if found is None:
                size //= 2
                continue
            for place, way in found.items():
                if price.must_hide(place, way):
                    self.numbers.hide(place, Why.SECONDARY)
                at[place] += way * size
            left -= size
            size = min(size, left)
        return {k: x for k, x in enumerate(at) if x != self.numbers.true[k]}

    def grown(self, n: int) -> Others | None:
        """The true numbers, every one as many times over: they make the same sums, and fit wherever
        all that hang together are withheld."""
        rings = list(self.numbers.rings(n))
        times = self.numbers.width + self.numbers.rule.threshold + 1
        places = {n}.union(*rings)
        grown = {k: times * self.numbers.true[k] for k in places if self.numbers.true[k]}
        return grown if self.is_fitting(grown) else None

    def is_fitting(self, others: Others) -> bool:
        return all(
            low <= count <= high
            for (low, high), count in ((self.numbers.bounds[k], x) for k, x in others.items())
        )

    def give_back(self) -> None:
        """Show again, the dearest first, each number without which all others still have their room."""
        secondary = [
            n
            for n, why in self.numbers.why.items()
            if why is Why.SECONDARY and n not in self.kept_hidden
        ]
        for n in sorted(secondary, key=lambda n: -self.numbers.worth[n]):
            lows, highs = dict(self.lows), dict(self.highs)
            self.numbers.show(n)
            if not all(self.prove(k, hiding=False, most=TRIED_AGAIN) for k in self.shaken_by(n)):
                self.numbers.hide(n, Why.SECONDARY)
                self.lows, self.highs = lows, highs

    def shaken_by(self, n: int) -> list[int]:
        """The numbers whose proof does not fit what is now shown of this one."""
        low, high = self.numbers.bounds[n]
        true = self.numbers.true[n]
        return [
            k
            for k in self.numbers.to_protect()
            if any(not low <= found[k].get(n, true) <= high for found in (self.lows, self.highs))
        ]


@dataclass(frozen=True)
class Pricing:
    """What a step of one size costs from where the numbers now are."""

    numbers: Numbers
    at: list[int]
    size: int
    hiding: bool

    def __call__(self, n: int, step: int) -> float:
        low, high = self.numbers.bounds[n]
        after = self.at[n] + step * self.size
        if low <= after <= high:
            return 0.0
        if self.hiding and after >= 1 and self.numbers.may_hide(n):
            return self.numbers.worth[n]
        return float("inf")

    def must_hide(self, n: int, step: int) -> bool:
        return self(n, step) > 0
