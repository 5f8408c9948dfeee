"""The figures that a report's blocks are bound to, read once however many blocks there are.

All as the public may see them. Charts are looked up together too; whether they are looked up, drawn
or left out is said by whoever draws the report.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import Any

from goldenthread.foundations.measures.models import Observation, StoredChart
from goldenthread.foundations.measures.showing import drawn as charts
from goldenthread.foundations.measures.showing import tables, withholding
from goldenthread.foundations.measures.showing.shown import FigureTable, Shown
from goldenthread.foundations.measures.showing.specs import ChartSpec, spec_of
from goldenthread.kernel import periods
from goldenthread.kernel.periods import Period

Content = Mapping[str, Any]


class Pictures(Enum):
    NONE = "the figures stand in a chart's place"
    STORED = "those drawn already"
    DRAWN = "drawn now where they are missing: for jobs and commands, never for a page"


def codes_in(content: Content) -> list[str]:
    """The measures that a block names: several for a table or a chart, one for a figure."""
    return [*content.get("measures", ()), *filter(None, [content.get("measure")])]


class Record:
    """What the record holds for these blocks of a report. Nothing is read before it is asked for."""

    def __init__(self, member: Any, report: Any, contents: Iterable[Content], pictures: Pictures):
        self.member, self.report, self.pictures = member, report, pictures
        self.contents = list(contents)

    @cached_property
    def read(self) -> tables.Read:
        codes = {code for content in self.contents for code in codes_in(content)}
        return tables.read(self.member, codes, withholding.PUBLIC)

    def figures(self, code: str) -> list[Observation]:
        """Our own figures of one measure, and those we share with others."""
        return [one for one in self.read.of([code]) if one.area.kind in tables.OURS]

    def shown(self, one: Observation) -> Shown:
        """What the public may see of it, decided together with every other figure of its measure."""
        return self.read.shown[one.pk]

    def table(self, content: Content) -> FigureTable | None:
        """The table as the public may see it; none where the record has nothing for its periods."""
        return self.table_of(content["measures"], self._periods(content))

    def table_of(self, codes: Sequence[str], periods: Sequence[Period]) -> FigureTable | None:
        """The same of these measures, for these periods."""
        if not periods:
            return None
        table = tables.table_from(self.read, codes, periods=periods)
        return None if table.is_empty else table

    def corrected(self, content: Content) -> list[Observation]:
        """Those a reader sees in a table that were corrected since; a reason could give a withheld one away."""
        return self.corrected_of(content["measures"], self._periods(content))

    def corrected_of(self, codes: Sequence[str], periods: Sequence[Period]) -> list[Observation]:
        seen = [
            one
            for one in self.read.of(codes)
            if one.period in periods and self.shown(one).value is not None
        ]
        return [one for one in seen if one.vintage > 1]

    def this_year_and_last(self) -> list[Period]:
        """The report's year and the one before it, the later one last."""
        year = periods.parse(self.report.period)
        return [year.moved(-1), year]

    def chart(self, table: FigureTable) -> charts.ShownChart:
        spec = spec_of(table)
        if spec is None or self.pictures is Pictures.NONE:
            return charts.ShownChart(table)
        stored = self._stored.get(spec.fingerprint)
        if stored is None and self.pictures is Pictures.DRAWN:
            stored = charts.draw_now(self.member.partnership_id, spec)
        return charts.shown_as(table, spec, stored)

    @cached_property
    def _stored(self) -> dict[str, StoredChart]:
        return charts.stored_charts(self.member, self._specs())

    def _specs(self) -> list[ChartSpec]:
        found = (self.table(content) for content in self.contents if content.get("measures"))
        return [spec for table in found if table and (spec := spec_of(table))]

    def _periods(self, content: Content) -> list[Period]:
        """A block's own period, else those within the report's year, else all up to its end."""
        if content.get("period"):
            return [periods.parse(content["period"])]
        year = periods.parse(self.report.period)
        known = {one.period for code in content["measures"] for one in self.figures(code)}
        until = [period for period in sorted(known) if period.end <= year.end]
        within = [period for period in until if period.start >= year.start]
        return within if content.get("of_the_year") else until
