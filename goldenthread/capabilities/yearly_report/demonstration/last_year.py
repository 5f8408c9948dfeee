"""Last year's report of the made-up partnership: signed by each partner, then published by the worker.

Its files need the writers of PDF and Word and the charts, so the worker makes them; until it has,
the report stands as signed by all.
"""

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from goldenthread.capabilities.yearly_report import printing, proofing, reading, tasks
from goldenthread.capabilities.yearly_report.blocks import Pictures
from goldenthread.capabilities.yearly_report.demonstration import hands
from goldenthread.foundations.calendar.today import as_if
from goldenthread.foundations.people.demonstration import MAIN
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.publishing import queries, signing
from goldenthread.foundations.publishing.models import Report
from goldenthread.foundations.publishing.rules import Stage

PERIOD, WORDS = "2024/25", "callowdale_2024_25.toml"
DRAFTED = datetime(2025, 6, 12, 9, 20, tzinfo=UTC)
SENT = datetime(2025, 8, 28, 14, 5, tzinfo=UTC)
FIRST_SIGNED, BETWEEN = datetime(2025, 9, 2, 8, 40, tzinfo=UTC), timedelta(days=2, hours=3)
REMARKS = ("", "The section on fathers is fair, and we accept it.")
PUBLISHED = datetime(2025, 9, 18, 11, 0, tzinfo=UTC)
SENT_ON = datetime(2025, 9, 22, 9, 30, tzinfo=UTC)


def drafted() -> AbstractContextManager[None]:
    return as_if(DRAFTED)


def sign(report: Report, by: Asker) -> None:
    """Proof-read, sent to the partners, and signed by each; a job is left that publishes it."""
    drawing = reading.drawn(report, by)
    with as_if(SENT):
        proofing.proof_read(report, drawing, by=by)
        signing.take_step("send", report=report, of=drawing.fingerprint, by=by)
    for n, seat in enumerate(queries.signing_seats(by)):
        with as_if(FIRST_SIGNED + n * BETWEEN):
            signing.sign(
                report=report,
                of=drawing.fingerprint,
                signed=True,
                words=REMARKS[n % len(REMARKS)],
                by=hands.sitting(seat, by),
            )
    tasks.publish_last_year.defer(report_id=report.pk)


def publish(report_id: int) -> None:
    """Safe to run twice: what is published is left as it is."""
    with under(hands.of_the_manager(MAIN)) as by:
        report = queries.reports_of(by).select_related("partnership").get(pk=report_id)
        if report.stage != Stage.SIGNING:
            return
        drawing = reading.drawn(report, by, Pictures.DRAWN)
        made = printing.written(drawing.document)
        with as_if(PUBLISHED):
            release = signing.publish(report=report, of=drawing.fingerprint, made=made, by=by)
        with as_if(SENT_ON):
            signing.record_sending_on(report=release.report, by=by)
