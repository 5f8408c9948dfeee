"""Proof-read a draft as its readers will see it, before anyone signs."""

from typing import Any

from goldenthread.capabilities.yearly_report.proof_places import RECORD, Found, Places
from goldenthread.engine.writers import html
from goldenthread.foundations.measures import queries
from goldenthread.foundations.publishing import actions, headings
from goldenthread.foundations.publishing.drawing import Drawing
from goldenthread.foundations.publishing.models import ProofRun, Report
from goldenthread.kernel import periods


def proof_read(report: Report, drawing: Drawing, *, by: Any) -> ProofRun:
    """Read the drawn report for slips and keep what was found, with the fingerprint it was found in."""
    slips = [as_stored(found) for found in slips_in(report, drawing, by)]
    return actions.record_proof(report=report, of=drawing.fingerprint, slips=slips, by=by)


def slips_in(report: Report, drawing: Drawing, by: Any) -> list[Found]:
    """What the record knows not to add up, then what the checker found, each with its place."""
    # The reader of documents is loaded only here: a page that lists reports does not need it.
    from goldenthread.engine.proof import proving, reading
    from goldenthread.engine.proof.settings import Settings
    from goldenthread.engine.proof.slip import SHOWN_FROM

    required = tuple(headings.required(by, report.edition))
    document = reading.read_html(html.page(drawing.document), name=report.title)
    found = proving.prove(document, Settings(headings=required))
    known = flagged(report, by)
    told = {(each.slip.expected, each.slip.found) for each in known}
    shown = [slip for slip in found if slip.certainty >= SHOWN_FROM]
    places = Places(document, drawing)
    return [*known, *(places.of(s) for s in shown if (s.expected, s.found) not in told)]


def flagged(report: Report, by: Any) -> list[Found]:
    """What the record itself knows not to add up, among the figures of the report's year."""
    held = queries.flags(by, periods.parse(report.period))
    return [Found(in_record(flag), RECORD, figure=flag.observation_id) for flag in held]


def in_record(flag: Any) -> Any:
    from goldenthread.engine.proof.slip import Slip

    return Slip(
        "record", RECORD, str(flag.observation), flag.sentence, 1.0, flag.expected, flag.found
    )


def as_stored(found: Found) -> dict[str, Any]:
    slip = found.slip
    return {
        "kind": slip.kind,
        "place": found.place,
        "section": found.section,
        "figure": found.figure,
        "quote": slip.quote,
        "message": slip.message,
        "certainty": slip.certainty,
    }
