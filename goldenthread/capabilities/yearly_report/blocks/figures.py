"""Blocks bound to figures: one number, a table, a chart. All as the public may see them."""

from collections.abc import Mapping
from typing import Any

from goldenthread.capabilities.yearly_report.blocks.record import Record
from goldenthread.engine.charts import Chart
from goldenthread.engine.writers.report import Block, ChartBlock, Figure, Notice, Table
from goldenthread.foundations.design.words import day
from goldenthread.foundations.measures.models import Observation
from goldenthread.foundations.measures.showing.shown import FigureTable, Shown
from goldenthread.foundations.publishing.kinds import Drawn
from goldenthread.kernel import periods

MOST_ACROSS = 6  # columns of figures that stand beside each other on a page
GONE = "The record no longer holds this figure ({what}). Put another in, or take this one out."
WITHHELD = "Every figure here is withheld from the public, so it is no evidence for a reader."


def source_of(one: Observation, shown: Shown) -> str:
    """Where a figure comes from, in a line: the document, the place in it, and that it was corrected.

    Of a withheld figure the reason is not told: it may hold the number.
    """
    named = f"{one.source.title}, {one.place}" if one.source and one.place else one.place
    told = named or (one.source.title if one.source else one.measure.source)
    corrected = f" {correction_of(one)}" if one.vintage > 1 and shown.value is not None else ""
    return f"Source: {told}.{corrected}"


def correction_of(one: Observation) -> str:
    return f"Corrected on {day(one.recorded_at)}: {one.reason.rstrip('.')}."


class FigureKind:
    """One number with its label and its source."""

    title = "Figure"

    def __init__(self, record: Record):
        self.record = record

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        one = self.observation(content)
        if one is None:
            return Drawn((), note=GONE.format(what=content.get("measure", "")))
        shown = self.record.shown(one)
        label = ", ".join(
            part for part in (one.measure.name, one.breakdown, one.period.label) if part
        )
        evidence = "" if shown.value is None else f"Figure: {label}"
        note = change(content, one, shown) or ("" if evidence else WITHHELD)
        return Drawn(
            (Figure(shown.text, label, source_of(one, shown)),), evidence=evidence, note=note
        )

    def observation(self, content: Mapping[str, Any]) -> Observation | None:
        period, line = periods.parse(content["period"]), content.get("breakdown", "")
        found = (one for one in self.record.figures(content["measure"]) if one.period == period)
        return next(
            (one for one in found if one.breakdown == line and one.area.kind == "own"), None
        )


def change(content: Mapping[str, Any], one: Observation, shown: Shown) -> str:
    """A note for the writers when the record was corrected after this was put in."""
    was = content.get("shown", "")
    if not was or was == shown.text:
        return " ".join(flag.sentence for flag in getattr(one, "open_flags", ()))
    why = f" {correction_of(one)}" if one.vintage > 1 else ""
    return f"The record was corrected after this figure was put in: it was {was}, it is {shown.text} now.{why}"


def numbers_in(table: FigureTable) -> bool:
    """Whether a reader sees any number at all, or only symbols that stand for what is withheld."""
    return any(cell.value is not None for line in table.lines for cell in line.cells)


class TableKind:
    """A table of one measure or several."""

    title = "Table"

    def __init__(self, record: Record):
        self.record = record

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        table = self.record.table(content)
        if table is None:
            return Drawn((), note=GONE.format(what=", ".join(content["measures"])))
        caption = content.get("caption", "") or table.title
        corrected = tuple(map(corrected_cell, self.record.corrected(content)))
        blocks: list[Block] = [as_block(table, caption, corrected)]
        blocks += [Notice(sentence, title="As published") for sentence in table.flags]
        if not numbers_in(table):
            return Drawn(tuple(blocks), note=WITHHELD)
        return Drawn(tuple(blocks), evidence=f"Table: {caption}")


def corrected_cell(one: Observation) -> str:
    return f"{one.breakdown or one.measure.name}, {one.period.label}. {correction_of(one)}"


def as_block(table: FigureTable, caption: str, corrected: tuple[str, ...] = ()) -> Table:
    """The table as a page can hold it: many periods run down it, few run across."""
    source, notes = "; ".join(table.sources), (*table.notes, *corrected)
    if len(table.columns) > MOST_ACROSS and len(table.lines) < len(table.columns):
        header, rows = turned(table)
        return Table(caption, header, rows, notes=notes, source=source)
    header = (table.unit.capitalize() if table.unit else "Measure", *table.columns)
    rows = tuple(tuple(row) for row in table.texts())
    ends_in_total = table.lines[-1].is_total
    return Table(caption, header, rows, has_total_row=ends_in_total, notes=notes, source=source)


def turned(table: FigureTable) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A row for each period, a column for each line."""
    lines = table.texts()
    header = ("Period", *(line[0] for line in lines))
    return header, tuple(
        (period, *(line[n + 1] for line in lines)) for n, period in enumerate(table.columns)
    )


class ChartKind:
    """A chart with its figures beneath it. Until the worker has drawn it, the table stands in its place.

    What is signed is the table: drawing the picture changes nothing of what was agreed to.
    """

    title = "Chart"

    def __init__(self, record: Record):
        self.record = record

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        figures = self.record.table(content)
        if figures is None:
            return Drawn((), note=GONE.format(what=content["measures"][0]))
        corrected = tuple(map(corrected_cell, self.record.corrected(content)))
        table = as_block(figures, content.get("caption", "") or figures.title, corrected)
        evidence = f"Chart: {table.caption}" if numbers_in(figures) else ""
        note = "" if evidence else WITHHELD
        drawn = self.picture(figures, table)
        return Drawn((drawn or table,), evidence=evidence, note=note, signed=(table,))

    def picture(self, figures: FigureTable, table: Table) -> ChartBlock | None:
        shown = self.record.chart(figures)
        if not shown.is_drawn:
            return None
        chart = Chart(
            shown.title, shown.description, shown.svg, table.header, table.rows, table.notes
        )
        return ChartBlock(chart, table.source, shown.png)
