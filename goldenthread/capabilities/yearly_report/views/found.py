"""Find what an address names, for the member who asks; 404 where there is no such thing for them."""

from django.shortcuts import get_object_or_404

from goldenthread.capabilities.yearly_report import reading
from goldenthread.foundations.publishing import drawing, queries
from goldenthread.foundations.publishing.models import Block, Comment, Report, Section


def report_of(request, pk: int) -> Report:
    return get_object_or_404(queries.reports_of(request.member), pk=pk)


def section_of(request, report: Report, pk: int) -> Section:
    return get_object_or_404(queries.sections_of(request.member, report), pk=pk)


def block_of(request, report: Report, pk: int) -> Block:
    return get_object_or_404(queries.blocks_of(request.member, report), pk=pk)


def comment_of(request, report: Report, pk: int) -> Comment:
    return get_object_or_404(queries.comments_of(request.member, report), pk=pk)


def drawing_of(request, report: Report) -> drawing.Drawing:
    return reading.drawn(report, request.member)
