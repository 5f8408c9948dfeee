"""What every page of people has in common: its own addresses, its sections, and refusals on the form."""

from collections.abc import Callable
from functools import partial

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.foundations.people.entrances import opens_to
from goldenthread.foundations.people.permissions import may_keep_people
from goldenthread.kernel.decision import Decision

SECTIONS = (
    ("directory", "Directory"),
    ("organisations", "Organisations"),
    ("groups", "Groups"),
    ("structure", "Structure"),
    ("roles", "Roles"),
)
FOR_KEEPERS = (
    ("invitations", "Invitations"),
    ("clocks:closures", "Closed days"),
    ("sign_in:ways", "Signing in"),
)


def address(request, page: str, **kwargs) -> str:
    """Where a page of people stands in the partnership of the one who asks."""
    return reverse(f"people:{page}", kwargs={"partnership": request.member.slug, **kwargs})


def show(request, template: str, **context) -> HttpResponse:
    """The page, which may say `here("seat", seat=7)` and ask `keeps_people` for its buttons."""
    keeps = may_keep_people(request.member)
    common = {
        "here": partial(address, request),
        "keeps_people": keeps,
        "sections": [(words, _place(request, page)) for page, words in _sections(request, keeps)],
    }
    return render(request, template, {**common, **context})


def _place(request, page: str) -> str:
    """Of a section: a page of ours, or another's by its whole name."""
    if ":" not in page:
        return address(request, page)
    return reverse(page, kwargs={"partnership": request.member.slug})


def _sections(request, keeps: Decision) -> list[tuple[str, str]]:
    """Those whose page this member may open."""
    named = SECTIONS + (FOR_KEEPERS if keeps else ())
    roles = request.member.roles
    return [pair for pair in named if opens_to(_page_name(pair[0]), roles)]


def _page_name(page: str) -> str:
    return page if ":" in page else f"people:{page}"


def go_to(request, page: str, **kwargs) -> HttpResponse:
    return redirect(address(request, page, **kwargs))


def done(form: forms.BaseForm, change: Callable[[], object]) -> bool:
    """Make the change; a refusal stands on the form with its reason, and nothing typed is lost."""
    try:
        change()
    except PermissionDenied as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
