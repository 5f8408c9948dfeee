"""One measure: its definition, its chart and the table beneath it, for the audience asked for."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from goldenthread.foundations.measures import definitions
from goldenthread.foundations.measures.definitions import Definition
from goldenthread.foundations.measures.models import Measure
from goldenthread.foundations.measures.showing import drawn, withholding
from goldenthread.foundations.measures.showing.drawn import ShownChart
from goldenthread.foundations.measures.showing.shown import FigureTable
from goldenthread.foundations.measures.showing.tables import table_for

NEWEST = 16  # periods: four years of quarters
AUDIENCES = {
    withholding.PARTNERSHIP: "Partners",
    withholding.REGION: "The region",
    withholding.PUBLIC: "The public",
}


@dataclass(frozen=True)
class MeasurePage:
    measure: Measure
    audience: str
    chart: ShownChart
    shipped: Definition | None

    @classmethod
    def of(cls, measure: Measure, audience: str, member) -> "MeasurePage":
        asked = audience if audience in AUDIENCES else withholding.PARTNERSHIP
        table = table_for(member, [measure.code], asked, newest=NEWEST)
        chart = drawn.chart_of(member, measure.code, asked, table=table)
        shipped = definitions.definitions().get(measure.code)
        return cls(measure, asked, chart, shipped if measure.edition else None)

    @property
    def table(self) -> FigureTable:
        return self.chart.table

    @property
    def svg(self) -> SafeString:
        """Drawn by ourselves: no script, no style, its texts escaped where it was drawn."""
        return mark_safe(self.chart.svg)  # noqa: S308

    @property
    def caption(self) -> str:
        return f"{self.measure.name}, as {AUDIENCES[self.audience].lower()} may see it"

    @property
    def audiences(self) -> list[tuple[str, str, bool]]:
        return [(code, words, code == self.audience) for code, words in AUDIENCES.items()]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The definition, part by part; parts that nobody has written are left out."""
        one = self.measure
        said = [
            ("Definition", one.definition),
            ("Numerator", one.numerator),
            ("Denominator", one.denominator),
            ("Counted in", one.unit),
            ("What the figures are", one.basis),
            ("Which way is better", one.polarity),
            ("Source", one.source),
            ("Supplied by", one.supplier),
            ("Small numbers", "Withheld from outsiders" if one.withhold_small else "Shown whole"),
            ("Edition", self._edition()),
        ]
        return [(name, text) for name, text in said if text]

    def _edition(self) -> str:
        if not self.measure.edition:
            return "A measure of our own"
        changed = ", ".join(self.measure.changed_here)
        return f"{self.measure.edition}{f', with our own {changed}' if changed else ''}"
