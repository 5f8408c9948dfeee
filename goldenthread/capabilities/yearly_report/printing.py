"""The three forms of a report, made by the background worker from one drawn document."""

from typing import Any

from goldenthread.capabilities.yearly_report import reading
from goldenthread.capabilities.yearly_report.blocks import Pictures
from goldenthread.engine.writers.report import Report as Document
from goldenthread.foundations.publishing import actions, queries
from goldenthread.foundations.publishing.models import Printing, Report
from goldenthread.foundations.publishing.signing import Made


def ask(report: Report, *, of: str, by: Any) -> None:
    """Have the files made; asked again for the same content, it changes nothing."""
    from goldenthread.capabilities.yearly_report import tasks

    printing = actions.ask_for_printing(report=report, of=of, by=by)
    if printing.made_at is None:
        tasks.print_out.defer(printing_id=printing.pk, partnership_id=report.partnership_id)


def made_for(report: Report, *, of: str, by: Any) -> Made | None:
    """The files of exactly this content, if they have been made."""
    printing = queries.printing_of(by, report, of)
    if printing is None or printing.made_at is None or printing.fingerprint != of:
        return None
    return Made(
        printing.body, printing.html, bytes(printing.pdf or b""), bytes(printing.word or b"")
    )


def is_being_made(report: Report, *, of: str, by: Any) -> Printing | None:
    """The files of exactly this content, if they were asked for and are not made yet."""
    printing = queries.printing_of(by, report, of)
    waits = printing is not None and printing.fingerprint == of and printing.made_at is None
    return printing if waits else None


def make(printing: Printing, *, by: Any) -> None:
    """Draw the report again and write it in its three forms. For the worker: it loads the writers."""
    drawn = reading.drawn(printing.report, by, Pictures.DRAWN)
    of, made = drawn.fingerprint, written(drawn.document)
    actions.keep_printing(printing=printing, of=of, made=made, by=reading.the_reports_own(by))


def written(document: Document) -> Made:
    """The document in each of its forms. Loads the writers of PDF and Word."""
    from goldenthread.engine.writers import html, pdf, word

    return Made(
        html.fragment(document), html.page(document), pdf.write(document), word.write(document)
    )
