"""An action log comes in: upload → table → columns → organisations → preview → confirm."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from goldenthread.engine.intake.messages import Unreadable
from goldenthread.foundations.design.words import counted
from goldenthread.foundations.thread.actions import importing as actions
from goldenthread.foundations.thread.actions.confirming import confirm
from goldenthread.foundations.thread.examples import EXAMPLES, path_of
from goldenthread.foundations.thread.forms import importing as forms
from goldenthread.foundations.thread.pages import importing as pages
from goldenthread.foundations.thread.queries import logs
from goldenthread.foundations.thread.queries.owners import organisations_of
from goldenthread.foundations.thread.views.asking import asked, files


def upload(request):
    form = forms.UploadForm(request.POST or None, files(request))
    answer = _uploaded(request, form) if form.is_valid() else None
    if answer:
        return answer
    recent = logs.logs_of(request.member).filter(brought_in_at__isnull=False)[:20]
    page = {"form": form, "logs": recent, "examples": EXAMPLES}
    page["under_way"] = logs.being_brought_in(request.member)[:20]
    return render(request, "thread/import.jinja", page)


def _uploaded(request, form):
    """On to the next page; or nothing, and the reason beside the field. The file is read once."""
    file = form.cleaned_data["file"]
    content = file.read()
    try:
        tables = logs.tables_in(content, file.name)
    except Unreadable as refusal:
        form.add_error("file", str(refusal))
        return None
    log = actions.upload_log(name=file.name, content=content, tables=tables, by=request.member)
    return _to(request, "import-table" if len(tables) > 1 else "import-columns", log)


@require_safe
def example(request, name):
    if name not in EXAMPLES:
        raise Http404
    return FileResponse(path_of(name).open("rb"), as_attachment=True, filename=name)


def choose_table(request, pk):
    log = _waiting(request, pk)
    tables = logs.offered(logs.tables_in(log.content, log.file_name))
    form = forms.TableForm(request.POST or None, tables=tables, initial={"part": log.part})
    if form.is_valid():
        actions.choose_table(log=log, part=form.cleaned_data["part"], by=request.member)
        return _to(request, "import-columns", log)
    return asked(request, form, "Choose the table", button="Continue")


def map_columns(request, pk):
    log = _waiting(request, pk)
    table = logs.table_of(log)
    form = forms.ColumnsForm(request.POST or None, header=table.header, mapping=log.mapping)
    if form.is_valid():
        actions.map_columns(log=log, mapping=form.mapping, by=request.member)
        unknown = _unknown(request, log)
        return _to(request, "import-organisations" if unknown else "import-preview", log)
    former = logs.former_log(table.header, request.member.partnership_id)
    page = pages.columns_page(log.file_name, table, former)
    return render(request, "thread/columns.jinja", {"form": form, "page": page})


def name_organisations(request, pk):
    log, member = _waiting(request, pk), request.member
    words = _unknown(request, log)
    form = forms.OrganisationsForm(
        request.POST or None, words=words, partnership_id=member.partnership_id
    )
    if request.method == "POST" and form.is_valid():
        known = organisations_of(member.partnership_id).in_bulk()
        for word, organisation in form.meant():
            actions.teach_organisation(words=word, organisation=known[organisation], by=member)
        return _to(request, "import-preview", log)
    about = (
        "Your log uses these names. Say whom they mean; what you leave is kept as it is written."
    )
    return asked(request, form, "Who is who", about=about, button="Continue")


def preview(request, pk):
    log = get_object_or_404(logs.logs_of(request.member), pk=pk)
    if log.brought_in_at or log.confirmed_at:
        return _told(request, log)
    log = _waiting(request, pk)
    found = logs.preview_of(log)
    form = forms.ConfirmForm(
        request.POST or None, refused=found.counts.refused, initial=_as_before(log)
    )
    if form.is_valid():
        rows = found.counts.to_import
        log = confirm(log=log, rows=rows, **form.cleaned_data, by=request.member)
        return _told(request, log)
    themes = logs.new_themes(found.to_import, request.member.partnership_id)
    page = pages.page_of(found, log.file_name, themes)
    return render(request, "thread/preview.jinja", {"form": form, "page": page, "log": log})


def _as_before(log) -> dict:
    former = logs.former_log(log.header, log.partnership_id)
    return {"if_done": former.if_done} if former else {}


def _told(request, log):
    """What became of it; while the worker is at it, the page that says so."""
    if log.brought_in_at is None:
        if request.method == "POST":
            return _to(request, "import-preview", log)
        return render(request, "thread/being_brought_in.jinja", {"log": log})
    messages.success(request, f"{counted(log.rows_in, 'action')} brought in from {log.file_name}")
    return redirect("thread:index", partnership=request.member.slug)


def _waiting(request, pk):
    return get_object_or_404(logs.waiting_log(request.member, pk))


def _unknown(request, log) -> list[str]:
    rows = logs.preview_of(log).rows
    return logs.unknown_organisations(rows, request.member.partnership_id)


def _to(request, page, log):
    return redirect(f"thread:{page}", partnership=request.member.slug, pk=log.pk)
