"""Sections, blocks, wordings and comments."""

from typing import Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldenthread.capabilities.yearly_report import blocks, pages
from goldenthread.capabilities.yearly_report.blocks import Pictures
from goldenthread.capabilities.yearly_report.forms import (
    BlockForm,
    CommentForm,
    SectionForm,
    WriteForm,
)
from goldenthread.capabilities.yearly_report.views.found import (
    block_of,
    comment_of,
    drawing_of,
    report_of,
    section_in,
    section_of,
    to_section,
)
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.publishing import actions, headings, permissions, queries
from goldenthread.foundations.sign_in.drafts import actions as drafts
from goldenthread.foundations.sign_in.drafts import places, words
from goldenthread.foundations.sign_in.drafts.queries import typed

JOINED = "Somebody else wrote here at the same time. Both changes are in the text now: read it once more."
KEPT = "The report is {stage} now, so this could not be saved in it. Your words are kept for you here for 30 days."
NOT_KEPT = (
    "The report is {stage} now, so this could not be saved. Copy your words to a place of your own."
)
PUT_ASIDE = "Somebody else wrote in the same place. Your words were kept beside theirs: choose between them below."


def section(request, pk, section):
    report = report_of(request, pk)
    drawing = drawing_of(request, report, Pictures.STORED)
    section = section_in(drawing, section)
    page = pages.SectionPage.of(report, section, drawing, request.member)
    forms = {
        "comment_form": CommentForm(),
        "block_form": BlockForm(offered=blocks.offered(request.member, report)),
    }
    return render(request, "yearly_report/section.jinja", {"page": page, **forms})


def add_section(request, pk):
    report = report_of(request, pk)
    insist(permissions.may_write(request.member, report))
    form = SectionForm(
        request.POST or None, required=headings.required(request.member, report.edition)
    )
    if form.is_valid():
        made = actions.add_section(report=report, **form.cleaned_data, by=request.member)
        actions.add_block(section=made, kind=actions.PROSE, content={"text": ""}, by=request.member)
        return to_section(request, made)
    return render(request, "yearly_report/add_section.jinja", {"form": form, "report": report})


@require_POST
def add_block(request, pk, section):
    report = report_of(request, pk)
    section = section_of(request, report, section)
    offered = blocks.offered(request.member, report)
    form = BlockForm(request.POST, offered=offered)
    if form.is_valid():
        chosen = next(o for o in offered if o.key == form.cleaned_data["what"])
        actions.add_block(
            section=section, kind=chosen.kind, content=chosen.content, by=request.member
        )
        return to_section(request, section)
    page = pages.SectionPage.of(report, section, drawing_of(request, report), request.member)
    context = {"page": page, "comment_form": CommentForm(), "block_form": form, "form": form}
    return render(request, "yearly_report/section.jinja", context)


def write(request, pk, block):
    report = report_of(request, pk)
    block = block_of(request, report, block)
    if request.method == "POST" and not permissions.may_write(request.member, report):
        return keep_for_later(request, report, block)
    insist(permissions.may_write(request.member, report))
    form = WriteForm(request.POST or None, initial=as_it_stands(block) | typed(request))
    if form.is_valid():
        said = actions.write(block=block, **form.cleaned_data, by=request.member)
        tell_how_it_went(request, said)
        return to_section(request, block.section)
    page = pages.WritePage.of(report, block, request.member)
    return render(request, "yearly_report/write.jinja", {"form": form, "page": page})


def as_it_stands(block) -> dict[str, Any]:
    """What a writer begins with, and which words of others they have before them as they write."""
    current = queries.current_wordings([block.pk]).get(block.pk)
    aside = queries.put_aside_in(block, after=0).last()
    return {
        "text": current.content.get("text", "") if current else "",
        "typed_over": current and current.pk,
        "seen": aside and aside.pk,
    }


def keep_for_later(request, report, block):
    """The report went on while somebody was writing: their words are theirs, and are not lost."""
    kept = kept_words(request)
    if kept is None:
        form = WriteForm(request.POST)
        page = pages.WritePage.of(report, block, request.member)
        messages.error(request, NOT_KEPT.format(stage=report.stage))
        return render(request, "yearly_report/write.jinja", {"form": form, "page": page})
    messages.warning(request, KEPT.format(stage=report.stage))
    return redirect("sign_in_kept_words", kept.pk)


def kept_words(request):
    """The draft that now holds what was posted; none where it is more than we keep of anyone."""
    place, over = places.place(request.path), words.number(request.POST.get("draft-over"))
    if place is None:
        return None
    try:
        said, person_id = words.written(request.POST), request.member.person_id
        return drafts.keep(said, at=place, over=over, person_id=person_id)
    except (words.TooLong, drafts.TooMany):
        return None


def tell_how_it_went(request, wording) -> None:
    if wording.put_aside:
        messages.warning(request, PUT_ASIDE)
    elif wording.joined:
        messages.warning(request, JOINED)
    else:
        messages.success(request, "Your words were saved")


@require_POST
def remove_block(request, pk, block):
    block = block_of(request, report_of(request, pk), block)
    actions.remove_block(block=block, by=request.member)
    messages.success(request, "It was taken out of the report. Its words stay in its history.")
    return to_section(request, block.section)


def block_history(request, pk, block):
    report = report_of(request, pk)
    block = block_of(request, report, block)
    page = pages.HistoryPage.of(
        report, block, queries.wordings_of(request.member, block), request.member
    )
    return render(request, "yearly_report/history.jinja", {"page": page})


@require_POST
def hold(request, pk, section):
    section = section_of(request, report_of(request, pk), section)
    actions.hold(section=section, by=request.member)
    messages.success(
        request, "The section is yours to write in for two hours, or until you let it go"
    )
    return to_section(request, section)


@require_POST
def let_go(request, pk, section):
    section = section_of(request, report_of(request, pk), section)
    actions.let_go(section=section, by=request.member)
    return to_section(request, section)


@require_POST
def comment(request, pk):
    report = report_of(request, pk)
    number = request.POST.get("section", "")
    section = section_of(request, report, int(number)) if number.isdecimal() else None
    form = CommentForm(request.POST)
    if form.is_valid():
        actions.comment(report=report, section=section, **form.cleaned_data, by=request.member)
        messages.success(request, "Your comment was added")
    else:
        messages.error(request, "Enter your comment before you add it")
    return (
        to_section(request, section)
        if section
        else redirect("yearly_report:report", request.member.slug, pk)
    )


@require_POST
def settle_comment(request, pk, comment):
    comment = comment_of(request, report_of(request, pk), comment)
    actions.settle_comment(comment=comment, by=request.member)
    if comment.section:
        return to_section(request, comment.section)
    return redirect("yearly_report:report", request.member.slug, pk)
