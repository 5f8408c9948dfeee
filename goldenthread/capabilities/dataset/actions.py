"""Everything that changes: each asks permission, then leaves it to the measures to do and to mark."""

from django.db import transaction

from goldenthread.capabilities.dataset.permissions import may_change
from goldenthread.foundations.measures import actions as measures
from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.importing import keeping
from goldenthread.foundations.measures.models import (
    FigureImport,
    IncomingFile,
    Measure,
    Observation,
)
from goldenthread.foundations.people.gate import insist


def correct(observation: Observation, correction: measures.Correction, *, by) -> Observation:
    """A new vintage with its reason. Raises measures.CorrectedMeanwhile."""
    insist(may_change(by))
    return measures.correct(observation, correction, by=by)


def add_measure(*, by, **fields) -> Measure:
    insist(may_change(by))
    return measures.add_measure(by=by, **fields)


def change_measure(measure: Measure, *, by, **fields) -> None:
    insist(may_change(by))
    measures.change_measure(measure, by=by, **fields)


def adopt_catalogue(*, by) -> None:
    insist(may_change(by))
    measures.adopt_catalogue(by=by)


def set_threshold(threshold: int, reason: str, *, by) -> None:
    insist(may_change(by))
    measures.set_threshold(threshold, reason, by=by)


def receive(*, name: str, content: bytes, period: str, source_title: str, by) -> IncomingFile:
    """Keep an uploaded file until its preview is confirmed. Raises Unreadable; then nothing is kept."""
    insist(may_change(by))
    return measures.receive(
        name=name, content=content, period=period, source_title=source_title, by=by
    )


def choose_columns(file: IncomingFile, mapping: dict[str, str], *, by) -> None:
    insist(may_change(by))
    measures.choose_columns(file, mapping)


def drop(file: IncomingFile, *, by) -> None:
    insist(may_change(by))
    measures.drop(file)


@transaction.atomic
def keep(file: IncomingFile, *, by) -> FigureImport:
    """Take in a previewed file, whole. Raises keeping.NotKept and changes nothing if it cannot be."""
    insist(may_change(by))
    measures.hold(file)
    brought = keeping.keep_file(
        bytes(file.content),
        file.name,
        queries.partnership_of(by),
        period=file.period,
        mapping=file.mapping or None,
        source_title=file.source_title,
        by=by,
    )
    measures.drop(file)
    return brought
