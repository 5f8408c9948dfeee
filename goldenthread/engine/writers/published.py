"""From a table with small numbers withheld to the table of a report and the lines of a chart."""

from goldenthread.engine.charts import Series, Value
from goldenthread.engine.disclosure import PublishedTable, Rule
from goldenthread.engine.disclosure.table import Cell
from goldenthread.engine.writers.report import Table


def table_of(
    published: PublishedTable, rule: Rule, *, caption: str, first: str = "", source: str = ""
) -> Table:
    """The table as the audience may see it, with a note for each symbol in it.

    `first` heads the column of row names. The reason why a cell is withheld is not carried over.
    """
    rows = [(name, *line) for name, line in zip(published.rows, published.texts(), strict=True)]
    shown = {cell.text for line in published.cells for cell in line}
    notes = [f"{mark}: {meaning}" for mark, meaning in rule.meanings().items() if mark in shown]
    return Table(
        caption,
        (first, *published.columns),
        tuple(rows),
        has_total_row=published.has_total_row,
        notes=tuple(notes),
        source=source,
    )


def series_of(published: PublishedTable) -> list[Series]:
    """A line or a colour of bars for each row that is no total; symbols where numbers are withheld."""
    rows = list(zip(published.rows, published.cells, strict=True))
    columns = slice(None, -1 if published.has_total_column else None)
    lines = rows[:-1] if published.has_total_row else rows
    return [Series(name, [value_of(cell) for cell in cells[columns]]) for name, cells in lines]


def value_of(cell: Cell) -> Value:
    bare = cell.text.replace(",", "")
    return int(bare) if bare.isdigit() and not cell.is_withheld else cell.text
