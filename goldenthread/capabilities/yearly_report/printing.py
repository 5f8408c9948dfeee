"""The three forms of a report, made by the background worker from one drawn document."""

from typing import Any

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
    printing = queries.printing_of(by, report)
    if printing is None or printing.made_at is None or printing.fingerprint != of:
        return None
    return Made(
        printing.body, printing.html, bytes(printing.pdf or b""), bytes(printing.word or b"")
    )


def make(printing: Printing, *, by: Any) -> None:
    """Draw the report again and write it in its three forms. For the worker: it loads the writers."""
    from goldenthread.capabilities.yearly_report import blocks
    from goldenthread.engine.writers import html, pdf, word
    from goldenthread.foundations.publishing import drawing

    drawn = drawing.draw(by, printing.report, blocks.KINDS, author=printing.report.partnership.name)
    body = html.fragment(drawn.document)
    made = Made(
        body, html.page(drawn.document), pdf.write(drawn.document), word.write(drawn.document)
    )
    actions.keep_printing(printing=printing, of=drawn.fingerprint, made=made, by=by)
