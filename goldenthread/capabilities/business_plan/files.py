"""A plan as files. Excel and CSV have the columns that an import reads, so that what goes out comes back in."""

from collections.abc import Iterator
from datetime import date
from tempfile import TemporaryFile

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils.text import slugify

from goldenthread.capabilities.business_plan import queries
from goldenthread.capabilities.business_plan.pages import summary
from goldenthread.capabilities.business_plan.rules import numbering
from goldenthread.capabilities.business_plan.rules.plan_file.columns import COLUMNS, SOURCE
from goldenthread.engine.intake.export import Kept, Shape, as_csv, as_workbook
from goldenthread.engine.intake.values.outcome import Value
from goldenthread.engine.writers import word
from goldenthread.engine.writers.report import Paragraph, Report

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BATCH = 500
WRITTEN = tuple(column for column in COLUMNS if column is not SOURCE)
SHAPE = Shape(
    [column.title for column in WRITTEN], {column.title: column.name for column in WRITTEN}, WRITTEN
)


def as_excel(plan) -> FileResponse:
    book = TemporaryFile()  # noqa: SIM115 - the response closes it
    as_workbook(_rows(plan), SHAPE, book, sheet="Business plan")
    book.seek(0)
    name = f"{slugify(plan.title)}.xlsx"
    return FileResponse(book, as_attachment=True, filename=name, content_type=EXCEL)


def as_comma_separated(plan) -> StreamingHttpResponse:
    lines = as_csv(_rows(plan), SHAPE)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slugify(plan.title)}.csv"'
    return answer


def as_word(plan, member, today: date) -> HttpResponse:
    as_at = queries.as_at(plan, today)
    front = (
        Paragraph(summary.standing(plan, as_at)),
        Paragraph(summary.sentence(queries.tallies(plan, as_at))),
    )
    report = Report(
        title=plan.title,
        sections=summary.sections(plan, as_at),
        subtitle=member.partnership,
        front=front,
        issued=today,
    )
    answer = HttpResponse(word.write(report), content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="{slugify(plan.title)}.docx"'
    return answer


def _rows(plan) -> Iterator[Kept]:
    for objective in queries.objectives_of(plan).iterator(chunk_size=BATCH):
        yield Kept(_values(objective), {})


def _values(objective) -> dict[str, Value]:
    due = numbering.due_in_words(objective.due_on, objective.due_is_month)
    return {
        "priority_number": objective.priority.number,
        "priority_title": objective.priority.title,
        "aim": objective.priority.aim,
        "strategic_link": objective.priority.strategic_link,
        "number": objective.number,
        "text": objective.text,
        "due": due if objective.due_on else None,
        "owners": tuple(str(owner) for owner in objective.owners.all()),
        "outcome_measure": objective.outcome_measure,
        "difference": objective.difference,
        "rating": objective.rating or None,
        "progress": objective.last_told,
    }
