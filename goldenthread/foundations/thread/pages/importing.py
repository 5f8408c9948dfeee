"""What is shown while an action log comes in."""

from dataclasses import dataclass

from goldenthread.engine.intake.action_log import FIELDS
from goldenthread.engine.intake.fields import Field, Kind
from goldenthread.engine.intake.preview import Preview, PreviewRow
from goldenthread.engine.intake.table import Table
from goldenthread.engine.intake.values.reading import as_text
from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread.pages.tracker import shortened

SHOWN_ROWS, SHOWN_MESSAGES, LENGTH = 20, 100, 90


@dataclass(frozen=True)
class Told:
    place: str
    text: str
    severity: str


@dataclass(frozen=True)
class PreviewPage:
    file: str
    counts: list[tuple[str, int]]
    is_ready: bool
    messages: list[Told]
    more_messages: int
    headings: list[str]
    rows: list[list[str]]
    unmapped: list[str]
    new_themes: list[str]
    keeps_ratings: bool


@dataclass(frozen=True)
class ColumnsPage:
    """`former` names the earlier log whose columns are proposed again."""

    file: str
    former: str
    examples: list[str]


def columns_page(file: str, table: Table, former) -> ColumnsPage:
    shown = list(examples(table).values())
    told = f"{former.file_name}, {day(former.brought_in_at)}" if former else ""
    return ColumnsPage(file, told, shown)


def examples(table: Table) -> dict[str, str]:
    """What stands under each heading, for those who choose what it is."""
    found = {}
    for at, heading in enumerate(table.header):
        cells = [as_text(row.cells[at]) for row in table.rows if row.cells[at] is not None]
        shown = [shortened(cell, 32) for cell in dict.fromkeys(cells) if cell.strip()][:2]
        found[heading] = "; ".join(shown) or "Empty"
    return found


def page_of(preview: Preview, file: str, new_themes: list[str]) -> PreviewPage:
    counts = preview.counts
    fields = [one for one in FIELDS if one.name in preview.mapping.values()]
    told = [Told(str(m.place), m.text, m.severity) for m in preview.all_messages]
    told.sort(key=lambda one: ("error", "warning", "note").index(one.severity))
    return PreviewPage(
        file=file,
        counts=[
            ("Rows read", counts.read),
            ("Rows that would come in", counts.to_import),
            ("of these with a warning", counts.with_warnings),
            ("Rows that cannot be read", counts.refused),
        ],
        is_ready=preview.is_ready,
        messages=told[:SHOWN_MESSAGES],
        more_messages=max(len(told) - SHOWN_MESSAGES, 0),
        headings=["Row", *(one.title for one in fields)],
        rows=[_cells(row, fields) for row in preview.to_import[:SHOWN_ROWS]],
        unmapped=preview.unmapped,
        new_themes=new_themes,
        keeps_ratings="rag" in preview.mapping.values(),
    )


def _cells(row: PreviewRow, fields: list[Field]) -> list[str]:
    return [str(row.number), *(_shown(row.values.get(one.name), one) for one in fields)]


def _shown(value, field: Field) -> str:
    """As a person would write it: a choice by its words, a list with commas."""
    if isinstance(value, tuple):
        return ", ".join(value)
    if value is None:
        return ""
    if field.kind is Kind.CHOICE:
        return str(value).replace("_", " ").capitalize()
    return shortened(as_text(value), LENGTH)
