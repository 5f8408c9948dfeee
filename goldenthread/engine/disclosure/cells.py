"""One cell: how it is shown if it is not withheld, and what room it then leaves a reader's guesses."""

from dataclasses import replace

from goldenthread.engine.disclosure.network import ENDLESS, Edge, Lines, Network
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.table import Absent, Cell, Count, Place, Table

FAR = 1000
"""Further than any threshold."""


def cell_shown(count: Count, rule: Rule) -> Cell:
    """One cell that is not withheld, rounded as the rule says."""
    if isinstance(count, Absent):
        missing = count is Absent.NOT_AVAILABLE
        return Cell(rule.not_available if missing else rule.not_applicable, 0, 0)
    near, half = rule.rounded(count), (rule.rounding + 1) // 2
    if not count:
        return Cell("0", 0, 0)
    if not near:
        return Cell(rule.low, min(count, rule.threshold + 1), half - 1)
    lowest = max(near - rule.rounding // 2, min(count, rule.threshold + 1))
    return Cell(f"{near:,}", lowest, near + half - 1)


def edge_of(place: Place, table: Table, shown: Cell, lines: Lines) -> Edge:
    """A total that is missing, or less than one of its own lines, tells nothing: it moves freely."""
    count = table.count(place)
    number = count if isinstance(count, int) else 0
    tail, head = lines.ends(place)
    if lines.is_total(place) and number < table.greatest_line_of(place):
        return Edge(place, tail, head, number, -ENDLESS, ENDLESS)
    return Edge(place, tail, head, number, *bounds(shown))


def bounds(cell: Cell) -> tuple[int, int]:
    return cell.lowest, ENDLESS if cell.highest is None else cell.highest


def room_if_hidden(edge: Edge, start: int) -> int:
    """A true nought is always shown, and where there is no count there is nothing to withhold."""
    if edge.count <= 0:
        return edge.room(start)
    return ENDLESS if start == edge.tail else edge.count - 1


def reach_of_all(edges: list[Edge]) -> dict[Place, tuple[int, int]]:
    """How far each cell could rise and fall if everything that may be withheld were."""
    bare = [replace(edge) for edge in edges]
    for edge in bare:
        if edge.count > 0:
            edge.lowest, edge.highest = min(edge.lowest, 1), ENDLESS
    network = Network(bare)
    return {
        edge.place: (network.rise(edge, FAR), network.fall(edge, FAR))
        for edge in bare
        if edge.count
    }
