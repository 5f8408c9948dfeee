"""Everything that changes about measures and figures, apart from imports (importing/keeping.py).

Whoever calls has asked permission already; each action leaves its mark.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from goldenthread.foundations.measures import definitions, queries, tasks
from goldenthread.foundations.measures.checking import flagging
from goldenthread.foundations.measures.importing import catalogue
from goldenthread.foundations.measures.layouts.reading import check_readable
from goldenthread.foundations.measures.models import (
    IncomingFile,
    Measure,
    Observation,
    PublicThreshold,
    Source,
)
from goldenthread.foundations.trail import actions as trail


class CorrectedMeanwhile(Exception):
    """Somebody corrected the same figure since this one was opened. Nothing was changed."""


@dataclass(frozen=True)
class Correction:
    """What the figure should say, and why."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    reason: str


@transaction.atomic
def correct(observation: Observation, correction: Correction, *, by) -> Observation:
    """A new vintage that supersedes this one, which stays. Raises CorrectedMeanwhile."""
    Measure.objects.select_for_update().get(pk=observation.measure_id)  # one correction at a time
    if queries.has_changed(observation):
        raise CorrectedMeanwhile
    kept = {name: getattr(observation, name) for name in (*Observation.KEY, "details", "source")}
    made = Observation.objects.create(
        partnership_id=observation.partnership_id,
        **kept,
        value=correction.value,
        numerator=correction.numerator,
        denominator=correction.denominator,
        place=observation.place,
        vintage=observation.vintage + 1,
        supersedes=observation,
        reason=correction.reason,
        recorded_by=by.described[:300],
    )
    flagging.check_again(observation.partnership_id, [observation.measure.code])
    tasks.draw_later(observation.partnership_id, [observation.measure_id])
    trail.record(by=by, did="corrected a figure", to=made, vintage=made.vintage)
    return made


@transaction.atomic
def add_measure(*, by, **fields) -> Measure:
    """A measure of the partnership's own."""
    made = Measure.objects.create(partnership_id=by.partnership_id, **fields)
    trail.record(by=by, did="added a measure", to=made)
    return made


@transaction.atomic
def change_measure(measure: Measure, *, by, **fields) -> None:
    """Word a measure in the partnership's own way. The shipped row stays as it is, beneath."""
    changed = [name for name, value in fields.items() if getattr(measure, name) != value]
    for name in changed:
        setattr(measure, name, fields[name])
    measure.changed_here = _overlaid(measure)
    measure.save(update_fields=[*changed, "changed_here"])
    trail.record(by=by, did="changed a measure", to=measure, fields=changed)


def _overlaid(measure: Measure) -> list[str]:
    """The fields in which the partnership's words differ from the shipped ones."""
    shipped = definitions.definitions().get(measure.code)
    if shipped is None:
        return []
    names = definitions.MAY_CHANGE
    return [name for name in names if getattr(measure, name) != getattr(shipped, name)]


@transaction.atomic
def adopt_catalogue(*, by) -> None:
    """Take on every shipped measure that the partnership does not have yet."""
    catalogue.adopt(by.partnership_id)
    trail.record(by=by, did="took on the shipped measures", to="measures.measure:all")


@transaction.atomic
def name_sources(rows: list[dict[str, str]], *, by) -> None:
    """Add documents that figures come from: reference, title, publisher, period. Known ones stay."""
    Source.objects.bulk_create(
        (Source(partnership_id=by.partnership_id, **row) for row in rows),
        ignore_conflicts=True,
    )
    trail.record(by=by, did="named sources of figures", to="measures.source:all")


@transaction.atomic
def set_threshold(threshold: int, reason: str, *, by) -> PublicThreshold:
    """From now on, withhold counts from 1 to `threshold` from the public and the region."""
    made = PublicThreshold.objects.create(
        partnership_id=by.partnership_id,
        threshold=threshold,
        reason=reason,
        set_by=by.described[:300],
    )
    trail.record(by=by, did="set the threshold for small numbers", to=made, threshold=threshold)
    measures = queries.measures_of(by).filter(withhold_small=True, observations__isnull=False)
    tasks.draw_later(by.partnership_id, list(measures.distinct().values_list("pk", flat=True)))
    return made


def receive(*, name: str, content: bytes, period: str, source_title: str, by) -> IncomingFile:
    """Keep a file until somebody says yes to its preview. Nothing in it counts yet.

    Raises Unreadable, and keeps nothing, for a file that cannot be read at all.
    """
    check_readable(content, name)
    return IncomingFile.objects.create(
        partnership_id=by.partnership_id,
        name=name[:200],
        content=content,
        period=period,
        source_title=source_title,
        given_by=by.described[:300],
    )


def choose_columns(file: IncomingFile, mapping: dict[str, str]) -> None:
    file.mapping = mapping
    file.save(update_fields=["mapping"])


def hold(file: IncomingFile) -> None:
    """Let nobody else bring this file in until we are done; refused if somebody has."""
    if not IncomingFile.objects.select_for_update().filter(pk=file.pk).exists():
        raise PermissionDenied("This file has been brought in or put aside already.")


def drop(file: IncomingFile) -> None:
    """The file is no longer wanted, or its figures have been kept."""
    file.delete()


@transaction.atomic
def remove_unconfirmed(before: datetime, *, by) -> int:
    """Remove the files given before then to which nobody said yes. For the machine; how many went."""
    old = IncomingFile.objects.filter(partnership_id=by.partnership_id, given_at__lt=before)
    waiting = list(old.select_for_update(skip_locked=True).only("pk"))
    for file in waiting:
        trail.record(by=by, did="removed a file of figures that waited too long", to=file)
        file.delete()
    return len(waiting)
