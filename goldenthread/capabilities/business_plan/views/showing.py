"""What every page of the plan has in common: its own addresses and the sections above it."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.capabilities.business_plan import permissions
from goldenthread.foundations.sign_in.drafts import filling

SECTIONS = (
    ("index", "The plan in force"),
    ("plans", "All plans"),
    ("ballots", "Priority setting"),
    ("themes", "Shared themes"),
)


def address(request, page: str, **kwargs) -> str:
    return reverse(f"business_plan:{page}", kwargs={"partnership": request.member.slug, **kwargs})


def show(request, template: str, **context) -> HttpResponse:
    """The page, which may say `here("objective", pk=1)` and ask `may_type` for its buttons."""
    given = {
        "here": partial(address, request),
        "places": [(words, address(request, page)) for page, words in SECTIONS],
        "may_type": permissions.may_type(request.member),
        "may_manage": permissions.may_manage(request.member),
    }
    return render(request, template, {**given, **context})


def ask(request, form, title: str, *, button: str, cancel: str, **context) -> HttpResponse:
    """A page that is one form, as it was typed or kept."""
    filling.fill(request, form)
    given = {"form": form, "title": title, "button": button, "cancel": cancel, **context}
    return show(request, "business_plan/ask.jinja", **given)


def go_to(request, page: str, **kwargs) -> HttpResponse:
    return redirect(address(request, page, **kwargs))


def found(thing, what: str):
    """The record, or a page that says there is none."""
    if thing is None:
        raise Http404(f"There is no such {what} here")
    return thing
