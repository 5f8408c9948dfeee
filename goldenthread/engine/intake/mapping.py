"""Which column is which field: suggested from the headings and from what stands under them."""

import difflib
from collections.abc import Iterable, Sequence
from itertools import islice

from goldenthread.engine.intake.fields import Field, Kind
from goldenthread.engine.intake.messages import Severity
from goldenthread.engine.intake.table import Cell, Row, Table, is_blank
from goldenthread.engine.intake.values.reading import as_text, read
from goldenthread.engine.intake.wording import plain

# From a column's heading to a field's name. Several headings may lead to one field that joins.
Mapping = dict[str, str]
_LIKELY = 0.5
_SAMPLE = 30
_SLIP = 0.85


def suggest_mapping(
    header: Sequence[str], fields: Sequence[Field], rows: Iterable[Row] = ()
) -> Mapping:
    """The likeliest field for each heading; headings that suit none are left out.

    `rows` are looked at to tell, say, a "Status" column of colours from one of words.
    """
    sample = list(islice(rows, _SAMPLE))
    scored = [
        (_score(heading, [row.cells[at] for row in sample], field), -at, -place, heading, field)
        for at, heading in enumerate(header)
        for place, field in enumerate(fields)
    ]
    mapping: Mapping = {}
    for score, _, _, heading, field in sorted(scored, key=lambda s: s[:3], reverse=True):
        free = field.joins or field.name not in mapping.values()
        if score >= _LIKELY and heading not in mapping and free:
            mapping[heading] = field.name
    return {heading: mapping[heading] for heading in header if heading in mapping}


def best_table(tables: Sequence[Table], fields: Sequence[Field]) -> Table:
    """The table that answers most fields; of equals the longest, then the first; hidden ones last."""

    def worth(table: Table) -> tuple[bool, int, int]:
        found = set(suggest_mapping(table.header, fields, table.rows).values())
        return not table.hidden, len(found), len(table.rows)

    return max(tables, key=worth)


def _score(heading: str, cells: Sequence[Cell], field: Field) -> float:
    by_name = _by_name(plain(heading), field)
    filled = [cell for cell in cells if not is_blank(cell)]
    if by_name < 0.3 or not filled:
        return by_name
    told_by_words = 0.2 if _share_with_words(filled, field) > 0.5 else 0.0
    return by_name * _suits(filled, field) + told_by_words


def _by_name(heading: str, field: Field) -> float:
    """A field's own name counts a little more than another word for it."""
    if heading in (plain(field.name), plain(field.title)):
        return 1.0
    return 0.97 * max(_likeness(heading, name) for name in field.names)


def _likeness(heading: str, name: str) -> float:
    """1 for the same words; less if one holds the other; a little less than 1 for a slip of the pen."""
    if heading == name:
        return 1.0
    if not heading or not name:
        return 0.0
    if f" {name} " in f" {heading} ":
        return 0.6 + 0.3 * len(name) / len(heading)
    matcher = difflib.SequenceMatcher(None, heading, name)
    if len(name) <= 3 or matcher.real_quick_ratio() < _SLIP or matcher.quick_ratio() < _SLIP:
        return 0.0
    alike = matcher.ratio()
    return 0.9 * alike if alike >= _SLIP else 0.0


def _suits(cells: Sequence[Cell], field: Field) -> float:
    """How many of the cells this kind of field can read, softened: a bad column is still a column.

    Cells that are all choices weigh more than a heading does.
    """
    if field.kind in (Kind.TEXT, Kind.LIST):
        return 0.6 if all(not isinstance(cell, str) for cell in cells) and field.joins else 1.0
    read_well = sum(_readable(cell, field) for cell in cells) / len(cells)
    return 0.4 + (0.7 if field.kind is Kind.CHOICE else 0.6) * read_well


def _readable(cell: Cell, field: Field) -> bool:
    outcome = read(cell, field)
    return outcome.value is not None or outcome.severity is not Severity.ERROR


def _share_with_words(cells: Sequence[Cell], field: Field) -> float:
    if not field.value_words:
        return 0.0
    hits = sum(not field.value_words.isdisjoint(plain(as_text(c)).split()) for c in cells)
    return hits / len(cells)
