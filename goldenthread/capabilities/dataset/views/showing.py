"""What every page of figures has in common: its own addresses, its sections, and who may change."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.capabilities.dataset.permissions import may_change

SECTIONS = (
    ("index", "Measures"),
    ("flags", "What does not add up"),
    ("imports", "Files brought in"),
)
FOR_KEEPERS = (("small_numbers", "Small numbers"),)


def address(request, page: str, **kwargs) -> str:
    return reverse(f"dataset:{page}", kwargs={"partnership": request.member.slug, **kwargs})


def show(request, template: str, **context) -> HttpResponse:
    """The page, which may say `here("measure", code="plans")` and ask `may_change` for its buttons."""
    allowed = may_change(request.member)
    common = {
        "here": partial(address, request),
        "may_change": allowed,
        "sections": SECTIONS + (FOR_KEEPERS if allowed else ()),
    }
    return render(request, template, {**common, **context})


def go_to(request, page: str, **kwargs) -> HttpResponse:
    return redirect(address(request, page, **kwargs))
