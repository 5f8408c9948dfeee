"""What a writer may put into a report besides prose: found in the record, named by a key."""

from dataclasses import dataclass
from typing import Any

from goldenthread.foundations.measures import queries
from goldenthread.kernel import periods


@dataclass(frozen=True)
class Offered:
    """One thing that can be put in. `content` is what its block will be bound to; `theme` groups it."""

    kind: str
    kind_title: str
    title: str
    content: dict[str, Any]
    theme: str = ""

    @property
    def key(self) -> str:
        bound = ",".join(f"{name}={value}" for name, value in sorted(self.content.items()))
        return f"{self.kind}?{bound}"


def offered_figures(member: Any, period: str) -> list[Offered]:
    """Every measure with figures, as a table or a chart; as a figure where it has one of this year."""
    known = queries.measures_of(member).filter(queries.with_figures())
    measures = known.annotate(of_the_year=queries.measured_in(periods.parse(period)))
    found = []
    for measure in measures.order_by("theme", "name"):
        theme, bound = measure.theme or "Other figures", {"measures": [measure.code]}
        found.append(Offered("table", "Table", measure.name, bound, theme))
        found.append(Offered("chart", "Chart", measure.name, bound, theme))
        if measure.of_the_year:
            one = {"measure": measure.code, "period": period}
            found.append(Offered("figure", "Figure", f"{measure.name}, {period}", one, theme))
    return found
