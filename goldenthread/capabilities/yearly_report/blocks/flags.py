"""What does not add up in the figures of the year: kept as published, and said."""

from collections.abc import Mapping
from typing import Any

from goldenthread.engine.writers.report import Item, Items, Paragraph
from goldenthread.foundations.measures import queries
from goldenthread.foundations.publishing.kinds import Drawn
from goldenthread.kernel import periods
from goldenthread.kernel.periods import Period

FOUND = "Whether the year's figures add up"


class FlagsKind:
    title = "What does not add up"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        year = periods.parse(report.period)
        held = queries.flags(member, year)
        if not held:
            return self.nothing_wrong(member, year)
        said = tuple(Item(flag.sentence) for flag in held)
        before = Paragraph("These figures are shown as they were published. They do not add up:")
        return Drawn((before, Items(said)), evidence=FOUND)

    def nothing_wrong(self, member: Any, year: Period) -> Drawn:
        if not queries.has_figures_within(member, year):
            return Drawn(
                (), note="The record holds no figures of this year that could be added up."
            )
        said = "Every total among the year's figures is the sum of its lines."
        return Drawn((Paragraph(said),), evidence=FOUND)
