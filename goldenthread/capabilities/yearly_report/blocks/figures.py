"""Blocks bound to figures: one number, a table, a chart. All as the public may see them."""

from collections.abc import Mapping
from typing import Any

from goldenthread.capabilities.yearly_report.blocks.offered import Offered
from goldenthread.engine.charts import Chart
from goldenthread.engine.writers.report import Block, ChartBlock, Figure, Notice, Table
from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.models import Observation
from goldenthread.foundations.measures.showing import drawn as charts
from goldenthread.foundations.measures.showing import tables, withholding
from goldenthread.foundations.measures.showing.shown import FigureTable, Shown
from goldenthread.foundations.publishing.kinds import Drawn
from goldenthread.kernel import periods
from goldenthread.kernel.periods import Period

MOST_ACROSS = 6  # columns of figures that stand beside each other on a page
GONE = "The record no longer holds this figure ({what}). Put another in, or take this one out."


def periods_of(member: Any, report: Any, content: Mapping[str, Any]) -> list[Period]:
    """The periods a block shows: its own, else those within the report's year, else all up to its end."""
    if content.get("period"):
        return [periods.parse(content["period"])]
    year = periods.parse(report.period)
    known = {
        one.period for code in content["measures"] for one in queries.observations_of(member, code)
    }
    until = [period for period in sorted(known) if period.end <= year.end]
    within = [period for period in until if period.start >= year.start]
    return within if content.get("of_the_year") else until


def table_of(member: Any, report: Any, content: Mapping[str, Any]) -> FigureTable | None:
    """The table as the public may see it; none where the record has nothing for these periods."""
    chosen = periods_of(member, report, content)
    if not chosen:
        return None
    table = tables.table_for(member, content["measures"], withholding.PUBLIC, periods=chosen)
    return None if table.is_empty else table


def source_of(one: Observation) -> str:
    """Where a figure comes from, in a line: the document, the place in it, and its vintage."""
    named = f"{one.source.title}, {one.place}" if one.source and one.place else one.place
    told = named or (one.source.title if one.source else one.measure.source)
    corrected = f" Corrected: {one.reason}." if one.vintage > 1 else ""
    return f"Source: {told}.{corrected}"


class FigureKind:
    """One number with its label and its source."""

    title = "Figure"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        one = self.observation(member, content)
        if one is None:
            return Drawn((), note=GONE.format(what=content.get("measure", "")))
        shown = self.shown(member, one)
        label = ", ".join(
            part for part in (one.measure.name, one.breakdown, one.period.label) if part
        )
        block = Figure(shown.text, label, source_of(one))
        return Drawn((block,), evidence=True, note=self.change(content, one, shown))

    def observation(self, member: Any, content: Mapping[str, Any]) -> Observation | None:
        found = queries.observations_of(
            member, content["measure"], periods=[periods.parse(content["period"])]
        )
        line = content.get("breakdown", "")
        return next(
            (one for one in found if one.breakdown == line and one.area.kind == "own"), None
        )

    def shown(self, member: Any, one: Observation) -> Shown:
        """What the public may see of it, decided together with every other figure of its measure."""
        rule = withholding.rule_of(withholding.PUBLIC, queries.threshold_of(member))
        every = queries.observations_of(member, one.measure.code)
        return tables.cells_for([one.measure], every, rule)[one.pk]

    def change(self, content: Mapping[str, Any], one: Observation, shown: Shown) -> str:
        """A note for the writers when the record was corrected after this was put in."""
        was = content.get("shown", "")
        if not was or was == shown.text:
            return " ".join(flag.sentence for flag in getattr(one, "open_flags", ()))
        return f"The record was corrected after this figure was put in: it was {was}, it is {shown.text} now."


class TableKind:
    """A table of one measure or several."""

    title = "Table"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        table = table_of(member, report, content)
        if table is None:
            return Drawn((), note=GONE.format(what=", ".join(content["measures"])))
        blocks: list[Block] = [as_block(table, content.get("caption", "") or table.title)]
        blocks += [Notice(sentence, title="As published") for sentence in table.flags]
        return Drawn(tuple(blocks), evidence=True)


def as_block(table: FigureTable, caption: str) -> Table:
    """The table as a page can hold it: many periods run down it, few run across."""
    source = "; ".join(table.sources)
    if len(table.columns) > MOST_ACROSS and len(table.lines) < len(table.columns):
        header, rows = turned(table)
        return Table(caption, header, rows, notes=table.notes, source=source)
    header = (table.unit.capitalize() if table.unit else "Measure", *table.columns)
    rows = tuple(tuple(row) for row in table.texts())
    ends_in_total = table.lines[-1].is_total
    return Table(
        caption, header, rows, has_total_row=ends_in_total, notes=table.notes, source=source
    )


def turned(table: FigureTable) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A row for each period, a column for each line."""
    lines = table.texts()
    header = ("Period", *(line[0] for line in lines))
    return header, tuple(
        (period, *(line[n + 1] for line in lines)) for n, period in enumerate(table.columns)
    )


class ChartKind:
    """A chart with its figures beneath it. Until the worker has drawn it, the table stands in its place."""

    title = "Chart"

    def __init__(self, *, draws_now: bool = False):
        self.draws_now = draws_now

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        code = content["measures"][0]
        figures = table_of(member, report, content)
        if figures is None:
            return Drawn((), note=GONE.format(what=code))
        shown = charts.chart_of(
            member, code, withholding.PUBLIC, table=figures, draw=self.draws_now
        )
        table = as_block(shown.table, content.get("caption", "") or shown.table.title)
        if not shown.is_drawn:
            return Drawn((table,), evidence=True)
        chart = Chart(
            shown.title, shown.description, shown.svg, table.header, table.rows, table.notes
        )
        return Drawn((ChartBlock(chart, table.source, shown.png),), evidence=True)


def offered_figures(member: Any, period: str) -> list[Offered]:
    """Every measure that has a figure for this period, as a figure, a table or a chart."""
    measures = queries.measures_of(member).filter(queries.with_figures()).order_by("theme", "name")
    found = []
    for measure in measures:
        bound = {"measures": [measure.code]}
        found.append(Offered("table", TableKind.title, measure.name, bound))
        found.append(Offered("chart", ChartKind.title, measure.name, bound))
        found.append(
            Offered(
                "figure",
                FigureKind.title,
                f"{measure.name}, {period}",
                {"measure": measure.code, "period": period},
            )
        )
    return found
