"""The catalogue, one measure, what does not add up, and what each file brought."""

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from goldenthread.capabilities.dataset import actions, files
from goldenthread.capabilities.dataset.pages import catalogue
from goldenthread.capabilities.dataset.pages.measure import MeasurePage
from goldenthread.capabilities.dataset.views.showing import go_to, show
from goldenthread.foundations.measures import queries


def index(request) -> HttpResponse:
    page = catalogue.CataloguePage(request.member, request.GET)
    return show(request, "dataset/index.jinja", page=page)


def measure(request, code: str) -> HttpResponse:
    found = get_object_or_404(queries.measures_of(request.member), code=code)
    page = MeasurePage.of(found, request.GET.get("audience", ""), request.member)
    return show(request, "dataset/measure.jinja", page=page)


def measure_file(request, code: str, kind: str) -> StreamingHttpResponse:
    """The table of one measure as a file, for the audience asked for."""
    found = get_object_or_404(queries.measures_of(request.member), code=code)
    page = MeasurePage.of(found, request.GET.get("audience", ""), request.member)
    return files.table_file(page.table, f"{code}-for-{page.audience}", kind)


def export(request, kind: str) -> StreamingHttpResponse:
    """Every current figure, whole: for the partners."""
    return files.every_figure(request.member, kind)


@require_POST
def adopt(request) -> HttpResponse:
    actions.adopt_catalogue(by=request.member)
    messages.success(request, "Every measure of the shipped catalogue is in your list.")
    return go_to(request, "index")


def flags(request) -> HttpResponse:
    listing = catalogue.flags_page(request.member, request.GET)
    return show(request, "dataset/flags.jinja", listing=listing)


def imports(request) -> HttpResponse:
    listing = catalogue.imports_page(request.member, request.GET)
    return show(request, "dataset/imports.jinja", listing=listing)


def one_import(request, pk: int) -> HttpResponse:
    brought = get_object_or_404(queries.imports_of(request.member), pk=pk)
    listing = catalogue.figures_of_import(brought, request.GET)
    return show(
        request, "dataset/import.jinja", brought=brought, listing=listing, text_of=catalogue.text_of
    )
