from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import actions, permissions, queries
from goldenthread.foundations.thread.forms import deciding, recommending
from goldenthread.foundations.thread.pages import history
from goldenthread.foundations.thread.pages import recommendation as pages
from goldenthread.foundations.thread.queries import recommendation_pages as read
from goldenthread.foundations.thread.queries.history import history_of
from goldenthread.foundations.thread.rules import RECOMMENDATION
from goldenthread.foundations.thread.rules.recommendation_stages import (
    BY_EVIDENCE,
    BY_TEST,
    NAMES_ANOTHER,
)
from goldenthread.foundations.thread.views.asking import asked, files


@require_safe
def recommendations(request):
    themes = queries.themes_of(request.member.partnership_id)
    found = pages.listing(request.member, request.GET, themes)
    page = {
        "list": found,
        "rows": pages.rows_of(found),
        "may_add": permissions.may_record_recommendation(request.member),
    }
    return render(request, "thread/recommendations.jinja", page)


@require_safe
def recommendation(request, pk):
    member = request.member
    found = get_object_or_404(read.recommendation_with_themes(member), pk=pk)
    happened = history_of(found)
    known = read.known_of(found, member, happened)
    page = pages.page_of(found, member, known, happened)
    return render(
        request, "thread/recommendation.jinja", {"page": page, "page_for": pages.page_for}
    )


def step(request, pk, step):
    """A step of the table: at once when it asks nothing and is posted, else with its question."""
    found, member = _seen(request, pk), request.member
    row = RECOMMENDATION.step(step, at=found.stage)
    if row is None or step in (BY_EVIDENCE, BY_TEST):
        raise Http404("This step cannot be taken now")
    insist(permissions.may_take_step(step, member, found, standing=queries.standing_of(found)))
    others = read.other_choices(found, member) if step in NAMES_ANOTHER else ()
    posted = request.POST if request.method == "POST" else None
    form = recommending.StepForm(posted, asks=row.asks_why, others=others)
    if form.is_valid():
        given = form.cleaned_data
        other = given.get("led_to") and get_object_or_404(
            queries.recommendations_seen_by(member), pk=given["led_to"]
        )
        actions.take_step(
            step,
            recommendation=found,
            reason=given.get("reason", ""),
            led_to=other or None,
            by=member,
        )
        return _back(request, pk)
    return asked(request, form, row.label, about=found.text, button=row.label)


def see(request, pk):
    found, member = _seen(request, pk), request.member
    standing = queries.standing_of(found)
    insist(permissions.may_take_step(BY_EVIDENCE, member, found, standing=standing))
    form = deciding.DecisionForm(request.POST or None, question=deciding.SIGHT)
    if form.is_valid():
        actions.see_evidence(of=found, **form.cleaned_data, by=member)
        messages.success(request, "What you saw is recorded")
        return _back(request, pk)
    shown = history.evidence_given(history_of(found), RECOMMENDATION)
    return asked(request, form, "Have you seen the evidence?", about=found.text, shown=shown)


def give_evidence(request, pk):
    found = _seen(request, pk)
    insist(permissions.may_give_recommendation_evidence(request.member, found))
    form = recommending.EvidenceForm(request.POST or None, files(request))
    if form.is_valid():
        actions.add_evidence(of=found, **form.cleaned_data, by=request.member)
        return _back(request, pk)
    return asked(request, form, "Give evidence", about=found.text, button="Give the evidence")


def test(request, pk):
    found = _seen(request, pk)
    insist(permissions.may_test(request.member, found))
    form = recommending.TestForm(request.POST or None)
    if form.is_valid():
        actions.record_test(recommendation=found, **form.cleaned_data, by=request.member)
        messages.success(request, "The test is recorded")
        return _back(request, pk)
    return asked(request, form, "Record a test in practice", about=found.text)


def _seen(request, pk):
    return get_object_or_404(queries.recommendation_seen_by(request.member), pk=pk)


def _back(request, pk):
    return redirect("thread:recommendation", partnership=request.member.slug, pk=pk)
