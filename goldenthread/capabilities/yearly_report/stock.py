"""How many required headings rest on evidence: counted by the worker, kept with the report.

Drawing a report takes too long for a page that only says how far it is. It is counted anew whenever
something in it changes, and each night, since the record that it rests on changes too.
"""

from contextlib import suppress
from typing import Any

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from goldenthread.capabilities.yearly_report import reading
from goldenthread.foundations.publishing import actions
from goldenthread.foundations.publishing.drawing import Drawing
from goldenthread.foundations.publishing.models import Report


def take_soon(report: Report) -> None:
    """Leave a job, unless one waits already: it will see this change too."""
    from goldenthread.capabilities.yearly_report import tasks

    job = tasks.take_stock.configure(queueing_lock=f"stock of report {report.pk}")
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(report_id=report.pk, partnership_id=report.partnership_id)


def take(report: Report, *, by: Any) -> None:
    keep(report, reading.drawn(report, by), by=reading.the_reports_own(by))


def keep(report: Report, drawing: Drawing, *, by: Any) -> None:
    required = len(drawing.coverage)
    actions.keep_coverage(report=report, covered=drawing.covered, required=required, by=by)
