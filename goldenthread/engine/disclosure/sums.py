"""Small numbers withheld over several sums at once, whatever tables their numbers stand in.

A total and its parts may be published as measures of their own, and a part may have parts. Each sum
is a node of one network, each number an edge between the sums that it stands in, so that nothing
withheld in one table can be worked out from another. What a sum does not name is taken as the rest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.engine.disclosure import cells
from goldenthread.engine.disclosure.cannot import CannotPublishTogether
from goldenthread.engine.disclosure.network import ENDLESS, GROUND, Edge, Network
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.secondary import Withholding
from goldenthread.engine.disclosure.table import Cell, Count, Place, Why

Key = Any  # whatever names a number, and can be kept in a set


class NotANetwork(ValueError):
    """A number stands in more than two sums, or the sums turn on each other: they cannot be judged."""


@dataclass(frozen=True)
class Sum:
    """`whole` is made of `parts`, and of nothing else if it is `complete`."""

    whole: Key
    parts: tuple[Key, ...]
    complete: bool = True


@dataclass(frozen=True)
class Totals:
    """Which places are totals, for the price of withholding them."""

    places: frozenset[Place]

    def is_total(self, place: Place) -> bool:
        return place in self.places


def withhold_sums(
    counts: Mapping[Key, Count], sums: Iterable[Sum], rule: Rule, *, also: Iterable[Key] = ()
) -> dict[Key, Cell]:
    """Each number as the rule's audience may see it. Those in `also` are withheld whatever they are.

    A sum whose whole is not known, or less than only some of its parts, tells nothing and is passed
    over. Raises NotANetwork, and CannotPublishTogether if in the end a number had not its room.
    """
    known = known_of(sums, counts)
    ends = _ends(known)
    place_of: dict[Key, Place] = {key: (n, 0) for n, key in enumerate(counts)}
    shown = {place_of[key]: cells.cell_shown(counts[key], rule) for key in counts}
    edges = [_edge(place_of[key], counts[key], shown[place_of[key]], ends[key]) for key in counts]
    edges += _rests(known, counts, ends, len(counts))
    work = _work(edges, shown, rule, frozenset(place_of[one.whole] for one in known))
    for place in {place_of[key] for key in also if counts[key]} - work.why.keys():
        work.hide(edges[place[0]], Why.SECONDARY)
        work.kept_hidden.add(place)
    work.protect_all()
    work.give_back()
    if unsafe := work.unsafe():
        names = [*counts, *(f"what “{one.whole}” leaves unsaid" for one in known)]
        raise CannotPublishTogether(rule, [names[n] for n, _ in unsafe])
    return {key: _cell(place_of[key], work) for key in counts}


def known_of(sums: Iterable[Sum], counts: Mapping[Key, Count]) -> list[Sum]:
    """The sums that tell something, each with those of its numbers that are known."""
    return [found for one in sums if (found := _known(one, counts))]


def _known(one: Sum, counts: Mapping[Key, Count]) -> Sum | None:
    """The sum with those of its parts that are known, or none if it tells nothing."""
    whole = counts.get(one.whole)
    parts = tuple(part for part in one.parts if isinstance(counts.get(part), int))
    if not isinstance(whole, int) or not parts:
        return None
    complete = one.complete and len(parts) == len(one.parts)
    if _total(parts, counts) > whole and not complete:
        return None
    return Sum(one.whole, parts, complete)


def _total(parts: Iterable[Key], counts: Mapping[Key, Count]) -> int:
    return sum(count for part in parts if isinstance(count := counts[part], int))


class _Ends(dict[Key, tuple[int, int]]):
    def __missing__(self, key: Key) -> tuple[int, int]:
        return GROUND, GROUND


def _ends(sums: Sequence[Sum]) -> _Ends:
    """Tail and head of every number: each sum counts its parts in and its whole out, or all turned."""
    standing: dict[Key, list[tuple[int, bool]]] = {}
    for node, one in enumerate(sums):
        for key, comes_in in ((one.whole, False), *((part, True) for part in one.parts)):
            standing.setdefault(key, []).append((node, comes_in))
    turned = _turned(len(sums), standing.values())
    ends = _Ends()
    for key, places in standing.items():
        heads = [node for node, comes_in in places if comes_in != turned[node]]
        tails = [node for node, comes_in in places if comes_in == turned[node]]
        ends[key] = (*tails, GROUND)[0], (*heads, GROUND)[0]
    return ends


def _turned(nodes: int, standing: Iterable[list[tuple[int, bool]]]) -> dict[int, bool]:
    """Which sums must be turned for every number to leave one and come into another."""
    beside: dict[int, list[tuple[int, bool]]] = {node: [] for node in range(nodes)}
    for places in standing:
        if len(places) > 2:
            raise NotANetwork("A number stands in more than two sums")
        if len(places) == 2:
            (first, comes_in), (second, too) = places
            beside[first].append((second, comes_in == too))
            beside[second].append((first, comes_in == too))
    turned: dict[int, bool] = {}
    for start in range(nodes):
        if start not in turned:
            turned[start] = False
            _turn_from(start, beside, turned)
    return turned


def _turn_from(
    start: int, beside: Mapping[int, Sequence[tuple[int, bool]]], turned: dict[int, bool]
) -> None:
    waiting = [start]
    for node in waiting:
        for other, differs in beside[node]:
            if other not in turned:
                turned[other] = turned[node] != differs
                waiting.append(other)
            elif turned[other] != (turned[node] != differs):
                raise NotANetwork("These sums turn on each other")


def _edge(place: Place, count: Count, shown: Cell, ends: tuple[int, int]) -> Edge:
    return Edge(place, *ends, count if isinstance(count, int) else 0, *cells.bounds(shown))


def _rests(
    sums: Sequence[Sum], counts: Mapping[Key, Count], ends: _Ends, first: int
) -> Iterator[Edge]:
    """What each sum leaves unsaid: a number that nobody is shown, from nought upwards. It stands with
    the whole where the parts make more than it, as they do where they overlap or it was not corrected.
    """
    for n, one in enumerate(sums):
        whole = counts[one.whole]
        assert isinstance(whole, int)
        rest = whole - _total(one.parts, counts)
        if rest or not one.complete:
            comes_in = (ends[one.whole][0] == n) == (rest >= 0)
            tail, head = (GROUND, n) if comes_in else (n, GROUND)
            yield Edge((first + n, 0), tail, head, abs(rest), 0, ENDLESS)


def _work(
    edges: list[Edge], shown: dict[Place, Cell], rule: Rule, totals: frozenset[Place]
) -> Withholding:
    work = Withholding(rule, Totals(totals), Network(edges), shown, cells.reach_of_all(edges))
    for edge in edges:
        if rule.is_small(edge.count):
            work.hide(edge, Why.PRIMARY)
    return work


def _cell(place: Place, work: Withholding) -> Cell:
    if place in work.why:
        return Cell(work.rule.withheld, 1, None, work.why[place])
    return work.shown[place]
