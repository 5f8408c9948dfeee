"""A whole file as a plan. Raises `Unreadable` where the file is no table; all else is told row by row."""

from dataclasses import dataclass, replace

from goldenthread.capabilities.business_plan.rules.plan_file import columns
from goldenthread.capabilities.business_plan.rules.plan_file.rows import Placed, PlanRow, read_row
from goldenthread.engine.intake.fields import known_words
from goldenthread.engine.intake.mapping import Mapping, best_table, suggest_mapping
from goldenthread.engine.intake.messages import Message, Severity
from goldenthread.engine.intake.preview import apply_mapping
from goldenthread.engine.intake.reading import read_tables
from goldenthread.engine.intake.table import Table


@dataclass(frozen=True)
class ReadPlan:
    """Objectives in the order of the file; `mapping` is heading → field; `messages` are all there are."""

    header: tuple[str, ...]
    mapping: Mapping
    rows: tuple[PlanRow, ...]
    rows_read: int
    messages: tuple[Message, ...]
    not_read: tuple[str, ...] = ()  # headings that suit no column of ours

    @property
    def errors(self) -> list[Message]:
        return [message for message in self.messages if message.severity is Severity.ERROR]

    @property
    def needs_columns(self) -> bool:
        """Whether no column could be found that says what is to be done."""
        return "text" not in self.mapping.values()


def tables_in(content: bytes, name: str) -> list[Table]:
    """Every table of the file. Raises `Unreadable`."""
    return read_tables(content, name, known_headings=known_words(columns.COLUMNS))


def read_plan(content: bytes, name: str, mapping: Mapping | None = None) -> ReadPlan:
    """`mapping` is heading → field name as a person chose it; without one the headings are looked at."""
    tables = tables_in(content, name)
    table = best_table(tables, columns.COLUMNS)
    chosen = mapping or _likely(suggest_mapping(table.header, columns.COLUMNS, table.rows))
    shown = apply_mapping(table, chosen, columns.COLUMNS)
    placed = Placed(table, chosen)
    found: list[PlanRow] = []
    messages = list(shown.all_messages)
    for row in shown.rows:
        if row.is_refused:
            continue
        read = read_row(row, placed, found[-1] if found else None)
        if isinstance(read, PlanRow):
            found.append(read)
        else:
            messages += read
    rows = _with_priority_numbers(found)
    messages += [*_duplicates(rows, placed), *_quarrels(rows, placed)]
    return ReadPlan(
        tuple(table.header), chosen, rows, len(shown.rows), tuple(messages), tuple(shown.unmapped)
    )


def _likely(mapping: Mapping) -> Mapping:
    """A single column of objectives holds number and text together: it is the text that we need."""
    if "text" in mapping.values():
        return mapping
    return {heading: "text" if name == "number" else name for heading, name in mapping.items()}


def _with_priority_numbers(rows: list[PlanRow]) -> tuple[PlanRow, ...]:
    """Priorities without a number take one by the order in which they appear; a title may stand once."""
    titles = {row.priority_number: row.priority_title for row in rows if row.priority_title}
    numbers = {title: number for number, title in titles.items() if number}
    numbered = []
    for row in rows:
        number = row.priority_number or numbers.setdefault(row.priority_title, _next(numbers))
        title = row.priority_title or titles.get(number) or f"Priority {number}"
        numbered.append(replace(row, priority_number=number, priority_title=title))
    return tuple(numbered)


def _next(numbers: dict[str, str]) -> str:
    taken = set(numbers.values())
    return next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)


def _duplicates(rows: tuple[PlanRow, ...], placed: Placed) -> list[Message]:
    first: dict[str, int] = {}
    told = []
    for row in rows:
        before = first.setdefault(row.number, row.row)
        if before != row.row:
            text = f"Row {before} has the same objective number, “{row.number}”"
            told.append(placed.wrong(row.row, "number", text))
    return told


def _quarrels(rows: tuple[PlanRow, ...], placed: Placed) -> list[Message]:
    """One priority number under two titles."""
    first: dict[str, PlanRow] = {}
    told = []
    for row in rows:
        before = first.setdefault(row.priority_number, row)
        if before.priority_title != row.priority_title:
            text = (
                f"Priority {row.priority_number} is “{row.priority_title}” here"
                f" and “{before.priority_title}” in row {before.row}"
            )
            told.append(placed.wrong(row.row, "priority_title", text))
    return told
