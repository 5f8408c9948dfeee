"""The first draft of a report, made from the record."""

from typing import Any

from django.db import transaction

from goldenthread.capabilities.yearly_report.drafting import outline
from goldenthread.foundations.publishing import actions
from goldenthread.foundations.publishing.models import Report


@transaction.atomic
def begin(*, title: str, period: str, edition: str, from_record: bool, by: Any) -> Report:
    """A new report: drafted from the record, or empty with a section for each required heading."""
    report = actions.start_report(title=title, period=period, edition=edition, by=by)
    sections = outline.drafted(report, by) if from_record else outline.empty(report, by)
    for section in sections:
        made = actions.add_section(
            report=report, title=section.title, answers=list(section.answers), by=by
        )
        for kind, content in section.blocks:
            actions.add_block(section=made, kind=kind, content=content, by=by)
    return report
