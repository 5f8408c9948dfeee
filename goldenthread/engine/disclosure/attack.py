"""Working out withheld cells from the totals and the other cells, as a determined reader would."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.engine.disclosure.network import ENDLESS, GROUND, Edge, Lines, Network
from goldenthread.engine.disclosure.table import Cell, Place, PublishedTable

SOURCE, SINK = -2, -3


@dataclass(frozen=True)
class WorkedOut:
    """A withheld cell, and the only counts it can have: `lowest` to `highest`."""

    row: str
    column: str
    lowest: int
    highest: int


def workable(table: PublishedTable, *, within: int = 0) -> list[WorkedOut]:
    """The withheld cells that can be worked out from the rest of the table.

    By default those with a single possible count; with `within`, also those whose greatest and least
    possible counts are no further apart than that. All totals are used at once, in whole numbers, so
    nothing is missed. Where the published totals contradict each other, each line is taken alone.
    """
    lines = Lines.of(table)
    network = Network([edge_at(table.cells[r][c], (r, c), lines) for r, c in lines.places()])
    if settle(network):
        found = list(ranges(network, table, within))
    else:
        found = sorted(set(alone_in_line(table, lines)))
    return [
        WorkedOut(table.rows[row], table.columns[column], lowest, highest)
        for row, column, lowest, highest in found
    ]


def edge_at(cell: Cell, place: Place, lines: Lines) -> Edge:
    highest = ENDLESS if cell.highest is None else cell.highest
    tail, head = lines.ends(place)
    return Edge(place, tail, head, cell.lowest, cell.lowest, highest)


def settle(network: Network) -> bool:
    """Find any counts that make every total true; False if there are none."""
    spare: dict[int, int] = {}
    for edge in network.edges:
        spare[edge.head] = spare.get(edge.head, 0) + edge.count
        spare[edge.tail] = spare.get(edge.tail, 0) - edge.count
    ends = [
        Edge((-1, node), *((SOURCE, node) if much > 0 else (node, SINK)), 0, 0, abs(much))
        for node, much in spare.items()
    ]
    whole = Network(network.edges + ends)
    wanted = sum(edge.highest for edge in ends if edge.tail == SOURCE)
    moved = sum(amount for _, edge, amount in whole.push(SOURCE, SINK, wanted) if edge.head == SINK)
    return moved == wanted


def ranges(
    network: Network, table: PublishedTable, within: int
) -> Iterator[tuple[int, int, int, int]]:
    for edge in network.edges:
        row, column = edge.place
        if not table.cells[row][column].is_withheld:
            continue
        rise, fall = network.rise(edge, within + 1), network.fall(edge, within + 1)
        if rise + fall <= within:
            yield row, column, edge.count - fall, edge.count + rise


def alone_in_line(table: PublishedTable, lines: Lines) -> Iterator[tuple[int, int, int, int]]:
    """Cells withheld alone in a row or column whose other cells and total are shown."""
    for node in range(lines.rows + lines.columns):
        places = [place for place in lines.places() if node in lines.ends(place)]
        unknown = [(r, c) for r, c in places if table.cells[r][c].is_withheld]
        if node == GROUND or len(unknown) != 1:
            continue
        count = abs(sum(signed(table, place, node, lines) for place in places))
        row, column = unknown[0]
        if fits(count, table.cells[row][column]):
            yield row, column, count, count


def signed(table: PublishedTable, place: Place, node: int, lines: Lines) -> int:
    cell = table.cells[place[0]][place[1]]
    if cell.is_withheld:
        return 0
    return cell.lowest if lines.ends(place)[0] == node else -cell.lowest


def fits(count: int, cell: Cell) -> bool:
    return cell.lowest <= count and (cell.highest is None or count <= cell.highest)
