"""A single-use link: opened, proved by a code, and then the one page that it opens."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.lock.keys import opened
from goldenthread.foundations.people.actions import links as actions
from goldenthread.foundations.people.askers import LINK_IN_SESSION
from goldenthread.foundations.people.forms.entering import CodeForm
from goldenthread.foundations.people.members import Guest
from goldenthread.foundations.people.models.links import token_fingerprint
from goldenthread.foundations.people.queries.links import guest_at, page_for


@never_cache
def link(request, token: str) -> HttpResponse:
    """Nothing is sent until a person presses the button: programs that read e-mail open links too."""
    found = guest_at(request, token)
    if found is None:
        return render(request, "people/link_closed.jinja", status=404)
    guest, _ = found
    refused = ""
    if request.method == "POST":
        with opened(guest.keys):
            decision = actions.ask_for_code(guest)
        if decision:
            return redirect(_to_code(guest, token))
        refused = decision.reason
    shown = {"guest": guest, "hidden": _partly_hidden(guest.email), "refused": refused}
    return render(request, "people/link.jinja", shown | {"code_page": _to_code(guest, token)})


@never_cache
def code(request, token: str) -> HttpResponse:
    found = guest_at(request, token)
    if found is None:
        return render(request, "people/link_closed.jinja", status=404)
    guest, purpose = found
    form = CodeForm(request.POST or None)
    if form.is_valid() and _proved(guest, form):
        _keep_in_session(request, token, purpose)
        return redirect(reverse(page_for(purpose), kwargs={"partnership": guest.slug}))
    hidden = _partly_hidden(guest.email)
    again = reverse("people:link", kwargs={"partnership": guest.slug, "token": token})
    return render(
        request, "people/link_code.jinja", {"form": form, "hidden": hidden, "again": again}
    )


def _proved(guest: Guest, form: CodeForm) -> bool:
    with opened(guest.keys):
        decision = actions.prove(guest, form.cleaned_data["code"])
    if not decision:
        form.add_error("code", decision.reason)
    return bool(decision)


def _keep_in_session(request, token: str, purpose: str) -> None:
    """Until the browser is closed, and not for long: it may be one that others use too."""
    request.session.cycle_key()
    request.session.set_expiry(0)
    proved = {"token": token_fingerprint(token), "purpose": purpose, "at": now().timestamp()}
    request.session[LINK_IN_SESSION] = proved


def _to_code(guest: Guest, token: str) -> str:
    return reverse("people:link-code", kwargs={"partnership": guest.slug, "token": token})


def _partly_hidden(email: str) -> str:
    """Enough to know which address it is, not enough to learn it: p•••@school.example."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}•••@{domain}"
