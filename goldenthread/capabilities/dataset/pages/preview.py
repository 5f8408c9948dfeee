"""What a file would bring, before anything is kept."""

from dataclasses import dataclass

from goldenthread.engine.intake.fields import Field
from goldenthread.engine.intake.mapping import suggest_mapping
from goldenthread.engine.intake.messages import Message, Severity
from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.importing import keeping
from goldenthread.foundations.measures.importing.plan import Does, Plan, Step
from goldenthread.foundations.measures.models import FigureImport, IncomingFile
from goldenthread.foundations.measures.wording import figure_text

MOST_MESSAGES, MOST_FIGURES = 100, 50
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
IN_WORDS = {
    Does.ADDS: ("Adds", "good"),
    Does.CHANGES: ("Changes", "watch"),
    Does.NOTHING: ("Here already", "closed"),
    Does.LEAVES: ("Stays as corrected", "closed"),
}
TONES = {Severity.ERROR: "bad", Severity.WARNING: "watch", Severity.NOTE: "waiting"}
# What headings say elsewhere for the columns of the general layout.
SYNONYMS = {
    "indicator": ("measure", "indicator name", "performance indicator", "kpi"),
    "period": ("year", "quarter", "month", "date", "time period", "financial year"),
    "value": ("figure", "count", "number", "total", "result", "outturn"),
    "area": ("local authority", "council", "place"),
    "breakdown": ("line", "category", "group", "sector"),
    "kind": ("basis", "unit", "type"),
    "numerator": (),
    "denominator": ("cohort", "out of"),
    "source": ("document", "source document"),
}


@dataclass(frozen=True)
class PreviewPage:
    file: IncomingFile
    plan: Plan
    before: FigureImport | None  # the newest import of the very same file

    @classmethod
    def of(cls, file: IncomingFile, member) -> "PreviewPage":
        content = bytes(file.content)
        plan = keeping.plan_file(
            content,
            file.name,
            queries.partnership_of(member),
            period=file.period,
            mapping=file.mapping or None,
        )
        before = queries.import_of_same_file(member, keeping.fingerprint_of(content))
        return cls(file, plan, before)

    @property
    def needs_columns(self) -> bool:
        """A table was found, but it is of no layout that we know."""
        return bool(self.plan.reading.header) and not self.plan.reading.layout

    @property
    def tiles(self) -> list[dict[str, object]]:
        plan = self.plan
        return [
            {"number": plan.count(Does.ADDS), "words": "figures to add"},
            {"number": plan.count(Does.CHANGES), "words": "figures to change"},
            {"number": plan.count(Does.NOTHING, Does.LEAVES), "words": "here already"},
            {"number": len(plan.errors), "words": "errors to put right"},
        ]

    @property
    def messages(self) -> list[tuple[str, str, Message]]:
        """Errors first: severity, tone, message. As many as a page can hold."""
        told = sorted(self.plan.messages, key=lambda one: ORDER.index(one.severity))
        return [(one.severity.value, TONES[one.severity], one) for one in told[:MOST_MESSAGES]]

    @property
    def more_messages(self) -> int:
        return max(0, len(self.plan.messages) - MOST_MESSAGES)

    @property
    def figures(self) -> list[dict[str, object]]:
        """The first figures, those that change something before the others."""
        steps = sorted(self.plan.steps, key=lambda step: step.does in (Does.NOTHING, Does.LEAVES))
        return [self._drawn(step) for step in steps[:MOST_FIGURES]]

    def _drawn(self, step: Step) -> dict[str, object]:
        figure, words = step.figure, IN_WORDS[step.does]
        measure = next((m for m in self.plan.measures.values() if m.code == figure.code), None)
        value = figure.said.value
        unit = measure.unit if measure else ""
        was = step.current.value if step.current and step.does is Does.CHANGES else None
        return {
            "measure": measure.name if measure else figure.name,
            "line": figure.breakdown,
            "area": figure.area,
            "period": figure.period.label,
            "text": figure_text(value, figure.basis, unit)
            if value is not None
            else figure.said.symbol,
            "was": figure_text(was, figure.basis, unit) if was is not None else "",
            "does": words[0],
            "tone": words[1],
        }


def suggested(header: list[str]) -> dict[str, str]:
    """Column of the general layout → the likeliest heading."""
    wanted = [Field(name, name, synonyms=others) for name, others in SYNONYMS.items()]
    return {name: heading for heading, name in suggest_mapping(header, wanted).items()}
