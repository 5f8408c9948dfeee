"""The table as an audience may see it."""

from goldenthread.engine.disclosure.cannot import CannotPublishTogether
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.secondary import Withholding
from goldenthread.engine.disclosure.table import Cell, Place, PublishedTable, Table


def withhold(table: Table, rule: Rule) -> PublishedTable:
    """The table as the rule's audience may see it.

    No withheld count can be worked out from what is shown, nor be placed in an interval narrower
    than 1 to the threshold. A total is shown as published, whether or not its lines make it. Raises
    CannotPublishTogether if in the end a number had not its room.
    """
    work = Withholding.of(table, rule)
    work.protect_all()
    work.give_back()
    if unsafe := work.unsafe():
        raise CannotPublishTogether(rule, [(table.rows[r], table.columns[c]) for r, c in unsafe])
    columns = range(len(table.columns))
    cells = tuple(tuple(cell_at((r, c), work) for c in columns) for r in range(len(table.rows)))
    return PublishedTable(
        table.rows, table.columns, cells, table.has_total_row, table.has_total_column
    )


def cell_at(place: Place, work: Withholding) -> Cell:
    if place in work.why:
        return Cell(work.rule.withheld, 1, None, work.why[place])
    return work.shown[place]
