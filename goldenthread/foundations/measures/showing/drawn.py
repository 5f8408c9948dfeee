"""Charts, drawn once for the figures they show and found again by them.

Looking one up imports no drawing library, so a web worker may. Drawing is the background worker's
work, and that of commands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.engine.charts import Chart, Series, Value
from goldenthread.foundations.measures.models import StoredChart
from goldenthread.foundations.measures.showing import withholding
from goldenthread.foundations.measures.showing.shown import FigureTable
from goldenthread.foundations.measures.showing.specs import ChartSpec, spec_of
from goldenthread.foundations.measures.showing.tables import table_for


@dataclass(frozen=True)
class ShownChart:
    """A chart and the table whose numbers it shows. `svg` and `png` are empty until it is drawn."""

    table: FigureTable
    title: str = ""
    description: str = ""
    fingerprint: str = ""
    svg: str = ""
    png: bytes = b""

    @property
    def is_drawn(self) -> bool:
        return bool(self.svg)


def chart_of(
    member,
    code: str,
    audience: str = withholding.PARTNERSHIP,
    *,
    periods=(),
    draw: bool = False,
    table: FigureTable | None = None,
) -> ShownChart:
    """The chart of one measure with the table beneath it, both fit for `audience`.

    With `draw` it is drawn now if nobody has drawn it yet: for jobs and commands, never for a page.
    A table made before by `table_for` may be passed in, and is then not made again.
    """
    shown = table or table_for(member, [code], audience, periods=periods)
    spec = spec_of(shown)
    if spec is None:
        return ShownChart(shown)
    stored = _stored(member.partnership_id, spec)
    if stored is None and draw:
        stored = draw_now(member.partnership_id, spec)
    return shown_as(shown, spec, stored)


def shown_as(table: FigureTable, spec: ChartSpec, stored: StoredChart | None) -> ShownChart:
    if stored is None:
        return ShownChart(table, spec.title, fingerprint=spec.fingerprint)
    return ShownChart(
        table, stored.title, stored.description, stored.fingerprint, stored.svg, bytes(stored.png)
    )


def stored_charts(member, specs: Iterable[ChartSpec]) -> dict[str, StoredChart]:
    """By fingerprint, those of these charts that have been drawn. One query."""
    wanted = [spec.fingerprint for spec in specs]
    held = StoredChart.objects.filter(partnership_id=member.partnership_id, fingerprint__in=wanted)
    return {chart.fingerprint: chart for chart in held}


def draw_all(member, codes: Iterable[str]) -> int:
    """Draw what is missing of these measures for every audience. How many charts were drawn."""
    made = 0
    for code in codes:
        for audience in withholding.AUDIENCES:
            spec = spec_of(table_for(member, [code], audience))
            if spec and not _is_stored(member.partnership_id, spec):
                draw_now(member.partnership_id, spec)
                made += 1
    return made


def draw_now(partnership_id: int, spec: ChartSpec) -> StoredChart:
    """Draw and keep a chart; one that another worker has kept meanwhile is taken instead."""
    from goldenthread.engine.charts import png

    chart = chart_from(spec)
    StoredChart.objects.bulk_create(
        [
            StoredChart(
                partnership_id=partnership_id,
                fingerprint=spec.fingerprint,
                title=chart.title[:300],
                description=chart.description,
                svg=chart.svg,
                png=png(chart),
            )
        ],
        ignore_conflicts=True,
    )
    return StoredChart.objects.get(partnership_id=partnership_id, fingerprint=spec.fingerprint)


def chart_from(spec: ChartSpec) -> Chart:
    """The engine's drawing of a specification."""
    from goldenthread.engine import charts

    series = [Series(row.name, [_value(v) for v in row.values], row.is_comparator)
              for row in spec.series]  # fmt: skip
    if spec.kind == "bar":
        values = series[0].values
        return charts.bar(spec.title, spec.labels, values, unit=spec.unit, series=series[0].name)
    return charts.trend(spec.title, spec.labels, series, unit=spec.unit)


def _value(text: str | None) -> Value:
    if text is None:
        return None
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def _stored(partnership_id: int, spec: ChartSpec) -> StoredChart | None:
    return StoredChart.objects.filter(
        partnership_id=partnership_id, fingerprint=spec.fingerprint
    ).first()


def _is_stored(partnership_id: int, spec: ChartSpec) -> bool:
    return StoredChart.objects.filter(
        partnership_id=partnership_id, fingerprint=spec.fingerprint
    ).exists()
