"""Every row of a CSV file has a cell for every heading, or the file is refused by row and column."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.returns.csv_files import encoding
from goldenthread.engine.returns.csv_files.heading import headed
from goldenthread.engine.returns.csv_files.rows import ROW_IN_FILE, rows_of
from goldenthread.engine.returns.refusals import CannotRead


@pytest.fixture
def read(tmp_path: Path):
    def write(content: str | bytes, encoding: str = "utf-8"):
        path = tmp_path / "a.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return rows_of(headed(path))

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_encoding_the_mark_and_the_line_end_make_no_difference(read, encoding, mark, end):
    text = end.join([f"A{mark}B{mark}C", f"1{mark}é{mark}", f'{mark}"x{mark}y"{mark}3'])
    assert read(text, encoding).rows() == [(2, "1", "é", None), (3, None, f"x{mark}y", "3")]


def test_blank_rows_are_left_out_and_rows_keep_their_number(read):
    assert read("A,B\n\n1,2\n,\n3,4\n\n")[ROW_IN_FILE].to_list() == [3, 5]


def test_headings_that_mean_something_to_the_reader_are_headings_like_others(read):
    frame = read('*,^.*$,row in file,,"col\x1bumn D"\n1,2,3,4,5\n')
    assert frame.row(0) == (2, "1", "2", "3", "4", "5")
    assert frame.columns[1:4] == ["*", "^.*$", "row in file"]
    assert frame.columns[5] == "column D"


def test_a_file_of_headings_alone_has_no_rows(read):
    assert read("A,B").rows() == []


def test_a_line_end_inside_quotation_marks_stays_in_its_value(read):
    assert read('A,B\n1,"two\nlines"\n2,"a ""word"""\n').rows() == [
        (2, "1", "two\nlines"),
        (3, "2", 'a "word"'),
    ]


def test_a_header_one_column_short_is_told_with_its_row_and_column(read):
    with pytest.raises(
        CannotRead, match="a.csv, row 2, column C: the row has 3 cells and there ar"
    ):
        read("A,B\n1,2,3\n4,5,6\n")


@pytest.mark.parametrize("quoted", ["4", '"4\n"'])
def test_a_short_row_is_told_with_its_row_and_column(read, quoted):
    with pytest.raises(CannotRead, match="a.csv, row 3, column B: the row has 1 cells"):
        read(f"A,B\n1,{quoted}\n3\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"A,B\n1,caf\xe9\n", "row 2: it holds a letter that is not in UTF-8"),
        (b"A,B\n1,2\n3,\xe2\x82", "row 3: the file is cut short here"),
        ("A,B\n1,2".encode("utf-16")[:-1], "cut short"),
        (b"A,B\n" + "1,é\n".encode("utf-16-le"), "row 2"),
        ("A,B\n1,2".encode("utf-32"), "UTF-32"),
        (b"A,B\r1,2\r", "old Macintosh"),
        (b",\n1,2\n", "there are no headings"),
        (b"A,B,a\n1,2,3\n", "columns A and C have the same heading"),
        (b'A,B\n1,"2\n3,4\n', "a quotation mark is not closed"),
        (b'A,B\n1,"2"x\n3,4\n', "quotation mark"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(read, content, said):
    with pytest.raises(CannotRead, match=said):
        read(content)


def test_more_rows_than_any_council_has_are_refused_before_they_are_in_memory(read, monkeypatch):
    monkeypatch.setattr(encoding, "MOST_ROWS", 3)
    with pytest.raises(CannotRead, match="more than 3 rows"):
        read("A,B\n" + "1,2\n" * 4)


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.text("ab ,\"'\n;é", max_size=4), min_size=2, max_size=2).filter(
            lambda row: any(cell.strip() for cell in row)
        ),
        max_size=5,
    )
)
def test_what_a_spreadsheet_writes_is_what_is_read(tmp_path_factory, rows):
    import csv

    path = tmp_path_factory.mktemp("csv") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["A", "B"], *rows])
    found = [row[1:] for row in rows_of(headed(path)).rows()]
    assert found == [tuple(cell or None for cell in row) for row in rows]


@pytest.mark.parametrize("name", ["final [1].csv", "a*.csv", "~a.csv", "{a}.csv", "a?.csv"])
def test_a_files_name_is_no_pattern(tmp_path, name):
    path = tmp_path / name
    path.write_text("A,B\n1,2\n")
    assert rows_of(headed(path)).height == 1
