"""What an import would do, figure by figure, before anything is kept."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from goldenthread.engine.intake.messages import Message, Place, Severity
from goldenthread.foundations.measures.importing.areas import Areas
from goldenthread.foundations.measures.importing.catalogue import code_of, measures_for
from goldenthread.foundations.measures.layouts.figure import Figure, Reading, Said
from goldenthread.foundations.measures.models import Measure, Observation
from goldenthread.foundations.people.models import Partnership
from goldenthread.kernel.periods import Period


class Does(StrEnum):
    ADDS = "adds"
    CHANGES = "changes"
    NOTHING = "nothing"
    LEAVES = "leaves as corrected"


@dataclass(frozen=True)
class Step:
    """What becomes of one figure; `current` is the observation that it meets."""

    figure: Figure
    does: Does
    current: Observation | None = None


@dataclass
class Plan:
    reading: Reading
    areas: Areas
    measures: dict[str, Measure]
    new_measures: list[Measure]
    steps: list[Step] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def count(self, *does: Does) -> int:
        return sum(step.does in does for step in self.steps)

    @property
    def errors(self) -> list[Message]:
        return [message for message in self.messages if message.severity is Severity.ERROR]

    @property
    def may_be_kept(self) -> bool:
        return bool(self.steps) and not self.errors

    @property
    def changes_nothing(self) -> bool:
        return not self.count(Does.ADDS, Does.CHANGES)


Key = tuple[str, str, Period, str, str]


def plan_of(reading: Reading, partnership: Partnership) -> Plan:
    """Compare a reading with what is held. Four queries, however many figures there are."""
    measures, new = measures_for(partnership.pk, reading.figures)
    plan = Plan(reading, Areas(partnership), measures, new, messages=list(reading.messages))
    held = vintages([measure.pk for measure in measures.values() if measure.pk])
    for figure in reading.figures:
        _tell_of_area(plan, figure)
        area = plan.areas.find(figure.area, figure.area_code)
        key = (code_of(figure), area.name, figure.period, figure.standing, figure.breakdown)
        plan.steps.append(_step(figure, held.get(key, [])))
    _tell_of_new_measures(plan)
    return plan


def vintages(measure_ids: list[int]) -> dict[Key, list[Observation]]:
    """Every observation of these measures by what it is about, oldest vintage first."""
    found: dict[Key, list[Observation]] = defaultdict(list)
    rows = Observation.objects.filter(measure__in=measure_ids).select_related("measure", "area")
    for one in rows.order_by("vintage"):
        key = (one.measure.code, one.area.name, one.period, one.standing, one.breakdown)
        found[key].append(one)
    return found


def said_by(one: Observation) -> Said:
    return Said(one.value, one.numerator, one.denominator, one.symbol)


def _step(figure: Figure, held: list[Observation]) -> Step:
    """A file that says again what was corrected since does not undo the correction."""
    if not held:
        return Step(figure, Does.ADDS)
    if said_by(held[-1]) == figure.said:
        return Step(figure, Does.NOTHING, held[-1])
    if any(said_by(one) == figure.said for one in held[:-1]):
        return Step(figure, Does.LEAVES, held[-1])
    return Step(figure, Does.CHANGES, held[-1])


def _tell_of_area(plan: Plan, figure: Figure) -> None:
    if figure.area in plan.areas.known:
        return
    meant = plan.areas.mistaken(figure.area)
    if meant:
        told = f"“{figure.area}” is not an area that we know. Did you mean {meant}?"
        plan.messages.append(Message(figure.place, told))
    elif figure.area not in plan.areas.shipped and figure.area != plan.areas.partnership.area:
        told = f"“{figure.area}” is a new area: we add it"
        plan.messages.append(Message(figure.place, told, Severity.WARNING))


def _tell_of_new_measures(plan: Plan) -> None:
    """At the first row that names each."""
    first: dict[str, Place] = {}
    for figure in plan.reading.figures:
        first.setdefault(code_of(figure), figure.place)
    for measure in plan.new_measures:
        if not measure.edition:
            told = f"“{measure.name}” is new: we add it as a measure of your own"
            plan.messages.append(Message(first[measure.code], told, Severity.WARNING))
