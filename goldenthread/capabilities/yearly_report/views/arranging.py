"""The order of sections and blocks, the headings of sections, and quotations."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from goldenthread.capabilities.yearly_report import pages
from goldenthread.capabilities.yearly_report.blocks import QUOTATION, title_of
from goldenthread.capabilities.yearly_report.forms import MoveForm, QuotationForm, SectionForm
from goldenthread.capabilities.yearly_report.views.found import (
    block_of,
    report_of,
    section_of,
    to_section,
)
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.publishing import (
    actions,
    arranging,
    headings,
    permissions,
    queries,
)
from goldenthread.foundations.sign_in.drafts.queries import typed


def change_section(request, pk, section):
    report = report_of(request, pk)
    section = section_of(request, report, section)
    insist(permissions.may_write(request.member, report))
    required = headings.required(request.member, report.edition)
    initial = {"title": section.title, "answers": section.answers}
    form = SectionForm(request.POST or None, required=required, initial=initial)
    if form.is_valid():
        arranging.change_section(section=section, **form.cleaned_data, by=request.member)
        messages.success(request, "The section was changed")
        return to_section(request, section)
    page = pages.AskPage.of(report, section, "Change the section", "Save", request.member)
    return render(request, "yearly_report/ask.jinja", {"form": form, "page": page})


@require_POST
def move_section(request, pk, section):
    section = section_of(request, report_of(request, pk), section)
    arranging.move_section(section=section, up=goes_up(request), by=request.member)
    return redirect("yearly_report:report", request.member.slug, pk)


@require_POST
def move_block(request, pk, block):
    block = block_of(request, report_of(request, pk), block)
    arranging.move_block(block=block, up=goes_up(request), by=request.member)
    return to_section(request, block.section)


def move_block_to(request, pk, block):
    report = report_of(request, pk)
    block = block_of(request, report, block)
    insist(permissions.may_write(request.member, report))
    others = queries.sections_of(request.member, report).exclude(pk=block.section_id)
    form = MoveForm(request.POST or None, sections=others)
    if form.is_valid():
        section = section_of(request, report, form.cleaned_data["section"])
        arranging.move_block_to(block=block, section=section, by=request.member)
        messages.success(request, f"It stands in “{section.title}” now")
        return to_section(request, section)
    asks = f"Move {title_of(block.kind).lower()} to another section"
    page = pages.AskPage.of(report, block.section, asks, "Move it", request.member)
    return render(request, "yearly_report/ask.jinja", {"form": form, "page": page})


@require_POST
def put_block_back(request, pk, block):
    block = block_of(request, report_of(request, pk), block)
    arranging.put_block_back(block=block, by=request.member)
    return to_section(request, block.section)


@require_POST
def remove_section(request, pk, section):
    section = section_of(request, report_of(request, pk), section)
    arranging.remove_section(section=section, by=request.member)
    said = f"“{section.title}” was taken out. It can be put back from the end of the sections."
    messages.success(request, said)
    return redirect("yearly_report:report", request.member.slug, pk)


@require_POST
def put_section_back(request, pk, section):
    taken_out = queries.sections_taken_out(request.member, report_of(request, pk))
    section = get_object_or_404(taken_out.select_related("report"), pk=section)
    arranging.put_section_back(section=section, by=request.member)
    messages.success(request, f"“{section.title}” stands in the report again")
    return redirect("yearly_report:report", request.member.slug, pk)


def goes_up(request) -> bool:
    return request.POST.get("way") == "up"


def add_quotation(request, pk, section):
    report = report_of(request, pk)
    section = section_of(request, report, section)
    insist(permissions.may_write(request.member, report))
    form = QuotationForm(request.POST or None, initial=typed(request))
    if form.is_valid():
        actions.add_block(
            section=section, kind=QUOTATION, content=form.cleaned_data, by=request.member
        )
        return to_section(request, section)
    page = pages.AskPage.of(report, section, "Add a quotation", "Put it in", request.member)
    return render(request, "yearly_report/ask.jinja", {"form": form, "page": page})


def change_quotation(request, pk, block):
    report = report_of(request, pk)
    block = block_of(request, report, block)
    insist(permissions.may_write(request.member, report))
    if block.kind != QUOTATION:
        raise Http404
    initial = queries.current_wordings([block.pk])[block.pk].content
    form = QuotationForm(request.POST or None, initial=initial | typed(request))
    if form.is_valid():
        arranging.bind(block=block, content=form.cleaned_data, by=request.member)
        messages.success(
            request, "The quotation was changed. What it said before is in its history."
        )
        return to_section(request, block.section)
    page = pages.AskPage.of(report, block.section, "Change the quotation", "Save", request.member)
    return render(request, "yearly_report/ask.jinja", {"form": form, "page": page})
