"""In whose name a report is drawn: it says the same whoever opens it, and what it says is signed."""

from goldenthread.capabilities.yearly_report import blocks
from goldenthread.capabilities.yearly_report.blocks import Pictures
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.publishing import drawing, queries
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


def drawn(report: Report, asker: Asker, pictures: Pictures = Pictures.NONE) -> drawing.Drawing:
    """The report as it stands now, the same for everyone who may read it.

    Its figures are read together, so that it takes as many queries with forty blocks as with three.
    """
    by = the_reports_own(asker)
    parts = queries.parts_of(by, report)
    contents = [wording.content for part in parts for _, wording in part.blocks if wording]
    kinds = blocks.kinds_for(by, report, contents, pictures)
    return drawing.draw(by, report, kinds, author=report.partnership.name, parts=parts)
