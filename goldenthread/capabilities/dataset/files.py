"""Figures as files: CSV and Excel, row by row, with nothing in them that a spreadsheet would run."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from decimal import Decimal
from tempfile import TemporaryFile

from django.http import FileResponse, Http404, StreamingHttpResponse

from goldenthread.engine.intake.export import Kept, Shape, as_workbook, neutral
from goldenthread.engine.intake.fields import Field
from goldenthread.engine.intake.values.outcome import Value
from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.models import Observation
from goldenthread.foundations.measures.showing.shown import FigureTable

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BATCH = 1_000
PAGE = 64_000  # characters of CSV that are sent at a time
COLUMNS = (
    "measure", "code", "area", "period", "line", "value", "numerator", "denominator", "symbol",
    "source", "place", "vintage", "reason",
)  # fmt: skip


def every_figure(member, kind: str) -> StreamingHttpResponse:
    """Every current figure, whole. The name of the file says for whom it is."""
    rows = queries.current_observations(member).select_related("measure", "area", "source")
    ordered = rows.order_by("measure__code", "area__name", "period_end", "pk")
    kept = (Kept(_values(one), {}) for one in ordered.iterator(chunk_size=BATCH))
    return _file(kept, _shape(COLUMNS), "figures-for-partners-only", kind)


def table_file(table: FigureTable, name: str, kind: str) -> StreamingHttpResponse:
    """A table as its audience sees it, figure for figure as text."""
    header = ("line", *table.columns)
    rows = (Kept(dict(zip(header, row, strict=True)), {}) for row in table.texts())
    return _file(rows, _shape(header), name, kind)


def _shape(header) -> Shape:
    return Shape(list(header), {name: name for name in header}, [Field(n, n) for n in header])


def _file(rows: Iterator[Kept], shape: Shape, name: str, kind: str) -> StreamingHttpResponse:
    if kind == "csv":
        lines = _csv(rows, shape.header)
        answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
    if kind != "xlsx":
        raise Http404("Figures come as CSV or as Excel")
    book = TemporaryFile()  # noqa: SIM115 - the response closes it
    as_workbook(rows, shape, book, sheet="Figures")
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx", content_type=EXCEL)


def _csv(rows: Iterator[Kept], header: Sequence[str]) -> Iterator[bytes]:
    """In UTF-8 with the mark that Excel wants, many lines at a time; memory does not grow."""
    yield BOM_UTF8
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow([neutral(name) for name in header])
    for row in rows:
        writer.writerow([_cell(row.values[name]) for name in header])
        if page.tell() > PAGE:
            yield page.getvalue().encode()
            page.seek(0)
            page.truncate()
    yield page.getvalue().encode()


def _cell(value: Value) -> str:
    """As a spreadsheet shows it and does not run it."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return neutral(value) if isinstance(value, str) else ""


def _values(one: Observation) -> dict[str, Value]:
    return {
        "measure": one.measure.name,
        "code": one.measure.code,
        "area": one.area.name,
        "period": one.period.label,
        "line": one.breakdown or ("Total" if one.standing == "whole" else ""),
        "value": one.value,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "symbol": one.symbol,
        "source": one.source.title if one.source else "",
        "place": one.place,
        "vintage": str(one.vintage),
        "reason": one.reason,
    }
