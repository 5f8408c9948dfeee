"""In whose name a report is drawn: it says the same whoever opens it, and what it says is signed."""

from goldenthread.capabilities.yearly_report import blocks
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.publishing import drawing
from goldenthread.foundations.publishing.models import Report


def the_reports_own(asker: Asker) -> Asker:
    """The same keys with a business manager's sight, which is what a yearly report is drawn from."""
    return Asker(
        asker.described,
        asker.keys,
        frozenset({Role.BUSINESS_MANAGER}),
        person_id=asker.person_id,
        seat_id=asker.seat_id,
        organisation_id=asker.organisation_id,
        partnership_id=asker.partnership_id,
    )


def drawn(report: Report, asker: Asker, *, charts_too: bool = False) -> drawing.Drawing:
    """The report as it stands now, the same for everyone who may read it.

    With `charts_too` what has not been drawn is drawn now: for jobs and commands, never for a page.
    """
    kinds = blocks.KINDS_THAT_DRAW if charts_too else blocks.KINDS
    return drawing.draw(the_reports_own(asker), report, kinds, author=report.partnership.name)
