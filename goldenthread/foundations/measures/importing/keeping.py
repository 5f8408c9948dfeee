"""Keep a file's figures, all of them or none, and say what it brought."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.db import connection, transaction

from goldenthread.foundations.measures import tasks
from goldenthread.foundations.measures.checking import flagging
from goldenthread.foundations.measures.importing.catalogue import code_of
from goldenthread.foundations.measures.importing.plan import Does, Plan, Step, plan_of
from goldenthread.foundations.measures.layouts.reading import read_figures
from goldenthread.foundations.measures.layouts.rows import Given
from goldenthread.foundations.measures.models import FigureImport, Measure, Observation, Source
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.trail import actions as trail

ONE_IMPORT = 7_301_901  # an advisory lock's first number; the second is the partnership's
BATCH = 1_000


class NotKept(Exception):
    """The file was not taken in; the plan's messages say why. Nothing of it was kept."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(f"{len(plan.errors)} errors")
        self.plan = plan


def given_for(partnership: Partnership, period: str = "") -> Given:
    """What the partnership knows that a file need not say."""
    sources = Source.objects.filter(partnership=partnership).exclude(period="")
    return Given(partnership.area, dict(sources.values_list("reference", "period")), period)


def plan_file(
    source: Path | bytes,
    name: str,
    partnership: Partnership,
    *,
    period: str = "",
    mapping: dict[str, str] | None = None,
) -> Plan:
    """Read a file and compare it with what is held. Changes nothing."""
    reading = read_figures(source, name, given_for(partnership, period), mapping=mapping)
    return plan_of(reading, partnership)


@transaction.atomic
def keep_file(
    content: bytes,
    name: str,
    partnership: Partnership,
    *,
    period: str = "",
    mapping: dict[str, str] | None = None,
    source_title: str = "",
    draw: bool = True,
    by,
) -> FigureImport:
    """Take a file in. Raises NotKept, and keeps nothing, if anything in it cannot be read.

    Its charts are drawn in the background, unless `draw` is false because the caller draws them.

    Planned anew under a lock, so what was previewed and what is kept cannot differ by another import.
    """
    _one_at_a_time(partnership.pk)
    plan = plan_file(content, name, partnership, period=period, mapping=mapping)
    if not plan.may_be_kept:
        raise NotKept(plan)
    brought = _record(plan, partnership, content, name, by)
    if not plan.changes_nothing:
        _keep(plan, brought, source_title, by)
        flagging.check_again(partnership.pk, plan.measures)
        if draw:
            tasks.draw_later(partnership.pk, [one.pk for one in plan.measures.values()])
    trail.record(by=by, did="imported figures", to=brought, added=brought.added)
    return brought


def fingerprint_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _record(plan: Plan, partnership: Partnership, content: bytes, name: str, by) -> FigureImport:
    return FigureImport.objects.create(
        partnership=partnership,
        file_name=name[:200],
        fingerprint=fingerprint_of(content),
        layout=plan.reading.layout,
        rows=plan.reading.rows,
        added=plan.count(Does.ADDS),
        changed=plan.count(Does.CHANGES),
        unchanged=plan.count(Does.NOTHING, Does.LEAVES),
        imported_by=by.described[:300],
    )


def _keep(plan: Plan, brought: FigureImport, source_title: str, by) -> None:
    plan.areas.keep()
    Measure.objects.bulk_create(plan.new_measures)
    sources = _sources(plan, brought.partnership, source_title)
    made = _observations(plan, brought, sources, source_title, by)
    Observation.objects.bulk_create(made, batch_size=BATCH)


def _sources(plan: Plan, partnership: Partnership, title: str) -> dict[str, Source]:
    """The documents that the figures name; one unknown so far is added under its reference."""
    wanted = {_reference(step, title) for step in plan.steps} - {""}
    held = Source.objects.filter(partnership=partnership, reference__in=wanted)
    found = {source.reference: source for source in held}
    new = [
        Source(partnership=partnership, reference=reference, title=title or f"Source {reference}")
        for reference in sorted(wanted - set(found))
    ]
    Source.objects.bulk_create(new)
    return found | {source.reference: source for source in new}


def _reference(step: Step, title: str) -> str:
    return (step.figure.source or title)[:60]


def _observations(
    plan: Plan, brought: FigureImport, sources: dict[str, Source], source_title: str, by
) -> Iterator[Observation]:
    for step in plan.steps:
        if step.does not in (Does.ADDS, Does.CHANGES):
            continue
        figure, before = step.figure, step.current
        yield Observation(
            partnership_id=brought.partnership_id,
            measure=plan.measures[code_of(figure)],
            area=plan.areas.known[figure.area],
            period_start=figure.period.start,
            period_end=figure.period.end,
            period_kind=figure.period.kind,
            standing=figure.standing,
            breakdown=figure.breakdown,
            value=figure.said.value,
            numerator=figure.said.numerator,
            denominator=figure.said.denominator,
            symbol=figure.said.symbol,
            details=figure.details,
            source=sources.get(_reference(step, source_title)),
            place=str(figure.place),
            brought_by=brought,
            vintage=before.vintage + 1 if before else 1,
            supersedes=before,
            reason=f"{brought.file_name} gives another figure" if before else "",
            recorded_by=by.described[:300],
        )


def _one_at_a_time(partnership_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [ONE_IMPORT, partnership_id])
