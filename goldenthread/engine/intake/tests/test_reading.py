"""Ordinary files: every kind is read, every cell knows its place."""

import io
from datetime import date, datetime, time

import docx
import pytest
import xlsxwriter

from goldenthread.engine.intake.messages import Severity, column_letter
from goldenthread.engine.intake.reading import read_tables
from goldenthread.engine.intake.tests import files

ROWS = [["Ref", "Action", "Due"], ["1", "Train the front door", "31/03/2026"], ["2", "Audit", ""]]


def told(table):
    return [str(message) for message in table.messages]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("log.csv", files.csv_bytes(ROWS)),
        ("log.csv", files.csv_bytes(ROWS, delimiter=";")),
        ("log.csv", files.csv_bytes(ROWS, delimiter="\t")),
        ("log.csv", files.csv_bytes(ROWS, delimiter="|")),
        ("log.csv", files.csv_bytes(ROWS, "utf-8-sig")),
        ("log.csv", files.csv_bytes(ROWS, "utf-16")),
        ("log.csv", files.csv_bytes(ROWS, "utf-16-le")),
        ("log.csv", files.csv_bytes(ROWS, "utf-16-be")),
        ("log.csv", files.csv_bytes(ROWS).replace(b"\r\n", b"\r")),
        ("log.xlsx", files.xlsx({"Actions": ROWS})),
        ("log.ods", files.ods(ROWS)),
        ("log.docx", files.word([ROWS])),
        (
            "log.xls",
            files.xls([(r, c, v) for r, row in enumerate(ROWS) for c, v in enumerate(row) if v]),
        ),
    ],
)
def test_the_same_table_comes_out_of_every_kind_of_file(name, content):
    (table,) = read_tables(content, name)
    assert table.header == ["Ref", "Action", "Due"]
    assert [row.cells for row in table.rows] == [
        ("1", "Train the front door", "31/03/2026"),
        ("2", "Audit", None),
    ]
    assert [row.number for row in table.rows] == [2, 3]
    assert told(table) == []


def test_a_path_is_read_as_well_as_bytes(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes(files.csv_bytes(ROWS))
    assert read_tables(path)[0].place.file == "log.csv"


def test_a_workbook_keeps_numbers_and_dates_as_such():
    day = date(2026, 3, 31)
    content = files.xlsx({"Actions": [["Ref", "Share", "Due"], [1, 0.45, day]]})
    (table,) = read_tables(content, "log.xlsx")
    assert table.rows[0].cells == (1, 0.45, day)
    assert not isinstance(table.rows[0].cells[2], datetime)


def test_ticks_and_times_of_day_are_texts_and_a_moment_keeps_its_time():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Done", "At", "Seen"])
        page.write_boolean(1, 0, True)
        page.write_datetime(1, 1, time(9, 30), book.add_format({"num_format": "hh:mm"}))
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        page.write_datetime(1, 2, datetime(2026, 3, 31, 14, 30), moment)
    (table,) = read_tables(out.getvalue(), "log.xlsx")
    assert table.rows[0].cells == ("TRUE", "09:30", datetime(2026, 3, 31, 14, 30))


def test_a_cell_says_where_it_stands():
    content = files.xlsx({"Actions": [[], [], [None, "Ref", "Action"], [None, 1, "Train"]]})
    (table,) = read_tables(content, "log.xlsx")
    assert str(table.place_of(table.rows[0], 1)) == "log.xlsx, sheet Actions, row 4, column C"


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_lettered_as_a_spreadsheet_does(index, letter):
    assert column_letter(index) == letter


def test_every_sheet_is_read_and_hidden_ones_say_so():
    content = files.xlsx({"Actions": ROWS, "Lists": [["RAG"], ["Red"]]}, hidden=["Lists"])
    tables = read_tables(content, "log.xlsx")
    assert [(t.name, t.hidden) for t in tables] == [("sheet Actions", False), ("sheet Lists", True)]


def test_every_table_of_a_word_document_is_read():
    tables = read_tables(files.word([ROWS, [["What", "Who"], ["Audit", "Police"]]]), "plan.docx")
    assert [(t.name, t.header[0], len(t.rows)) for t in tables] == [
        ("table 1", "Ref", 2),
        ("table 2", "What", 1),
    ]


def test_a_cell_merged_down_counts_for_every_row_it_spans():
    rows = [["Recommendation", "Action"], ["Hear the child", "Train"], [None, "Audit"], ["B", "C"]]
    (table,) = read_tables(files.xlsx({"Actions": rows}, merges=["A2:A3"]), "log.xlsx")
    assert [row.cells[0] for row in table.rows] == ["Hear the child", "Hear the child", "B"]


def test_a_word_cell_merged_down_does_so_too_and_one_merged_across_counts_once():
    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    for r, row in enumerate(
        [["Rec", "Action", "Due"], ["One", "a", "b"], ["", "c", "d"], ["x"] * 3]
    ):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 2)).text = "Priority two"
    (read,) = read_tables(files.saved(document), "plan.docx")
    assert [row.cells for row in read.rows] == [
        ("One", "a", "b"),
        ("One", "c", "d"),
        ("Priority two", None, None),
    ]


def test_tracked_insertions_and_content_controls_count_and_deletions_do_not():
    content = files.word([[["Action"]]])
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inside = (
        "<w:r><w:t>Train </w:t></w:r><w:del><w:r><w:delText>nobody</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>everyone</w:t><w:br/><w:t>twice</w:t></w:r></w:ins>"
    )
    document = (
        f"<w:document {space}><w:body><w:sdt><w:sdtContent><w:tbl>"
        "<w:tr><w:tc><w:p><w:r><w:t>Action</w:t></w:r></w:p></w:tc></w:tr>"
        f"<w:tr><w:sdt><w:sdtContent><w:tc><w:p>{inside}</w:p></w:tc></w:sdtContent></w:sdt></w:tr>"
        "</w:tbl></w:sdtContent></w:sdt></w:body></w:document>"
    )
    (table,) = read_tables(files.changed(content, "word/document.xml", document.encode()), "p.docx")
    assert table.rows[0].cells == ("Train everyone\ntwice",)


def test_headings_are_found_beneath_titles():
    rows = [
        ["Anytown Safeguarding Children Partnership"],
        ["Action log as at", date(2026, 3, 31)],
        [],
        ["Ref", "Recommendation", "Action", "Lead", "By when"],
        [1, "Hear the child", "Train", "Police", date(2026, 5, 1)],
    ]
    (table,) = read_tables(files.xlsx({"Log": rows}, merges=["A1:E1"]), "log.xlsx")
    assert (table.header_row, table.header[1]) == (4, "Recommendation")
    assert table.rows[0].number == 5


def test_known_words_find_the_headings_beneath_a_row_of_groups():
    rows = [
        ["What we learned", "x", "What we do", "y", "z"],
        ["Ref", "Finding", "Action", "Who", "When"],
        ["1", "a", "b", "c", "d"],
    ]
    known = frozenset({"ref", "finding", "action", "who", "when"})
    (table,) = read_tables(files.csv_bytes(rows), "log.csv", known_headings=known)
    assert table.header == rows[1]


def test_years_may_be_headings():
    (table,) = read_tables(b"sector,2013/14,2014/15\nPolice,2,2\n", "allegations.csv")
    assert table.header == ["sector", "2013/14", "2014/15"]
    assert told(table) == []


def test_a_file_without_headings_is_told_so():
    (table,) = read_tables(b"1,2,3\n4,5,6\n", "figures.csv")
    assert told(table) == [
        "figures.csv, row 1: We found no headings: this row looks like figures. "
        "Put a heading over each column"
    ]
    assert table.messages[0].severity is Severity.ERROR


def test_headings_alike_are_told_apart():
    (table,) = read_tables(b"Ref,Update,Update,Update\n1,a,b,c\n", "log.csv")
    assert table.header == ["Ref", "Update", "Update (2)", "Update (3)"]
    assert "log.csv, row 1, column C: Another column is also called “Update”" in told(table)[0]


def test_a_heading_too_few_is_named_for_its_column():
    (table,) = read_tables(b"Ref,Action\n1,Train,Police\n2,Audit,Health\n", "log.csv")
    assert table.header == ["Ref", "Action", "Column C"]
    assert told(table) == [
        "log.csv, row 1, column C: This column has no heading, so we call it “Column C”"
    ]
    assert table.rows[1].cells == ("2", "Audit", "Health")


def test_a_row_too_long_is_an_error_in_that_row():
    content = b"Ref,Action\n1,Train, then audit\n2,Audit\n3,Meet\n"
    (table,) = read_tables(content, "log.csv")
    assert table.header == ["Ref", "Action"]
    assert [(m.place.row, m.place.column, m.severity) for m in table.messages] == [
        (2, "C", Severity.ERROR)
    ]
    assert "1 more cell than there are headings" in told(table)[0]


def test_a_row_too_short_is_a_warning():
    (table,) = read_tables(b"Ref,Action,Due\n1,Train\n", "log.csv")
    assert table.rows[0].cells == ("1", "Train", None)
    assert "stops after 2 of 3 columns" in told(table)[0]
    assert table.messages[0].severity is Severity.WARNING


def test_blank_rows_and_columns_are_no_part_of_the_table():
    content = b",,,\n,Ref,Action,\n,,,\n,1,Train,\n,,,\n"
    (table,) = read_tables(content, "log.csv")
    assert (table.header, table.first_column) == (["Ref", "Action"], 1)
    assert [(row.number, row.cells) for row in table.rows] == [(4, ("1", "Train"))]


def test_line_breaks_inside_a_cell_stay_and_rows_still_count():
    (table,) = read_tables(b'Ref,Action\n1,"Train\nand audit"\n2,Meet\n', "log.csv")
    assert table.rows[0].cells == ("1", "Train\nand audit")
    assert table.rows[1].number == 3


def test_a_first_line_that_tells_the_delimiter_is_obeyed_and_is_no_row():
    (table,) = read_tables(b"sep=;\r\nRef;Action\r\n1;Train, then audit\r\n", "log.csv")
    assert (table.header, table.header_row) == (["Ref", "Action"], 2)
    assert table.rows[0].cells == ("1", "Train, then audit")


def test_a_name_that_contradicts_the_content_is_noted_and_read():
    (table,) = read_tables(files.xlsx({"Actions": ROWS}), "log.csv")
    assert told(table) == [
        "log.csv: The name says CSV, but inside is Excel workbook; we read it as that"
    ]
    assert len(table.rows) == 2
