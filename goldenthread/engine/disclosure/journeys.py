"""A journey with its small numbers withheld: what went on, what ended, and who was at each stage.

How many went no further is not written anywhere, yet anyone can subtract; so it is guarded like the
numbers that are.
"""

from collections.abc import Iterator, Mapping, Sequence

from goldenthread.engine.disclosure.linked import withhold_linked
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.sums import Sum
from goldenthread.engine.disclosure.table import Cell, Count

Flow = tuple[str, str]
"""From which stage to which."""
Key = tuple[str, ...]
Shown = int | str
"""A number, or the symbol that stands for it: what a chart takes."""


def withhold_journey(
    totals: Mapping[str, int], flows: Mapping[Flow, int], rule: Rule
) -> tuple[dict[str, Shown], dict[Flow, Shown]]:
    """The children at each stage and on each flow as the rule's audience may see them.

    `totals` says how many were at each stage. Draw them with the `rounding` of the rule
    (`charts.journey`), for rounded numbers need not add up. Raises ValueError for a flow from or to a
    stage that has no total, or for more going on from a stage than were at it, and
    CannotPublishTogether where no numbers of it can be shown safely.
    """
    for flow in flows:
        if missing := set(flow) - set(totals):
            raise ValueError(f"“{min(missing)}” has no total")
    cells = withheld_cells(totals, flows, rule)
    return (
        {stage: as_shown(cells["at", stage]) for stage in totals},
        {flow: as_shown(cells["flow", *flow]) for flow in flows},
    )


def withheld_cells(
    totals: Mapping[str, int], flows: Mapping[Flow, int], rule: Rule
) -> dict[Key, Cell]:
    """The same as cells, with those that ended, which nobody prints."""
    counts: dict[Key, Count] = {("at", stage): count for stage, count in totals.items()}
    counts |= {("flow", *flow): count for flow, count in flows.items()}
    counts |= {("ended", stage): ended(stage, totals, flows) for stage in totals}
    return withhold_linked(counts, list(sums_of(totals, flows)), rule)


def as_shown(cell: Cell) -> Shown:
    written = cell.text.replace(",", "")
    return int(written) if written.isdigit() else cell.text


def ended(stage: str, totals: Mapping[str, int], flows: Mapping[Flow, int]) -> int:
    left = totals[stage] - sum(count for (start, _), count in flows.items() if start == stage)
    if left < 0:
        raise ValueError(f"More go on from “{stage}” than were at it")
    return left


def sums_of(totals: Mapping[str, int], flows: Mapping[Flow, int]) -> Iterator[Sum]:
    """Who was at a stage went on, came back or ended; and some of them came from other stages."""
    for stage in totals:
        onward: Sequence[Key] = [("flow", *flow) for flow in flows if flow[0] == stage]
        yield Sum(("at", stage), (*onward, ("ended", stage)))
        if came := tuple(("flow", *flow) for flow in flows if flow[1] == stage):
            yield Sum(("at", stage), came, complete=False)
