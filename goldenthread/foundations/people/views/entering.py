"""Taking up an invitation: with the account one has, or with a new one."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from goldenthread.foundations.people import actions
from goldenthread.foundations.people.forms.entering import NewAccountForm
from goldenthread.foundations.people.models import Invitation
from goldenthread.foundations.people.queries.invitations import has_account, invitation_behind
from goldenthread.foundations.people.views.showing import done


@never_cache
def invitation(request, token: str) -> HttpResponse:
    """An existing person signs in and accepts; a new one gives a name and sets a password."""
    offered = invitation_behind(token)
    if offered is None or offered.partnership.slug != request.slug:
        return render(request, "people/invitation_closed.jinja", status=404)
    if request.user.is_authenticated:
        return _as_someone_known(request, token, offered)
    if has_account(offered.email):
        return render(request, "people/invitation_sign_in.jinja", {"offered": offered})
    return _as_someone_new(request, token, offered)


def _as_someone_known(request, token: str, offered: Invitation) -> HttpResponse:
    mine = request.user.email == offered.email
    if request.method == "POST" and mine:
        actions.accept_invitation(token, request.user)
        return _welcome(request, offered)
    return render(request, "people/invitation_accept.jinja", {"offered": offered, "mine": mine})


def _as_someone_new(request, token: str, offered: Invitation) -> HttpResponse:
    form = NewAccountForm(request.POST or None, email=offered.email, initial={"name": offered.name})
    if form.is_valid() and done(form, lambda: _open_and_accept(request, token, offered, form)):
        return _welcome(request, offered)
    return render(request, "people/invitation_new.jinja", {"offered": offered, "form": form})


@transaction.atomic
def _open_and_accept(request, token: str, offered: Invitation, form: NewAccountForm) -> None:
    person = actions.open_account(
        email=offered.email,
        name=form.cleaned_data["name"],
        password=form.cleaned_data["password"],
    )
    actions.accept_invitation(token, person)
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])


def _welcome(request, offered: Invitation) -> HttpResponse:
    messages.success(request, f"You have taken up your seat in {offered.partnership.name}.")
    return redirect("inbox")
