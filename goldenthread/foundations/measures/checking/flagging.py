"""Keep the flags in step with the figures: raise what is new, clear what no longer holds."""

from collections.abc import Iterable

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.measures.checking import checks
from goldenthread.foundations.measures.checking.facts import Fact
from goldenthread.foundations.measures.models import Area, Flag, Observation

# What other bodies publish about other places is theirs to add up, and is rounded as they say.
OURS = (Area.Kind.OWN, Area.Kind.JOINT, Area.Kind.OTHER)


def check_again(partnership_id: int, codes: Iterable[str]) -> None:
    """Check the current figures of these measures, and of those that must agree with them."""
    wanted = checks.partners_of(codes)
    found = {(one.fact.id, one.kind): one for one in checks.faults(facts(partnership_id, wanted))}
    standing = Flag.objects.filter(
        partnership_id=partnership_id,
        cleared_at__isnull=True,
        observation__measure__code__in=wanted,
    )
    open_now = {(flag.observation_id, flag.kind): flag for flag in standing}
    gone = [flag.pk for key, flag in open_now.items() if not _same(flag, found.get(key))]
    Flag.objects.filter(pk__in=gone).update(cleared_at=now())
    Flag.objects.bulk_create(
        _flag(partnership_id, fault)
        for key, fault in found.items()
        if not _same(open_now.get(key), fault)
    )


def facts(partnership_id: int, codes: Iterable[str]) -> list[Fact]:
    """The current figures of these measures for the partnership's own and joint areas."""
    current = Observation.objects.filter(
        partnership_id=partnership_id,
        measure__code__in=codes,
        area__kind__in=OURS,
        superseded_by__isnull=True,
    ).select_related("measure", "area")
    return [_fact(one) for one in current]


def _fact(one: Observation) -> Fact:
    measure = one.measure
    return Fact(
        one.pk, measure.code, measure.name, measure.basis, measure.unit, measure.lines_add_up,
        one.area.name, one.period, one.standing, one.breakdown, one.value, one.numerator,
        one.denominator, one.details,
    )  # fmt: skip


def _same(flag: Flag | None, fault: checks.Fault | None) -> bool:
    if flag is None or fault is None:
        return False
    return (flag.expected, flag.sentence) == (fault.expected, fault.sentence)


def _flag(partnership_id: int, fault: checks.Fault) -> Flag:
    return Flag(
        partnership_id=partnership_id,
        observation_id=fault.fact.id,
        kind=fault.kind,
        expected=fault.expected,
        found=fault.found,
        sentence=fault.sentence,
    )
