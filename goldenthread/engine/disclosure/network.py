"""A table and its totals as a network, in which the room to move of every cell can be found.

Each row and each column of a table with totals says that its lines make its total. Every cell stands
in one row and one column, so the table is a network: rows and columns are its nodes, cells its edges,
and any other table with the same totals differs from it by moving counts around circles. How far a
cell can rise or fall is therefore a greatest flow, found exactly and in whole numbers (Ford and
Fulkerson 1956); published small numbers are safe if and only if there is room enough.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from goldenthread.engine.disclosure.table import Place, PublishedTable, Table

GROUND = -1
ENDLESS = 10**12


@dataclass
class Edge:
    """One cell: it carries `count` from `tail` to `head`, and may carry `lowest` to `highest`."""

    place: Place
    tail: int
    head: int
    count: int
    lowest: int
    highest: int

    def room(self, start: int) -> int:
        """How much more can be moved along this cell from `start` to its other end."""
        return self.highest - self.count if start == self.tail else self.count - self.lowest

    def move(self, start: int, amount: int) -> None:
        self.count += amount if start == self.tail else -amount

    def other(self, node: int) -> int:
        return self.head if node == self.tail else self.tail


class Network:
    """The cells of one table, by the lines that they stand in."""

    def __init__(self, edges: list[Edge]) -> None:
        self.edges = edges
        self.at: dict[int, list[Edge]] = {}
        for edge in edges:
            self.at.setdefault(edge.tail, []).append(edge)
            self.at.setdefault(edge.head, []).append(edge)

    def rise(self, edge: Edge, enough: int = ENDLESS) -> int:
        """How far this cell's count could be above the present one, counted up to `enough`."""
        return self.most(edge.head, edge.tail, min(enough, edge.room(edge.tail)), {edge.place})

    def fall(self, edge: Edge, enough: int = ENDLESS) -> int:
        """How far this cell's count could be below the present one, counted up to `enough`."""
        return self.most(edge.tail, edge.head, min(enough, edge.room(edge.head)), {edge.place})

    def most(self, start: int, end: int, enough: int, without: Collection[Place] = ()) -> int:
        """The greatest flow from `start` to `end` up to `enough`; the counts are put back after."""
        if start == end:
            return enough
        moves = list(self.push(start, end, enough, without))
        for node, edge, amount in moves:
            edge.move(node, -amount)
        return sum(amount for node, edge, amount in moves if end in (edge.tail, edge.head))

    def push(
        self, start: int, end: int, enough: int, without: Collection[Place] = ()
    ) -> Iterator[tuple[int, Edge, int]]:
        """Move up to `enough` from `start` to `end`, path by path, telling each move."""
        while enough > 0 and (path := self.shortest_path(start, end, without)):
            amount = min(enough, *(edge.room(node) for node, edge in path))
            for node, edge in path:
                edge.move(node, amount)
                yield node, edge, amount
            enough -= amount

    def shortest_path(
        self, start: int, end: int, without: Collection[Place]
    ) -> list[tuple[int, Edge]]:
        came_by: dict[int, tuple[int, Edge] | None] = {start: None}
        waiting = [start]
        for node in waiting:
            if node == end:
                return list(trace(came_by, end))
            for edge in self.at.get(node, ()):
                beyond = edge.other(node)
                if beyond not in came_by and edge.room(node) > 0 and edge.place not in without:
                    came_by[beyond] = (node, edge)
                    waiting.append(beyond)
        return []


def trace(came_by: dict[int, tuple[int, Edge] | None], end: int) -> Iterator[tuple[int, Edge]]:
    step = came_by[end]
    while step is not None:
        yield step
        step = came_by[step[0]]


@dataclass(frozen=True)
class Lines:
    """Which node a row or a column is. A line without a total ends in the ground, where nothing is kept."""

    rows: int
    columns: int
    has_total_row: bool
    has_total_column: bool

    @classmethod
    def of(cls, table: Table | PublishedTable) -> "Lines":
        totals = table.has_total_row, table.has_total_column
        return cls(len(table.rows), len(table.columns), *totals)

    def places(self) -> list[Place]:
        return [(row, column) for row in range(self.rows) for column in range(self.columns)]

    def ends(self, place: Place) -> tuple[int, int]:
        """Tail and head of a cell, turned so that every line counts its parts in and its total out."""
        row, column = place
        of_row = row if self.has_total_column else GROUND
        of_column = self.rows + column if self.has_total_row else GROUND
        turned = self.is_total_row(row) != self.is_total_column(column)
        return (of_row, of_column) if turned else (of_column, of_row)

    def is_total_row(self, row: int) -> bool:
        return self.has_total_row and row == self.rows - 1

    def is_total_column(self, column: int) -> bool:
        return self.has_total_column and column == self.columns - 1

    def is_total(self, place: Place) -> bool:
        return self.is_total_row(place[0]) or self.is_total_column(place[1])
