"""Turn one row of a recognised file into the figures that it gives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from goldenthread.engine.intake.messages import Place
from goldenthread.foundations.measures import definitions
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.layouts import cells
from goldenthread.foundations.measures.layouts.cells import CannotRead, Row
from goldenthread.foundations.measures.layouts.figure import LINE, WHOLE, Figure, Said
from goldenthread.foundations.measures.layouts.layout import Layout
from goldenthread.kernel.periods import Period


@dataclass(frozen=True)
class Given:
    """What the file itself does not say: the partnership's own area, and the period of its document."""

    area: str
    periods: dict[str, str]  # source reference → the period its document reports on
    period: str = ""  # for a file that names no period, said by whoever imports it


def figures_of(row: Row, place: Place, layout: Layout, given: Given) -> Iterator[Figure]:
    """The figures of one row. Raises CannotRead for the first cell at fault."""
    if layout.across:
        return _across(row, place, layout, given)
    if layout.named_by:
        return _named(row, place, layout, given)
    return _by_column(row, place, layout, given)


def _across(row: Row, place: Place, layout: Layout, given: Given) -> Iterator[Figure]:
    """One figure for each column whose heading is a period."""
    for column in row:
        if column not in layout.columns and (row.get(column) or "").strip():
            when = cells.period({column: column}, column)
            yield _figure(row, place, layout, given, layout.across, column, period=when)


def _named(row: Row, place: Place, layout: Layout, given: Given) -> Iterator[Figure]:
    """The row itself names its measure; a name we do not ship becomes a measure of the partnership."""
    name = _needed(row, layout.named_by)
    basis = _basis(row, layout.basis_by)
    code = definitions.code_for(name, basis)
    settled = definitions.definitions()[code].basis if code else basis or Basis.IN_PERIOD
    said = replace(
        cells.said(row, "value", settled),
        numerator=cells.number(row, "numerator"),
        denominator=cells.number(row, "denominator"),
    )
    line = (row.get("breakdown") or "").strip()
    yield Figure(
        code, name, settled, _area(row, given), cells.period(row, "period"), said, place,
        standing=LINE if line else WHOLE, breakdown=line, source=(row.get("source") or "").strip(),
        column="value",
    )  # fmt: skip


def _by_column(row: Row, place: Place, layout: Layout, given: Given) -> Iterator[Figure]:
    chosen: dict[str, Any] = {}
    figures = layout.figures
    if layout.by_kind:
        rule = _rule(row, layout)
        figures, chosen = {layout.figure: rule["measure"]}, {"standing": rule["standing"]}
    for column, code in figures.items():
        if (row.get(column) or "").strip():
            yield _figure(row, place, layout, given, code, column, **chosen)


def _figure(
    row: Row, place: Place, layout: Layout, given: Given, code: str, column: str,
    *, period: Period | None = None, standing: str = "",
) -> Figure:  # fmt: skip
    line = ": ".join(_needed(row, name) for name in layout.line)
    is_total = standing == WHOLE or (not standing and line == layout.total)
    basis = definitions.definitions()[code].basis
    said = cells.said(row, column, basis, scale=layout.scale)
    if column == layout.average.get("figure"):
        said = _with_parts(said, row, layout)
    kept = {name: text for name in layout.details if (text := (row.get(name) or "").strip())}
    return Figure(
        code, "", basis, _area(row, given), period or _period(row, layout, given), said, place,
        standing=WHOLE if is_total else standing or LINE,
        breakdown="" if is_total else line,
        source=(row.get("source") or "").strip(), column=column, details=kept,
    )  # fmt: skip


def _with_parts(said: Said, row: Row, layout: Layout) -> Said:
    """A published average with the cost and the number of people that it was made of."""
    of, over = (cells.number(row, layout.average[part]) for part in ("of", "over"))
    if of is None or over is None:
        return said
    people = over * cells.whole_number_in(row.get(layout.average["times"]) or "")
    return replace(said, numerator=of, denominator=people)


def _rule(row: Row, layout: Layout) -> dict[str, str]:
    wanted = _needed(row, layout.kind).casefold()
    for pattern, rule in layout.by_kind.items():
        if wanted == pattern or (pattern.endswith("…") and wanted.startswith(pattern[:-1])):
            return rule
    known = ", ".join(f"“{name}”" for name in layout.by_kind)
    raise CannotRead(layout.kind, f"“{row[layout.kind]}” is not one that we know: {known}")


def _basis(row: Row, column: str) -> Basis | None:
    text = (row.get(column) or "").strip().casefold()
    if not text:
        return None
    if text not in [basis.value for basis in Basis]:
        known = ", ".join(f"“{basis.value}”" for basis in Basis)
        raise CannotRead(column, f"“{text}” is not one that we know: {known}")
    return Basis(text)


def _period(row: Row, layout: Layout, given: Given) -> Period:
    if not layout.undated:
        return cells.period(row, "period")
    text = given.period or given.periods.get((row.get("source") or "").strip(), "")
    if not text:
        told = "The file names no period. Say which period it is about, like “2014/15”"
        raise CannotRead("source", told)
    return cells.period({"period": text}, "period")


def _area(row: Row, given: Given) -> str:
    return (row.get("area") or "").strip() or given.area


def _needed(row: Row, column: str) -> str:
    text = (row.get(column) or "").strip()
    if not text:
        raise CannotRead(column, f"Enter the {column.replace('_', ' ')}")
    return text
