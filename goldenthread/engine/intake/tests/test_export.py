"""What goes out has the shape of what came in, and cannot come alive in a spreadsheet."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.intake import export, spreadsheet
from goldenthread.engine.intake.action_log import FIELDS
from goldenthread.engine.intake.export import Kept, Shape
from goldenthread.engine.intake.reading import read_tables

SHAPE = Shape(
    ["Ref", "Our code", "Action", "By when", "RAG", "May", "June"],
    {
        "Ref": "reference",
        "Action": "action",
        "By when": "due",
        "RAG": "rag",
        "May": "progress",
        "June": "progress",
    },
    FIELDS,
)
CELLS = {
    "Ref": 1,
    "Our code": "x",
    "Action": "Train",
    "By when": "ASAP",
    "RAG": "G",
    "May": "Begun",
    "June": None,
}
VALUES = {
    "reference": "1",
    "action": "Train",
    "due": None,
    "rag": "green",
    "progress": "May: Begun",
}


def exported(**changes):
    kept = Kept({**VALUES, **changes}, CELLS)
    return dict(zip(SHAPE.header, next(export.export_same_shape([kept], SHAPE)), strict=True))


def test_what_did_not_change_goes_out_as_it_came_in():
    assert exported() == CELLS


def test_what_changed_goes_out_new_and_nothing_else_does():
    assert exported(rag="red") == {**CELLS, "RAG": "red"}
    assert exported(due=date(2026, 5, 31)) == {**CELLS, "By when": date(2026, 5, 31)}


def test_progress_that_was_added_stands_beneath_the_last_column():
    assert exported(progress="May: Begun\nFinished in July")["June"] == "Finished in July"
    assert exported(progress="All new") == {**CELLS, "May": None, "June": "All new"}


def test_a_record_that_is_new_fills_the_columns_that_have_a_field():
    new = Kept({**VALUES, "due": date(2026, 5, 31)}, {})
    (cells,) = export.export_same_shape([new], SHAPE)
    assert cells == ["1", None, "Train", date(2026, 5, 31), "green", None, "May: Begun"]


ALIVE = [
    "=1+1",
    "+cmd",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\n=1",
    "=HYPERLINK(“x”)",
    "＝1+1",
    "=-1",
    "- done",
]


@pytest.mark.parametrize("text", ALIVE)
def test_no_text_comes_alive_in_a_csv_file(text):
    written = spreadsheet.neutral(text)
    assert written == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3.5", "-1,000", "Train", "a=b", ""])
def test_harmless_text_is_left_alone(text):
    assert spreadsheet.neutral(text) == text


@pytest.mark.parametrize("text", ["=1+1", "- done", "@all agencies", "+44 1484 000000"])
def test_a_neutral_text_is_read_again_as_it_was(text):
    shape = Shape(["Ref", "Action"], {"Action": "action"}, FIELDS)
    lines = b"".join(export.as_csv([Kept({"action": text}, {"Ref": "1"})], shape))
    assert read_tables(lines, "log.csv")[0].rows[0].cells == ("1", text)


def test_a_workbook_holds_texts_not_formulas_and_dates_as_dates():
    out = io.BytesIO()
    shape = Shape(["=Ref", "Action", "Due date"], {"Action": "action"}, FIELDS)
    row = Kept({"action": "=1+1"}, {"=Ref": "http://x", "Due date": date(2026, 5, 31)})
    export.as_workbook([row], shape, out)
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet
        assert b'quotePrefix="1"' in archive.read("xl/styles.xml")
    (table,) = read_tables(out.getvalue(), "out.xlsx")
    assert table.rows[0].cells == ("http://x", "=1+1", date(2026, 5, 31))


def test_ten_thousand_rows_stream_in_the_memory_of_a_few():
    (few, _), (many, size) = memory_of(500), memory_of(10_000)
    assert size > 200_000
    assert many < few + 50_000


def memory_of(number):
    """The most bytes held while so many rows go out as CSV, and how many went."""
    rows = (Kept({**VALUES, "reference": str(n)}, CELLS) for n in range(number))
    tracemalloc.start()
    size = sum(len(line) for line in export.as_csv(rows, SHAPE))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak, size


@given(
    st.none() | st.text() | st.integers() | st.floats(allow_nan=False) | st.dates() | st.datetimes()
)
def test_a_kept_cell_survives_its_storage(cell):
    assert export.from_json(export.to_json(cell)) == cell


def test_a_time_of_day_survives_too():
    moment = datetime(2026, 3, 31, 14, 30)
    assert export.from_json(export.to_json(moment)) == moment
