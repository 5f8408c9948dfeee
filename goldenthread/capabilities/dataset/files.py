"""Figures as files: CSV and Excel, row by row, with nothing in them that a spreadsheet would run."""

from collections.abc import Iterator, Sequence
from tempfile import TemporaryFile

from django.http import FileResponse, Http404, StreamingHttpResponse

from goldenthread.engine.intake.spreadsheet import ExportCell, csv_pages, workbook
from goldenthread.foundations.measures import exporting
from goldenthread.foundations.measures.showing.shown import FigureTable

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    "measure", "code", "area", "period", "line", "value", "numerator", "denominator", "symbol",
    "source", "place", "vintage", "reason",
)  # fmt: skip


def every_figure(member, kind: str) -> StreamingHttpResponse:
    """Every current figure, whole. The name of the file says for whom it is."""
    rows = map(_cells, exporting.plain_figures(member))
    return _file(rows, COLUMNS, "figures-for-partners-only", kind)


def table_file(table: FigureTable, name: str, kind: str) -> StreamingHttpResponse:
    """A table as its audience sees it, figure for figure as text."""
    return _file(iter(table.texts()), ("line", *table.columns), name, kind)


def _file(
    rows: Iterator[Sequence[ExportCell]], header: Sequence[str], name: str, kind: str
) -> StreamingHttpResponse:
    if kind == "csv":
        pages = csv_pages(header, rows)
        answer = StreamingHttpResponse(pages, content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
    if kind != "xlsx":
        raise Http404("Figures come as CSV or as Excel")
    book = TemporaryFile()  # noqa: SIM115 - the response closes it
    workbook(header, rows, book, sheet="Figures")
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx", content_type=EXCEL)


def _cells(one: exporting.PlainFigure) -> list[ExportCell]:
    """In the order of `COLUMNS`."""
    line = one.breakdown or ("Total" if one.standing == "whole" else "")
    told = (one.measure__name, one.measure__code, one.area__name, one.period, line)
    figures = (one.value, one.numerator, one.denominator, one.symbol)
    return [*told, *figures, one.source__title, one.place, str(one.vintage), one.reason]
