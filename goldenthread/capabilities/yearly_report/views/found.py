"""Find what an address names, for the member who asks; 404 where there is no such thing for them."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from goldenthread.capabilities.yearly_report import reading
from goldenthread.capabilities.yearly_report.blocks import Pictures
from goldenthread.foundations.publishing import drawing, queries
from goldenthread.foundations.publishing.models import Block, Comment, Report, Section


def report_of(request, pk: int) -> Report:
    found = queries.reports_of(request.member).select_related("partnership")
    return get_object_or_404(found, pk=pk)


def section_of(request, report: Report, pk: int) -> Section:
    return get_object_or_404(queries.sections_of(request.member, report), pk=pk)


def section_in(drawing: drawing.Drawing, pk: int) -> Section:
    """The same from a report that has been drawn, without asking the database again."""
    found = next((each.section for each in drawing.sections if each.section.pk == pk), None)
    if found is None:
        raise Http404
    return found


def block_of(request, report: Report, pk: int) -> Block:
    return get_object_or_404(queries.blocks_of(request.member, report), pk=pk)


def comment_of(request, report: Report, pk: int) -> Comment:
    return get_object_or_404(queries.comments_of(request.member, report), pk=pk)


def to_section(request, section):
    return redirect("yearly_report:section", request.member.slug, section.report_id, section.pk)


def drawing_of(request, report: Report, pictures: Pictures = Pictures.NONE) -> drawing.Drawing:
    """The report as it stands; without pictures what is signed is the same, and it is quicker."""
    return reading.drawn(report, request.member, pictures)
