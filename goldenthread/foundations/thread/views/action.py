from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import actions, permissions, queries
from goldenthread.foundations.thread.forms import deciding
from goldenthread.foundations.thread.forms.updating import UpdateForm
from goldenthread.foundations.thread.pages import action as pages
from goldenthread.foundations.thread.pages import history
from goldenthread.foundations.thread.queries.actions import extension_open
from goldenthread.foundations.thread.queries.history import history_of
from goldenthread.foundations.thread.rules import ACTION
from goldenthread.foundations.thread.views.asking import asked, files


@require_safe
def action(request, pk):
    found = _seen(request, pk)
    thresholds = queries.thresholds_of(request.member.partnership_id)
    page = pages.page_of(found, request.member, history_of(found), thresholds, today())
    return render(request, "thread/action.jinja", {"page": page})


def update(request, pk):
    found = _seen(request, pk)
    insist(permissions.may_give_evidence(request.member, found))
    form = UpdateForm(request.POST or None, files(request), action=found)
    if form.is_valid():
        actions.update(action=found, **form.cleaned_data, by=request.member)
        messages.success(request, "Your update is kept")
        return _back(request, pk)
    return asked(request, form, "Update this action", about=found.text, button="Save the update")


def see(request, pk):
    found = _seen(request, pk)
    givers = queries.evidence_givers(found)
    insist(permissions.may_take_action_step("see-evidence", request.member, found, given_by=givers))
    form = deciding.DecisionForm(request.POST or None, question=deciding.SIGHT)
    if form.is_valid():
        actions.see_evidence(of=found, **form.cleaned_data, by=request.member)
        messages.success(request, "What you saw is recorded")
        return _back(request, pk)
    shown = history.evidence_given(history_of(found), ACTION)
    return asked(request, form, "Have you seen the evidence?", about=found.text, shown=shown)


def answer_extension(request, pk):
    found = _seen(request, pk)
    insist(permissions.may_answer_extension(request.member, found))
    extension = get_object_or_404(extension_open(found))
    form = deciding.DecisionForm(request.POST or None, question=deciding.MORE_TIME)
    if form.is_valid():
        actions.answer_extension(extension=extension, **form.cleaned_data, by=request.member)
        messages.success(request, "The answer is recorded")
        return _back(request, pk)
    about = f"{extension.by} asks for {extension.wanted_on:%-d %B %Y}: {extension.reason}"
    return asked(request, form, "More time is asked for", about=about)


def rate(request, pk):
    found = _seen(request, pk)
    insist(permissions.may_rate(request.member, found))
    now = {"rating": found.said_rating, "reason": found.why_said}
    form = deciding.RatingForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.rate(action=found, **form.cleaned_data, by=request.member)
        messages.success(request, "The rating is set")
        return _back(request, pk)
    return asked(request, form, "Set the rating", about=found.text, button="Set the rating")


def step(request, pk, step):
    """A step that asks only why: close, re-open."""
    found = _seen(request, pk)
    row = ACTION.step(step, at=found.stage)
    if row is None or step not in pages.ASKS_ONLY_WHY:
        raise Http404("This step cannot be taken now")
    insist(permissions.may_take_action_step(step, request.member, found, given_by=[]))
    form = deciding.ReasonForm(request.POST or None, asks=row.asks_why)
    if form.is_valid():
        actions.take_action_step(step, action=found, **form.cleaned_data, by=request.member)
        return _back(request, pk)
    return asked(request, form, row.label, about=found.text, button=row.label)


def _seen(request, pk):
    return get_object_or_404(queries.action_seen_by(request.member), pk=pk)


def _back(request, pk):
    return redirect("thread:action", partnership=request.member.slug, pk=pk)
