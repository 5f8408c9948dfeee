"""Inviting people, and the invitations that wait."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people import permissions
from goldenthread.foundations.people.actions import invitations as actions
from goldenthread.foundations.people.forms.seats import InviteForm
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.models import Invitation
from goldenthread.foundations.people.pages.directory import invitations_of
from goldenthread.foundations.people.queries.invitations import invitations_seen_by
from goldenthread.foundations.people.views.showing import done, go_to, show


def invitations(request) -> HttpResponse:
    listed = invitations_of(request.member, request.GET)
    return show(request, "people/invitations.jinja", invitations=listed, now=now())


def invite(request) -> HttpResponse:
    insist(permissions.may_keep_people(request.member))
    organisation = request.GET.get("organisation", "")
    form = InviteForm(
        request.POST or None, asker=request.member, initial={"organisation": organisation}
    )
    if form.is_valid() and done(
        form, lambda: actions.invite(**form.cleaned_data, by=request.member)
    ):
        messages.success(request, f"An invitation is on its way to {form.cleaned_data['email']}.")
        return go_to(request, "invitations")
    return show(request, "people/invite.jinja", form=form)


@require_POST
def resend(request, invitation: int) -> HttpResponse:
    actions.resend(_invitation(request, invitation), by=request.member)
    messages.success(request, "The invitation is on its way again. Only the newest e-mail works.")
    return go_to(request, "invitations")


@require_POST
def withdraw(request, invitation: int) -> HttpResponse:
    actions.withdraw(_invitation(request, invitation), by=request.member)
    messages.success(request, "The invitation has been withdrawn.")
    return go_to(request, "invitations")


def _invitation(request, pk: int) -> Invitation:
    return get_object_or_404(invitations_seen_by(request.member), pk=pk)
