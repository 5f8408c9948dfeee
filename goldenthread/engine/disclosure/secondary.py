"""Which cells an audience may not see: the small ones, and those they could be worked out from.

Small cells go first (primary). Then, for each cell that the totals would still give away, the
cheapest circle of cells that lets it move is withheld too (secondary): the cell-hiding heuristic of
Cox (1980) and Castro (2007), done with shortest paths. At last every secondary cell that proves
needless is given back. The reader is taken to know the rule: that withheld counts are at least 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Protocol

from goldenthread.engine.disclosure import cells
from goldenthread.engine.disclosure.network import ENDLESS, Edge, Lines, Network
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.table import Cell, Place, Table, Why

PRICE_OF_TOTAL = 3.0
"""A total tells more than one of its lines: as much as this many of them."""

Need = tuple[int, int, int]
"""From which node to which how much must be movable for a cell to be safe."""


class HasTotals(Protocol):
    def is_total(self, place: Place) -> bool: ...


@dataclass
class Withholding:
    """The work on one table: each cell as it would be shown, and why it is not, where it is not."""

    rule: Rule
    lines: HasTotals
    network: Network
    shown: dict[Place, Cell]
    reach: dict[Place, tuple[int, int]]
    why: dict[Place, Why] = field(default_factory=dict)
    kept_hidden: set[Place] = field(default_factory=set)  # whatever it would be to show them

    @classmethod
    def of(cls, table: Table, rule: Rule) -> "Withholding":
        lines = Lines.of(table)
        shown = {place: cells.cell_shown(table.count(place), rule) for place in lines.places()}
        edges = [cells.edge_of(place, table, shown[place], lines) for place in shown]
        work = cls(rule, lines, Network(edges), shown, cells.reach_of_all(edges))
        for edge in edges:
            if rule.is_small(edge.count):
                work.hide(edge, Why.PRIMARY)
        return work

    def hide(self, edge: Edge, why: Why) -> None:
        self.why[edge.place] = why
        edge.lowest, edge.highest = min(edge.lowest, 1), ENDLESS

    def show(self, edge: Edge) -> None:
        del self.why[edge.place]
        edge.lowest, edge.highest = cells.bounds(self.shown[edge.place])

    def protect_all(self) -> None:
        """Withhold until every withheld cell has its room; the newly withheld have their turn."""
        waiting = sorted(self.hidden(), key=lambda edge: -edge.count)
        for edge in waiting:
            for start, end, amount in self.lacking(edge):
                waiting += self.make_way(start, end, amount, edge.place)

    def give_back(self) -> None:
        """Show again, the dearest first, each secondary cell without which the rest is still safe."""
        secondary = [
            edge
            for edge in self.hidden()
            if self.why[edge.place] is Why.SECONDARY and edge.place not in self.kept_hidden
        ]
        for edge in sorted(secondary, key=self.worth, reverse=True):
            self.show(edge)
            if any(self.lacking(other) for other in self.hidden()):
                self.hide(edge, Why.SECONDARY)

    def unsafe(self) -> list[Place]:
        """The last look before publishing: what is small and shown, or withheld without its room. The
        room of each is found anew as a greatest flow."""
        return [
            edge.place
            for edge in self.network.edges
            if (self.lacking(edge) if edge.place in self.why else self.rule.is_small(edge.count))
        ]

    def hidden(self) -> list[Edge]:
        return [edge for edge in self.network.edges if edge.place in self.why]

    def lacking(self, edge: Edge) -> list[Need]:
        """What this cell still needs to be safe; nothing if it is.

        A small cell must be able to be anything from 1 to the threshold, as far as withholding all
        could bring that about: the total of two withheld cells cannot be 1, whatever else is hidden.
        """
        if self.why[edge.place] is Why.SECONDARY:
            return self.too_narrow(edge)
        most, least = self.reach[edge.place]
        down = min(edge.count - 1, least)
        up = min(most, max(self.rule.threshold - edge.count, self.rule.threshold - 1 - down))
        needs = []
        if self.network.rise(edge, up) < up:
            needs.append((edge.head, edge.tail, up))
        if self.network.fall(edge, down) < down:
            needs.append((edge.tail, edge.head, down))
        return needs

    def too_narrow(self, edge: Edge) -> list[Need]:
        """A cell withheld only for others' sake needs an interval as wide, wherever it lies."""
        width = min(max(self.rule.threshold - 1, 1), self.reach[edge.place][0])
        rise = self.network.rise(edge, width)
        if rise + self.network.fall(edge, width - rise) < width:
            return [(edge.head, edge.tail, width)]
        return []

    def make_way(self, start: int, end: int, amount: int, closing: Place) -> list[Edge]:
        """Withhold, as cheaply as may be, what lets `amount` move from `start` to `end`.

        One path does it where it can; else several, each as wide as can be found. Tells which cells
        were withheld for it.
        """
        moves, newly = list[tuple[int, Edge, int]](), list[Edge]()
        step = amount
        while step:
            path = self.cheapest_path(start, end, step, closing)
            for node, edge in path:
                if edge.room(node) < step:
                    self.hide(edge, Why.SECONDARY)
                    newly.append(edge)
                edge.move(node, step)
                moves.append((node, edge, step))
            amount -= step if path else 0
            step = min(amount, step if path else step - 1)
        for node, edge, moved in moves:
            edge.move(node, -moved)
        return newly

    def cheapest_path(
        self, start: int, end: int, amount: int, closing: Place
    ) -> list[tuple[int, Edge]]:
        cost, came_by, heap = {start: 0.0}, dict[int, tuple[int, Edge]](), [(0.0, start)]
        while heap:
            so_far, node = heappop(heap)
            for edge in self.network.at[node]:
                beyond = edge.other(node)
                dearer = so_far + self.price(edge, node, amount)
                if edge.place != closing and dearer < cost.get(beyond, float("inf")):
                    cost[beyond], came_by[beyond] = dearer, (node, edge)
                    heappush(heap, (dearer, beyond))
        return list(trace(came_by, start, end)) if end in came_by else []

    def price(self, edge: Edge, start: int, amount: int) -> float:
        """What the reader loses if `amount` is to be movable along this cell."""
        if edge.room(start) >= amount:
            return 0.0
        if cells.room_if_hidden(edge, start) < amount:
            return float("inf")
        return self.worth(edge)

    def worth(self, edge: Edge) -> float:
        """A cell is worth one and its share of the table; a total more."""
        return (PRICE_OF_TOTAL if self.lines.is_total(edge.place) else 1.0) + edge.count / ENDLESS


def trace(came_by: dict[int, tuple[int, Edge]], start: int, end: int) -> Iterator[tuple[int, Edge]]:
    node = end
    while node != start:
        step = came_by[node]
        yield step
        node = step[0]
