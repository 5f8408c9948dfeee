"""Set an action, and put right who owns it and how it is worded."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import actions, permissions, queries
from goldenthread.foundations.thread.forms.editing import ActionForm
from goldenthread.foundations.thread.views.asking import asked

OWNER = ("owner_organisation_id", "owner_seat_id", "owner_name", "owner_email")


def new_action(request):
    """`?for=` names the recommendation that it serves."""
    member = request.member
    advice = _recommendation(request)
    insist(permissions.may_record_action(member, advice))
    form = ActionForm(request.POST or None, partnership_id=member.partnership_id)
    if form.is_valid():
        made = actions.record_action(**form.cleaned_data, recommendation=advice, by=member)
        messages.success(request, f"Action {made.reference} is set")
        return redirect("thread:action", partnership=member.slug, pk=made.pk)
    about = f"For the recommendation: {advice.text}" if advice else ""
    return asked(request, form, "Set an action", about=about, button="Set the action")


def edit_action(request, pk):
    member = request.member
    insist(permissions.may_edit(member))
    found = get_object_or_404(queries.action_seen_by(member), pk=pk)
    now = {name: getattr(found, name) for name in ("text", "reference", *OWNER)}
    form = ActionForm(
        request.POST or None,
        initial=now,
        partnership_id=member.partnership_id,
        has_date=bool(found.due_on),
    )
    if form.is_valid():
        owner = {name: form.cleaned_data.pop(name) for name in OWNER}
        actions.reword(action=found, **form.cleaned_data, by=member)
        actions.change_owner(action=found, **owner, by=member)
        return redirect("thread:action", partnership=member.slug, pk=pk)
    return asked(request, form, "Owner and wording", button="Save")


@require_POST
def ask_owner(request, pk):
    """Send the owner an e-mail now."""
    found = get_object_or_404(queries.action_seen_by(request.member), pk=pk)
    actions.ask_owner(action=found, by=request.member)
    messages.success(request, "The owner is asked by e-mail")
    return redirect("thread:action", partnership=request.member.slug, pk=pk)


def _recommendation(request):
    pk = request.GET.get("for", "")
    if not pk.isdecimal():
        return None
    return get_object_or_404(queries.recommendation_seen_by(request.member), pk=pk)
