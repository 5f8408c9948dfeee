"""The tracker as it is filtered now, as CSV or Excel, in the shape of a log that was brought in."""

import tempfile

from django.http import FileResponse, Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.engine.intake.export import as_csv, as_workbook
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.thread import queries
from goldenthread.foundations.thread.pages import tracker as pages
from goldenthread.foundations.thread.queries import exporting, logs
from goldenthread.foundations.trail import actions as trail

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def choose(request):
    """Which shape and which kind of file."""
    brought = logs.logs_of(request.member).filter(brought_in_at__isnull=False)[:20]
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return render(request, "thread/export.jinja", {"logs": brought, "query": query})


@require_safe
def export(request, shape, kind):
    """`shape` is the number of a log, or 0 for our own columns; `kind` is csv or xlsx."""
    member = request.member
    if kind not in WRITERS:
        raise Http404
    log = get_object_or_404(logs.logs_of(member), pk=shape) if shape else None
    thresholds = queries.thresholds_of(member.partnership_id)
    themes = queries.themes_of(member.partnership_id, with_retired=True)
    chosen = pages.listing(member, request.GET, themes, thresholds, today()).chosen
    if log:
        chosen = chosen.order_by("imported__log_id", "imported__number", "pk")
    rows = exporting.rows_of(chosen, log, themes)
    trail.record(by=member, did="exported the tracker", to="thread.action", kind=kind)
    return WRITERS[kind](rows, exporting.shape_of(log))


def _csv(rows, shape):
    response = StreamingHttpResponse(as_csv(rows, shape), content_type="text/csv; charset=utf-8")
    return _named(response, "csv")


def _excel(rows, shape):
    file = tempfile.TemporaryFile()  # noqa: SIM115  the response closes it
    as_workbook(rows, shape, file)
    file.seek(0)
    return _named(FileResponse(file, content_type=EXCEL), "xlsx")


def _named(response, ending: str):
    name = f"action-tracker-{today():%Y-%m-%d}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


WRITERS = {"csv": _csv, "xlsx": _excel}
