"""Ways in which numbers bound by any sums could be others: each a step of one size, up or down, for
some of them, after which every sum still holds.

A way is looked for best first, by what the reader would lose if the numbers on it had to be withheld.
One that is found is a proof that whoever knows the sums cannot tell; that none is found proves
nothing, and the numbers around are then withheld until one is.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

Price = Callable[[int, int], float]
"""What it costs to move a number (by its place) up (1) or down (-1); infinite where it cannot be."""
PER_STEP, PER_SUM, PER_SUM_IN_HASTE = 0.01, 0.15, 10.0
FURTHEST = 40
"""How many numbers a way may move."""


@dataclass
class Equations:
    """Every sum as the places of its numbers, parts counted in and wholes out."""

    of_sum: list[dict[int, int]]
    of_place: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for n, one in enumerate(self.of_sum):
            for place, sign in one.items():
                self.of_place.setdefault(place, []).append((n, sign))


@dataclass
class Patience:
    """How many beginnings may still be looked at in all, so that no publication takes for ever."""

    left: int

    def at_most(self, most: int) -> Iterator[int]:
        for look in range(most):
            if self.left <= 0:
                return
            self.left -= 1
            yield look


@dataclass(frozen=True)
class Begun:
    """A way so far: which places it moves, and by how much which sums are out."""

    moved: Mapping[int, int]
    out: Mapping[int, int]
    cost: float

    def with_move(self, place: int, step: int, price: float, equations: Equations) -> "Begun":
        out = dict(self.out)
        for n, sign in equations.of_place.get(place, ()):
            out[n] = out.get(n, 0) + sign * step
            if not out[n]:
                del out[n]
        return Begun({**self.moved, place: step}, out, self.cost + price + PER_STEP)

    def hope(self, per_sum: float) -> float:
        """The cost so far, and a guess at what mending the sums that are out will cost."""
        return self.cost + per_sum * sum(map(abs, self.out.values()))


def way(
    equations: Equations, place: int, step: int, price: Price, *, most: int, patience: Patience
) -> dict[int, int] | None:
    """The steps (place: 1 or -1) of a way that moves `place` by `step`: a cheap one among the first
    `most` looked at, else the first that a hasty search comes upon; None if none was found before
    `patience` ran out."""
    for per_sum in (PER_SUM, PER_SUM_IN_HASTE):
        if found := searched(equations, place, step, price, per_sum, patience.at_most(most)):
            return found
    return None


def searched(
    equations: Equations, place: int, step: int, price: Price, per_sum: float, looks: Iterator[int]
) -> dict[int, int] | None:
    first = Begun({}, {}, 0.0).with_move(place, step, 0.0, equations)
    heap, seen, serial = [(first.hope(per_sum), 0, first)], set[frozenset[tuple[int, int]]](), 0
    for _ in looks:
        if not heap:
            return None
        begun = heappop(heap)[2]
        if not begun.out:
            return dict(begun.moved)
        for further in onward(begun, price, equations):
            steps = frozenset(further.moved.items())
            if steps not in seen:
                seen.add(steps)
                serial += 1
                heappush(heap, (further.hope(per_sum), serial, further))
    return None


def onward(begun: Begun, price: Price, equations: Equations) -> Iterator[Begun]:
    """The way with one more number moved, to mend the smallest sum that is out."""
    if len(begun.moved) >= FURTHEST:
        return
    worst = min(begun.out, key=lambda n: (len(equations.of_sum[n]), n))
    for place, sign in equations.of_sum[worst].items():
        step = -sign if begun.out[worst] > 0 else sign
        if place not in begun.moved and (cost := price(place, step)) != float("inf"):
            yield begun.with_move(place, step, cost, equations)
