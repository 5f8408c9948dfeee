"""Action logs of many shapes come in without anyone choosing a column, and go out as they came."""

import io

import pytest

from goldenthread.engine.intake import action_log, export
from goldenthread.engine.intake.fields import known_words
from goldenthread.engine.intake.mapping import best_table, suggest_mapping
from goldenthread.engine.intake.preview import apply_mapping
from goldenthread.engine.intake.reading import read_tables
from goldenthread.engine.intake.tests.shapes import SHAPES
from goldenthread.engine.intake.tests.shapes.workbooks import MANY_UPDATES, SECTIONS

KNOWN = known_words(action_log.FIELDS)


def preview_of(content, name):
    table = best_table(read_tables(content, name, known_headings=KNOWN), action_log.FIELDS)
    mapping = suggest_mapping(table.header, action_log.FIELDS, table.rows)
    return apply_mapping(table, mapping, action_log.FIELDS)


def test_there_are_a_dozen_shapes_and_more():
    assert len(SHAPES) >= 12


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_an_action_log_is_understood_by_itself(shape):
    preview = preview_of(shape.content, shape.name)
    assert preview.mapping == shape.mapping
    assert (preview.counts.to_import, preview.counts.refused) == (shape.imported, shape.refused)
    assert preview.is_ready
    assert all(row.values["action"] for row in preview.to_import)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_what_was_not_changed_goes_out_as_it_came_in(shape):
    first = preview_of(shape.content, shape.name)
    out = export.Shape(first.header, first.mapping, action_log.FIELDS)
    kept = [export.Kept(row.values, row.kept) for row in first.rows]
    cells = [list(row.kept.values()) for row in first.rows]
    assert list(export.export_same_shape(kept, out)) == cells
    workbook = io.BytesIO()
    export.as_workbook(kept, out, workbook)
    again = preview_of(workbook.getvalue(), "again.xlsx")
    assert again.header == first.header
    assert [list(row.kept.values()) for row in again.rows] == cells
    text = preview_of(b"".join(export.as_csv(kept, out)), "again.csv")
    assert [row.values for row in text.rows] == [row.values for row in first.rows]


def test_lines_between_rows_are_kept_as_their_heading():
    preview = preview_of(SECTIONS.content, SECTIONS.name)
    assert [(row.values["reference"], row.section) for row in preview.rows] == [
        ("1.1", "Priority 1: Neglect"),
        ("2.1", "Priority 2: Exploitation"),
    ]
    assert [message.place.row for message in preview.messages] == [2, 4, 5]


def test_several_updates_become_one_with_their_headings():
    preview = preview_of(MANY_UPDATES.content, MANY_UPDATES.name)
    assert [row.values["progress"] for row in preview.rows] == [
        "Update May 2026: Begun\nUpdate Nov 2026: Half",
        "Update Nov 2026: Done",
    ]
