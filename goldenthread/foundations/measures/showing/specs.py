"""Which chart shows a table best, as plain values that can be kept, compared and drawn later."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from goldenthread.foundations.measures.showing.shown import FigureTable, Line, Shown

MOST_SERIES = 6  # of one chart, so that every line can be told apart
MOST_BARS = 24
UNITS = {"percent": "%", "pounds": "£"}


@dataclass(frozen=True)
class Row:
    """One series: a number as text, a symbol, or None, for each label."""

    name: str
    values: tuple[str | None, ...]
    is_comparator: bool = False


@dataclass(frozen=True)
class ChartSpec:
    """`kind` is trend or bar."""

    kind: str
    title: str
    labels: tuple[str, ...]
    series: tuple[Row, ...]
    unit: str = ""

    @property
    def fingerprint(self) -> str:
        """The same for the same chart; over all that it shows."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def spec_of(table: FigureTable) -> ChartSpec | None:
    """The chart of a table of one measure; none where there is nothing to draw.

    Lines of a breakdown: a bar for each, of the newest period. Areas: a line for each over the
    periods, or a bar for each where there is one period only.
    """
    lines = [line for line in table.lines if line.kind == "line"]
    if lines:
        return _bars(table, lines[:MOST_BARS])
    areas = [line for line in table.lines if not line.is_total][:MOST_SERIES]
    drawn = [n for n in range(len(table.columns)) if any(_is_number(a.cells[n]) for a in areas)]
    if not drawn:
        return None
    if len(drawn) == 1:
        return _bars(table, areas)
    labels = tuple(table.columns[n] for n in drawn)
    series = tuple(_row(area, drawn) for area in areas)
    return ChartSpec("trend", table.title, labels, series, _unit(table))


def _bars(table: FigureTable, lines: Sequence[Line]) -> ChartSpec | None:
    """The newest period in which any of these lines has a number."""
    columns = range(len(table.columns))
    numbered = [n for n in columns if any(_is_number(line.cells[n]) for line in lines)]
    if not numbered:
        return None
    newest = numbered[-1]
    shown = [line for line in lines if line.cells[newest].text]
    values = tuple(_value(line.cells[newest]) for line in shown)
    title = f"{table.title}, {table.columns[newest]}"
    one = Row(table.columns[newest], values)
    return ChartSpec("bar", title, tuple(line.name for line in shown), (one,), _unit(table))


def _row(line: Line, columns: Sequence[int]) -> Row:
    return Row(line.name, tuple(_value(line.cells[n]) for n in columns), line.is_comparator)


def _value(cell: Shown) -> str | None:
    if cell.value is not None:
        return f"{cell.value.normalize():f}"
    return cell.text or None


def _is_number(cell: Shown) -> bool:
    return cell.value is not None


def _unit(table: FigureTable) -> str:
    return UNITS.get(table.unit, table.unit)
