"""Small numbers withheld over tables that are published together, however their numbers hang together.

Where no number stands in more than two sums, `sums.py` does so exactly. Elsewhere (a table by age, sex
and quarter with all of its margins) a number is held to be safe only when other numbers have been
found that fit everything shown, and give it the room that the rule asks for (`ways.py`); until then
more is withheld. So nothing is safe by omission, and what it costs is cells, never secrets.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from goldenthread.engine.disclosure import cells, sums, ways
from goldenthread.engine.disclosure.network import ENDLESS
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.secondary import PRICE_OF_TOTAL
from goldenthread.engine.disclosure.sums import Key, NotANetwork, Sum
from goldenthread.engine.disclosure.table import Cell, Count, Why
from goldenthread.engine.disclosure.ways import Equations

TRIED, TRIED_AGAIN = 3000, 600
"""How many beginnings of a way are looked at: to protect a number, and to give one back."""


def withhold_linked(
    counts: Mapping[Key, Count],
    linked: Iterable[Sum],
    rule: Rule,
    *,
    unpublished: Collection[Key] = (),
    also: Collection[Key] = (),
) -> dict[Key, Cell]:
    """Each published number as the rule's audience may see it. Those in `also` are withheld whatever
    they are.

    `unpublished` are numbers that are in the sums but shown to nobody, such as the single cells of
    which only margins are published: a reader knows of them that they are not below nought.
    """
    known = sums.known_of(linked, counts)
    if not unpublished:
        try:
            return sums.withhold_sums(counts, known, rule, also=also)
        except NotANetwork:
            pass
    work = Work.of(counts, known, rule, unpublished)
    for n, key in enumerate(counts):
        if key in also and work.true[n] and n not in work.why:
            work.hide(n, Why.SECONDARY)
            work.kept_hidden.add(n)
    work.protect_all()
    work.give_back()
    return {key: work.cell(n) for n, key in enumerate(counts) if key not in unpublished}


@dataclass
class Work:
    """The numbers by their places: what they are, what a reader could think them, what is withheld."""

    rule: Rule
    equations: Equations
    true: list[int]
    shown: list[Cell]
    bounds: list[tuple[int, int]]
    worth: list[float]
    why: dict[int, Why] = field(default_factory=dict)
    kept_hidden: set[int] = field(default_factory=set)  # whatever it would be to show them
    needs: dict[int, tuple[int, int]] = field(default_factory=dict)  # fall and rise that can be had
    leans: dict[int, set[int]] = field(default_factory=dict)  # on which numbers a proof rests

    @classmethod
    def of(
        cls,
        counts: Mapping[Key, Count],
        known: Collection[Sum],
        rule: Rule,
        unpublished: Collection[Key],
    ) -> "Work":
        place = {key: n for n, key in enumerate(counts)}
        true = [count if isinstance(count, int) else 0 for count in counts.values()]
        shown = [cells.cell_shown(count, rule) for count in counts.values()]
        bounds = [(0, ENDLESS) if key in unpublished else cells.bounds(shown[place[key]]) for key in counts]  # fmt: skip
        wholes = {one.whole for one in known}
        worth = [worth_of(true[n], key in wholes) for n, key in enumerate(counts)]
        lines = []
        for one in known:
            parts = [place[part] for part in one.parts]
            rest = true[place[one.whole]] - sum(true[n] for n in parts)
            if rest or not one.complete:
                parts.append(len(true))
                true.append(rest)
                bounds.append((0, ENDLESS))
                worth.append(0.0)
            lines.append((place[one.whole], parts))
        work = cls(rule, ways.equations_of(lines), true, shown, bounds, worth)
        for n, key in enumerate(counts):
            if key not in unpublished and rule.is_small(true[n]):
                work.hide(n, Why.PRIMARY)
        return work

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

    def protect_all(self) -> None:
        """Withhold until each withheld number has its room; those newly withheld have their turn."""
        waiting = sorted(self.why, key=lambda n: -self.true[n])
        done: set[int] = set()
        while waiting:
            n = waiting.pop(0)
            if n not in done:
                done.add(n)
                self.needs[n] = self.protect(n)
                waiting += [other for other in self.why if other not in done]

    def protect(self, n: int) -> tuple[int, int]:
        """Give a number its room: a small one from 1 to the threshold, another as wide a range
        wherever it lies. What could be had of it, downwards and upwards."""
        width = max(self.rule.threshold - 1, 1)
        if self.why[n] is Why.SECONDARY:
            down = self.room(n, -1, width, hiding=False, most=TRIED_AGAIN)
            up = self.room(n, 1, max(width - down, 0), hiding=False, most=TRIED_AGAIN)
            if down + up < width:
                up = self.room(n, 1, width - down, hiding=True)
            return min(down, width), max(min(up, width - down), 0)
        down = self.room(n, -1, self.true[n] - 1, hiding=True)
        wanted = max(self.rule.threshold - self.true[n], width - down)
        return down, self.room(n, 1, wanted, hiding=True)

    def room(self, n: int, step: int, amount: int, *, hiding: bool, most: int = TRIED) -> int:
        """How far a number can be moved, up to `amount`; withholding for it what must be, if `hiding`."""
        at, had, size = list(self.true), 0, amount
        while size > 0:
            price = Pricing(self, at, size, hiding)
            found = ways.way(self.equations, n, step, price, most=most)
            if found is None:
                size //= 2
                continue
            for place, way in found.items():
                if price.must_hide(place, way):
                    self.hide(place, Why.SECONDARY)
                at[place] += way * size
            self.leans.setdefault(n, set()).update(found)
            had += size
            size = min(size, amount - had)
        return had

    def is_safe(self, n: int) -> bool:
        down, up = self.needs[n]
        self.leans[n] = set()
        return all(
            self.room(n, step, amount, hiding=False, most=TRIED_AGAIN) >= amount
            for step, amount in ((-1, down), (1, up))
        )

    def give_back(self) -> None:
        """Show again, the dearest first, each number without which all others still have their room."""
        secondary = [
            n for n, why in self.why.items() if why is Why.SECONDARY and n not in self.kept_hidden
        ]
        for n in sorted(secondary, key=lambda n: -self.worth[n]):
            kept = {other: set(leans) for other, leans in self.leans.items()}
            self.show(n)
            resting = [other for other in self.why if n in self.leans.get(other, ())]
            if not all(map(self.is_safe, resting)):
                self.hide(n, Why.SECONDARY)
                self.leans = kept


@dataclass(frozen=True)
class Pricing:
    """What a step of one size costs from where the numbers now are."""

    work: Work
    at: list[int]
    size: int
    hiding: bool

    def __call__(self, n: int, step: int) -> float:
        low, high = self.work.bounds[n]
        if low <= self.at[n] + step * self.size <= high:
            return 0.0
        if not self.hiding or self.work.true[n] <= 0 or n in self.work.why:
            return float("inf")
        return self.work.worth[n] if self.at[n] + step * self.size >= 1 else float("inf")

    def must_hide(self, n: int, step: int) -> bool:
        return self(n, step) > 0


def worth_of(count: int, is_whole: bool) -> float:
    """What a reader loses with a number: a total is worth more than one of its parts."""
    return (PRICE_OF_TOTAL if is_whole else 1.0) + count / ENDLESS
