"""The gallery's pages. Nothing sent here is kept."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render

from goldenthread.foundations.design import refusals
from goldenthread.foundations.design.filters import Choice, Search
from goldenthread.foundations.design.listing import Column, Listing
from goldenthread.home.gallery import examples, queries
from goldenthread.home.gallery.forms import Example

COLUMNS = (
    Column("Organisation", "name", by=("name",)),
    Column("Kind", "kind", by=("kind", "name")),
    Column("Ended", "ended", by=("ended_on",)),
)


def gallery(request) -> HttpResponse:
    filters = (
        Search("text", "Words in the name", ("name",)),
        Choice("kind", "Kind", queries.kinds(), "kind", several=True),
    )
    organisations = Listing(
        queries.organisations(),
        request.GET,
        columns=COLUMNS,
        filters=filters,
        sorted_by="name",
        one="organisation",
        per_page=8,
    )
    context = {"organisations": organisations, "examples": examples}
    return render(request, "home/gallery/gallery.jinja", context)


def form(request) -> HttpResponse:
    asked = Example(request.POST or None, request.FILES or None)
    if asked.is_valid():
        messages.success(request, "The audit was planned")
    return render(request, "home/gallery/form.jinja", {"form": asked})


def confirm(request) -> HttpResponse:
    context = {
        "question": "Close this recommendation without a test in practice?",
        "consequences": [
            "It will stop appearing in reviews.",
            "The yearly report will say that it was closed untested.",
        ],
        "button": "Close the recommendation",
        "cancel": "../",
    }
    return render(request, "design/confirm.jinja", context)


def refused(request, status: int) -> HttpResponse:
    """Each page for what goes wrong, as it is drawn when it does."""
    reason = "Only the lead organisation can move an audit on."
    pages = {
        400: lambda: refusals.bad_request(request),
        403: lambda: refusals.not_allowed(request, PermissionDenied(reason)),
        404: lambda: refusals.not_found(request, Http404()),
        419: lambda: refusals.not_from_our_form(request, "shown in the gallery"),
        500: lambda: refusals.broken(request),
    }
    return pages[status]() if status in pages else refusals.not_found(request)
