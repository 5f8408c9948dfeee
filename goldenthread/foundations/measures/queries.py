"""Everything that is read about measures and figures; the first argument is whoever asks."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from goldenthread.foundations.measures import relations
from goldenthread.foundations.measures.models import (
    Area,
    FigureImport,
    Flag,
    IncomingFile,
    Measure,
    Observation,
    PublicThreshold,
    Source,
)
from goldenthread.foundations.people.models import Partnership
from goldenthread.kernel.periods import Period

OURS = (Area.Kind.OWN, Area.Kind.JOINT)
OPEN_FLAGS = Prefetch(
    "flags", queryset=Flag.objects.filter(cleared_at__isnull=True), to_attr="open_flags"
)


def partnership_of(member) -> Partnership:
    """The one partnership that this member acts in."""
    return Partnership.objects.get(pk=member.partnership_id)


def measures_of(member) -> QuerySet[Measure]:
    return Measure.objects.filter(partnership_id=member.partnership_id)


def measures_with(member, words: Iterable[str]) -> QuerySet[Measure]:
    """Measures that have each of these words in their name, code, theme or definition."""
    found = measures_of(member)
    for word in words:
        said = [f"{field}__icontains" for field in ("name", "code", "theme", "definition")]
        found = found.filter(reduce(or_, (Q(**{field: word}) for field in said)))
    return found


def measure(member, code: str) -> Measure | None:
    return measures_of(member).filter(code=code).first()


def areas_of(member) -> QuerySet[Area]:
    return Area.objects.filter(partnership_id=member.partnership_id)


def sources_of(member) -> QuerySet[Source]:
    return Source.objects.filter(partnership_id=member.partnership_id)


def imports_of(member) -> QuerySet[FigureImport]:
    return FigureImport.objects.filter(partnership_id=member.partnership_id)


def import_of_same_file(member, fingerprint: str) -> FigureImport | None:
    """The newest import of a file with the very same content."""
    return imports_of(member).filter(fingerprint=fingerprint).first()


def incoming(member, pk: int) -> IncomingFile | None:
    return IncomingFile.objects.filter(partnership_id=member.partnership_id, pk=pk).first()


def every_vintage(member) -> QuerySet[Observation]:
    """All observations, those superseded too."""
    return Observation.objects.filter(partnership_id=member.partnership_id)


def current_observations(member) -> QuerySet[Observation]:
    """What is held to be true now: of each figure its newest vintage."""
    return every_vintage(member).filter(superseded_by__isnull=True)


def observations_of(
    member, code: str, area: str = "", periods: Sequence[Period] = ()
) -> list[Observation]:
    """The current figures of one measure, oldest period first, with what is flagged on them.

    `area` is a name; empty for the partnership's own area and those it shares. `periods` narrows to
    figures for exactly these periods. One query, and one more for the flags.
    """
    found = current_observations(member).filter(measure__code=code)
    found = found.filter(area__name=area) if area else found.filter(area__kind__in=OURS)
    if periods:
        found = found.filter(_in(periods))
    return list(found.select_related("measure", "area", "source").prefetch_related(OPEN_FLAGS))


def kin_of(member, codes: Iterable[str]) -> list[Observation]:
    """Every current figure, of our own areas, of these measures and of all that tell of them."""
    found = current_observations(member).filter(measure__code__in=relations.kin(codes))
    return list(found.filter(area__kind__in=OURS).select_related("measure", "area"))


def in_full(observations: QuerySet[Observation]) -> QuerySet[Observation]:
    """With the measure, the area, the source and the open flags: three queries whatever the number."""
    return observations.select_related("measure", "area", "source", "brought_by").prefetch_related(
        OPEN_FLAGS
    )


def observation(member, pk: int) -> Observation | None:
    return in_full(every_vintage(member)).filter(pk=pk).first()


def current(observation: Observation) -> Observation:
    """The newest vintage of this figure: itself, unless it was corrected since. One query."""
    return vintages(observation)[0]


def has_changed(observation: Observation) -> bool:
    """Whether the figure was corrected since this vintage."""
    return current(observation).pk != observation.pk


def vintages(observation: Observation) -> list[Observation]:
    """Every vintage of this figure, the newest first."""
    same = {name: getattr(observation, f"{name}_id", None) or getattr(observation, name)
            for name in Observation.KEY}  # fmt: skip
    same["breakdown"] = observation.breakdown
    rows = Observation.objects.filter(partnership_id=observation.partnership_id, **same)
    return list(rows.select_related("measure", "area", "source").order_by("-vintage"))


def latest_of(member, measure_ids: Iterable[int]) -> dict[int, Observation]:
    """By measure, its newest figure for the whole of our own area. One query."""
    rows = (
        current_observations(member)
        .filter(measure__in=list(measure_ids), area__kind=Area.Kind.OWN, standing="whole")
        .order_by("measure_id", "-period_end", "-period_start")
        .distinct("measure_id")
    )
    return {row.measure_id: row for row in rows.select_related("measure", "area")}


def measured_in(period: Period) -> Q:
    """Of measures: those that have a figure for the whole of our own area in exactly this period."""
    figures = Observation.objects.filter(
        _in([period]), measure=OuterRef("pk"), area__kind=Area.Kind.OWN, standing="whole"
    )
    return Q(Exists(figures.filter(superseded_by__isnull=True)))


def has_figures_within(member, period: Period) -> bool:
    """Whether anything is recorded for this period or a part of it."""
    rows = current_observations(member).filter(
        period_start__gte=period.start, period_end__lte=period.end
    )
    return rows.exists()


def with_figures() -> Q:
    """Of measures: those that have a figure."""
    return Q(Exists(Observation.objects.filter(measure=OuterRef("pk"))))


def with_flags() -> Q:
    """Of measures: those with a figure that does not add up."""
    held = Flag.objects.filter(observation__measure=OuterRef("pk"), cleared_at__isnull=True)
    return Q(Exists(held))


def flagged_among(measure_ids: Iterable[int]) -> set[int]:
    """Of these measures, those with a figure that does not add up."""
    held = Flag.objects.filter(observation__measure__in=list(measure_ids), cleared_at__isnull=True)
    return set(held.values_list("observation__measure_id", flat=True))


def themes_of(member) -> list[str]:
    return list(measures_of(member).order_by("theme").values_list("theme", flat=True).distinct())


def flags(member, period: Period | None = None) -> list[Flag]:
    """What does not add up now, newest first; with `period`, only what lies within it."""
    found = open_flags(member)
    if period:
        found = found.filter(
            observation__period_start__gte=period.start, observation__period_end__lte=period.end
        )
    return list(found)


def open_flags(member) -> QuerySet[Flag]:
    found = Flag.objects.filter(partnership_id=member.partnership_id, cleared_at__isnull=True)
    return found.select_related("observation__measure", "observation__area", "observation__source")


def threshold_of(member) -> int | None:
    """The partnership's own threshold for the public; none if it keeps to the shipped one."""
    newest = PublicThreshold.objects.filter(partnership_id=member.partnership_id).first()
    return newest.threshold if newest else None


def thresholds_of(member) -> list[PublicThreshold]:
    """Every threshold that was set, the newest first."""
    return list(PublicThreshold.objects.filter(partnership_id=member.partnership_id))


def _in(periods: Sequence[Period]) -> Q:
    wanted = Q()
    for period in periods:
        wanted |= Q(period_start=period.start, period_end=period.end)
    return wanted
