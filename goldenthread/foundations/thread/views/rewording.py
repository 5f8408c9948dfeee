"""Put a finding or a recommendation in other words, and say who owns a recommendation."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import actions, permissions, queries
from goldenthread.foundations.thread.forms.rewording import OwnerForm, RewordForm
from goldenthread.foundations.thread.views.asking import asked

OWNER = ("owner_group_id", "owner_organisation_id", "owner_seat_id")


def finding(request, pk):
    found = get_object_or_404(queries.finding_seen_by(request.member), pk=pk)
    insist(permissions.may_reword_finding(request.member, found))
    return _reworded(request, found, "finding", actions.reword_finding)


def recommendation(request, pk):
    found = get_object_or_404(queries.recommendation_seen_by(request.member), pk=pk)
    insist(permissions.may_edit_recommendation(request.member, found))
    return _reworded(request, found, "recommendation", actions.reword_recommendation)


def _reworded(request, found, kind, reword):
    now = {"text": found.text, "version": found.wordings.count()}
    form = RewordForm(request.POST or None, initial=now)
    if form.is_valid():
        try:
            reword(**{kind: found}, **form.cleaned_data, by=request.member)
        except actions.WordedSince as since:
            form.tell_of(since, since.version)
        else:
            messages.success(request, "The new wording is saved, and the earlier one is kept")
            return redirect(f"thread:{kind}", partnership=request.member.slug, pk=found.pk)
    return asked(request, form, f"Reword this {kind}", about=f"It says now: {found.text}")


def change_owner(request, pk):
    """Which group, organisation and person answer for a recommendation."""
    member = request.member
    found = get_object_or_404(queries.recommendation_seen_by(member), pk=pk)
    insist(permissions.may_edit_recommendation(member, found))
    now = {name: getattr(found, name) for name in OWNER}
    form = OwnerForm(request.POST or None, initial=now, partnership_id=member.partnership_id)
    if form.is_valid():
        actions.change_recommendation_owner(recommendation=found, **form.cleaned_data, by=member)
        messages.success(request, "The owner is saved")
        return redirect("thread:recommendation", partnership=member.slug, pk=pk)
    return asked(request, form, "Who owns this recommendation?", about=found.text)
