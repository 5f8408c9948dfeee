"""The last look before anything is published: what is not proved safe here is not published.

A number is proved safe by two sets of numbers that a reader cannot tell from the true ones: both make
every sum, both agree with all that is printed, and between them this number has the room that the rule
asks for. Each is laid against the printed cells here, number by number and sum by sum, whoever found
them and however; so a mistake in the search can cost a refusal, never a secret.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.engine.disclosure.cannot import CannotPublishTogether
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.sums import Key, Sum
from goldenthread.engine.disclosure.table import Cell, Count


@dataclass(frozen=True)
class Rest:
    """What the sum at this place among the sums leaves unsaid."""

    sum: int

    def __str__(self) -> str:
        return "what one total leaves to be taken away"


@dataclass(frozen=True)
class Proof:
    """Of one number: the least it is required to reach down to (None: anything), and two sets of
    numbers by their keys. A number that is not in a set is there what it truly is."""

    floor: int | None
    low: Mapping[Key, int]
    high: Mapping[Key, int]


@dataclass(frozen=True)
class Publication:
    """All that is about to be printed, and what is known of it."""

    counts: Mapping[Key, Count]
    sums: Sequence[Sum]
    cells: Mapping[Key, Cell]
    rule: Rule

    def assure(self, proofs: Mapping[Key | Rest, Proof]) -> None:
        """Raises CannotPublishTogether unless there is a good proof for each number that needs one."""
        wanted = list(self.to_be_proved())
        if bad := [one for one in wanted if one not in proofs or not self.proves(one, proofs[one])]:
            raise CannotPublishTogether(self.rule, bad)

    def to_be_proved(self) -> Iterator[Key | Rest]:
        """What is withheld, and what is small and printed nowhere."""
        for key, count in self.counts.items():
            small = isinstance(count, int) and self.rule.is_small(count)
            if small or (key in self.cells and self.cells[key].is_withheld):
                yield key
        for n, one in enumerate(self.sums):
            if self.rule.is_small(abs(self.rest(one, {}))):
                yield Rest(n)

    def proves(self, key: Key | Rest, proof: Proof) -> bool:
        if key in self.cells and not self.cells[key].is_withheld:
            return False
        if not (self.is_believable(proof.low) and self.is_believable(proof.high)):
            return False
        low, high = self.value(key, proof.low), self.value(key, proof.high)
        if high - low < max(self.rule.threshold - 1, 1):
            return False
        return proof.floor is None or (low <= proof.floor and high >= self.rule.threshold)

    def value(self, key: Key | Rest, numbers: Mapping[Key, int]) -> int:
        if isinstance(key, Rest):
            return abs(self.rest(self.sums[key.sum], numbers))
        count = self.counts[key]
        return numbers.get(key, count if isinstance(count, int) else 0)

    def is_believable(self, numbers: Mapping[Key, int]) -> bool:
        """Whether a reader could think these the true numbers."""
        fits = all(self.fits(key, count) for key, count in numbers.items())
        return fits and all(self.holds(one, numbers) for one in self.sums)

    def fits(self, key: Key, count: int) -> bool:
        cell = self.cells.get(key)
        if cell is None:
            return count >= 0
        return cell.lowest <= count and (cell.highest is None or count <= cell.highest)

    def holds(self, one: Sum, numbers: Mapping[Key, int]) -> bool:
        """Whether nothing is left over where nothing truly is, and else no less than nothing."""
        true, rest = self.rest(one, {}), self.rest(one, numbers)
        if true < 0:
            return rest <= 0
        return rest >= 0 if true or not one.complete else rest == 0

    def rest(self, one: Sum, numbers: Mapping[Key, int]) -> int:
        return self.value(one.whole, numbers) - sum(self.value(part, numbers) for part in one.parts)
