"""What does not add up in the figures of the year: kept as published, and said."""

from collections.abc import Mapping
from typing import Any

from goldenthread.engine.writers.report import Item, Items, Paragraph
from goldenthread.foundations.measures import queries
from goldenthread.foundations.publishing.kinds import Drawn
from goldenthread.kernel import periods


class FlagsKind:
    title = "What does not add up"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        held = queries.flags(member, periods.parse(report.period))
        if not held:
            return Drawn(
                (Paragraph("Every total among the year's figures is the sum of its lines."),),
                evidence=True,
            )
        said = tuple(Item(flag.sentence) for flag in held)
        before = Paragraph("These figures are shown as they were published. They do not add up:")
        return Drawn((before, Items(said)), evidence=True)
