"""Small numbers withheld over tables that are published together, however their numbers hang together.

Where no number stands in more than two sums, `sums.py` does so exactly. Elsewhere (a table by age, sex
and quarter with all of its margins) a number is held to be safe only when other numbers have been
found that fit everything shown, and give it the room that the rule asks for (`protection.py`); until
then more is withheld. What is found is laid against what is to be printed (`assurance.py`), and if it
does not prove every number safe, nothing is published at all.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.engine.disclosure import apart, sums
from goldenthread.engine.disclosure.assurance import Proof, Publication, Rest
from goldenthread.engine.disclosure.numbers import Numbers
from goldenthread.engine.disclosure.protection import Others, Protection
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.sums import Key, NotANetwork, Sum
from goldenthread.engine.disclosure.table import Cell, Count
from goldenthread.engine.disclosure.ways import Patience

PATIENCE = 200_000
"""How many beginnings of ways are looked at for one publication, to protect its numbers; and as many
again to show what need not be withheld. Where sums have forty parts that is about a minute, the most
we have seen; commonly it is under one second. The limit is in steps, not seconds, so that the same
tables are published alike on any machine."""


def withhold_linked(
    counts: Mapping[Key, Count],
    linked: Iterable[Sum],
    rule: Rule,
    *,
    unpublished: Collection[Key] = (),
    also: Collection[Key] = (),
    patience: int = PATIENCE,
) -> dict[Key, Cell]:
    """Each published number as the rule's audience may see it. Those in `also` are withheld whatever
    they are.

    `linked` must name every sum that a reader can make of what is published: parts of a whole, quarters
    of a year, a group within a larger one (`complete=False`). What is not named is not guarded.
    `unpublished` are numbers that are in the sums but shown to nobody, such as the single cells of
    which only margins are published: a reader knows of them that they are not below nought, and may
    not work them out where they are small. Raises CannotPublishTogether where no proof was found that
    nothing can be worked out, whatever is withheld.
    """
    known = sums.known_of(linked, counts)
    looks, spare = Patience(patience), Patience(patience)
    found: dict[Key, Cell] = {}
    for numbers, bound in apart.apart(counts, known):
        group = Group(numbers, bound, rule, set(unpublished) & numbers.keys(), set(also))
        found |= group.withheld(looks, spare)
    return {key: found[key] for key in counts if key in found}


@dataclass(frozen=True)
class Group:
    """Numbers that hang together, to be published at once or not at all."""

    counts: Mapping[Key, Count]
    sums: Sequence[Sum]
    rule: Rule
    unpublished: Collection[Key]
    also: Collection[Key]

    def withheld(self, patience: Patience, spare: Patience) -> dict[Key, Cell]:
        if not self.unpublished:
            try:
                return sums.withhold_sums(self.counts, self.sums, self.rule, also=self.also_here())
            except NotANetwork:
                pass
        numbers = Numbers.of(self.counts, self.sums, self.rule, self.unpublished)
        work = Protection(numbers, patience, spare)
        work.withhold(n for n, key in enumerate(self.counts) if key in self.also)
        work.protect_all()
        work.give_back()
        printed = numbers.published()
        about_to_print = Publication(self.counts, self.sums, printed, self.rule)
        about_to_print.assure(proofs_of(work))
        return printed

    def also_here(self) -> list[Key]:
        return [key for key in self.counts if key in self.also]


def proofs_of(work: Protection) -> dict[Key | Rest, Proof]:
    """The proofs that were found, by what they prove."""
    numbers = work.numbers
    names: list[Key | Rest] = [*numbers.keys, *(Rest(n) for n in numbers.rests)]
    return {
        names[n]: Proof(
            max(1, numbers.least[n]) if numbers.is_small(n) else None,
            by_key(work.lows[n], numbers.keys),
            by_key(work.highs[n], numbers.keys),
        )
        for n in numbers.to_protect()
    }


def by_key(others: Others, keys: Sequence[Key]) -> dict[Key, int]:
    """The rests follow from the others."""
    return {keys[n]: count for n, count in others.items() if n < len(keys)}
