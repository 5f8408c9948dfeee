"""Bring figures in: choose a file, say which column is which where we cannot tell, look, confirm."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from goldenthread.capabilities.dataset import actions, forms
from goldenthread.capabilities.dataset.pages.preview import PreviewPage, suggested
from goldenthread.capabilities.dataset.permissions import may_change
from goldenthread.capabilities.dataset.views.showing import go_to, show
from goldenthread.engine.intake.messages import Unreadable
from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.importing import keeping
from goldenthread.foundations.people.gate import insist


def bring(request) -> HttpResponse:
    insist(may_change(request.member))
    form = forms.BringForm(request.POST or None, request.FILES or None)
    file = _received(form, request.member) if form.is_valid() else None
    if file:
        return go_to(request, "preview", pk=file.pk)
    return show(request, "dataset/bring.jinja", form=form)


def _received(form, member):
    """The file that waits for its preview; or nothing, and the reason beside the field."""
    given = form.cleaned_data["file"]
    told = {name: form.cleaned_data[name] for name in ("period", "source_title")}
    try:
        return actions.receive(name=given.name, content=given.read(), **told, by=member)
    except Unreadable as refusal:
        form.add_error("file", str(refusal))
        return None


def preview(request, pk: int) -> HttpResponse:
    """What the file holds and what would become of it; a POST says yes."""
    insist(may_change(request.member))
    file = _file(request, pk)
    if request.method == "POST":
        return _keep(request, file)
    page = PreviewPage.of(file, request.member)
    if page.needs_columns:
        return go_to(request, "columns", pk=pk)
    return show(request, "dataset/preview.jinja", page=page)


def _keep(request, file) -> HttpResponse:
    """Take it in, or show again why it cannot be, if something has changed since it was shown."""
    try:
        brought = actions.keep(file, by=request.member)
    except keeping.NotKept:
        return show(request, "dataset/preview.jinja", page=PreviewPage.of(file, request.member))
    if brought.added or brought.changed:
        messages.success(request, f"{brought.file_name} has been brought in.")
    else:
        messages.info(request, f"{brought.file_name} added nothing: every figure was here already.")
    return go_to(request, "import", pk=brought.pk)


def columns(request, pk: int) -> HttpResponse:
    insist(may_change(request.member))
    file = _file(request, pk)
    reading = PreviewPage.of(file, request.member).plan.reading
    form = forms.ColumnsForm(
        request.POST or None, header=reading.header, initial=suggested(reading.header)
    )
    if form.is_valid():
        actions.choose_columns(file, form.mapping, by=request.member)
        return go_to(request, "preview", pk=pk)
    return show(request, "dataset/columns.jinja", form=form, file=file)


@require_POST
def drop(request, pk: int) -> HttpResponse:
    actions.drop(_file(request, pk), by=request.member)
    messages.info(request, "The file was put aside. Nothing of it was kept.")
    return go_to(request, "bring")


def _file(request, pk: int):
    file = queries.incoming(request.member, pk)
    if file is None:
        raise Http404("This file has been brought in or put aside already")
    return file
