"""One row of a plan's table as an objective, with what is wrong with it and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.capabilities.business_plan.rules import numbering
from goldenthread.engine.intake.messages import Message, Severity
from goldenthread.engine.intake.preview import PreviewRow
from goldenthread.engine.intake.table import Cell, Row, Table, is_blank
from goldenthread.engine.intake.values.dates import read_date
from goldenthread.kernel import periods

LONGEST_TITLE, LONGEST_OWNER = 300, 200


@dataclass(frozen=True)
class PlanRow:
    """What one row says. A field that the file has no column for is None, and changes nothing."""

    row: int
    priority_number: str
    priority_title: str
    number: str
    text: str
    aim: str | None = None
    strategic_link: str | None = None
    due_on: date | None = None
    due_is_month: bool = False
    has_due: bool = False
    owners: tuple[str, ...] | None = None
    outcome_measure: str | None = None
    difference: str | None = None
    progress: str | None = None
    rating: str | None = None


class Placed:
    """Tells what is wrong at a field of a row, under the heading that the person sees."""

    def __init__(self, table: Table, mapping: dict[str, str]) -> None:
        self.table = table
        self.columns = {name: table.header.index(heading) for heading, name in mapping.items()}
        self.headings = {name: heading for heading, name in mapping.items()}

    def wrong(self, row: int, name: str, text: str) -> Message:
        at = self.columns.get(name)
        return Message(self.table.place_of(Row(row, ()), at), text, Severity.ERROR)

    def cell(self, row: PreviewRow, name: str) -> Cell:
        heading = self.headings.get(name)
        return row.kept.get(heading) if heading else None


def read_row(row: PreviewRow, placed: Placed, before: PlanRow | None) -> PlanRow | list[Message]:
    """The row as an objective, or what is wrong with it. `before` lends its priority to blank cells."""
    number, text = _numbered(row)
    priority_number, priority_title = _priority(row, before)
    due, fault = _due(placed.cell(row, "due"))
    faults = [
        *([placed.wrong(row.number, "due", fault)] if fault else []),
        *_faults(row, placed, number, priority_number, priority_title),
    ]
    if faults:
        return faults
    return PlanRow(
        row=row.number,
        priority_number=priority_number,
        priority_title=priority_title,
        number=number,
        text=text,
        due_on=due[0],
        due_is_month=due[1],
        has_due="due" in placed.columns,
        owners=_owners(row),
        **{name: _text(row, name) for name in FREE},
    )


FREE = ("aim", "strategic_link", "outcome_measure", "difference", "progress", "rating")


def _text(row: PreviewRow, name: str) -> str | None:
    """None where the file has no such column; the empty text where the cell is blank."""
    return str(row.values[name] or "").strip() if name in row.values else None


def _owners(row: PreviewRow) -> tuple[str, ...] | None:
    if "owners" not in row.values:
        return None
    named = row.values["owners"]
    parts = named if isinstance(named, tuple) else ()
    return tuple(dict.fromkeys(part.strip()[:LONGEST_OWNER] for part in parts if part.strip()))


def _numbered(row: PreviewRow) -> tuple[str, str]:
    """The objective's number, from its own column or from the beginning of its text."""
    number = numbering.bare(_text(row, "number") or "")
    text = _text(row, "text") or ""
    if number:
        return number, text
    return numbering.split(text)


def _priority(row: PreviewRow, before: PlanRow | None) -> tuple[str, str]:
    number, title = _text(row, "priority_number") or "", _text(row, "priority_title") or ""
    if not number and not title and not row.section and before:
        return before.priority_number, before.priority_title
    if not title:
        title = number if " " in number.strip() else row.section
    split_number, split_title = numbering.split(title)
    return numbering.bare(number) or split_number, split_title


def _faults(
    row: PreviewRow, placed: Placed, number: str, priority_number: str, priority_title: str
) -> Iterator[Message]:
    if not number:
        told = "Give the objective a number, such as 1.1, in a column of its own or before its text"
        yield placed.wrong(row.number, "number" if "number" in placed.columns else "text", told)
    if not priority_title and not priority_number:
        yield placed.wrong(row.number, "priority_title", "Say which priority this belongs to")
    if len(priority_title) > LONGEST_TITLE:
        told = f"The priority's title is longer than {LONGEST_TITLE} characters. Shorten it"
        yield placed.wrong(row.number, "priority_title", told)


def _due(cell: Cell) -> tuple[tuple[date | None, bool], str]:
    """The day, whether it stands for its month, and what is wrong. A month is due by its last day."""
    if is_blank(cell):
        return (None, False), ""
    outcome = read_date(cell)
    day = outcome.value if isinstance(outcome.value, date) else None
    if day is None and outcome.severity is Severity.ERROR:
        return (None, False), outcome.told
    return (day, day is not None and _is_month(cell)), ""


def _is_month(cell: Cell) -> bool:
    try:
        return isinstance(cell, str) and periods.parse(cell).kind is periods.Kind.MONTH
    except periods.NotAPeriod:
        return False
