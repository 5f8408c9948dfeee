"""`goldenthread read`: odd headings are shown, mapped and written in their standard form."""

import csv
import json
from pathlib import Path

import pytest
import xlsxwriter

from goldenthread.engine.returns.preview.command import main
from goldenthread.engine.returns.ssda903.fields import columns_of

REVIEWS = ["CHILD,DOB,REVIEW,REVIEW_CODE", "c1,01/02/2010,01/05/2025,PN1", "c2,soon,,PN9"]
ODD = ["Ref,Born,Held,How,Team", "c1,01/02/2010,01/05/2025,PN1,East"]
MAP = ["file,sheet,table,heading,column", *(f"stays.csv,,Reviews,{h},{c}" for h, c in (
    ("ref", "CHILD"), ("Born", "DOB"), ("Held", "REVIEW"), ("How", "review_code"), ("Team", "")
))]  # fmt: skip


@pytest.fixture
def written(tmp_path: Path):
    def write(name: str, lines: list[str]) -> str:
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return write


def test_a_table_is_shown_with_what_cannot_be_read(written, capsys):
    assert main([written("reviews.csv", REVIEWS)]) == 1
    said = capsys.readouterr().out
    assert "reviews.csv: Reviews, of the children looked after return (SSDA903): 2 rows" in said
    assert "01/02/2010" in said
    assert "1 cannot be read as a date, the first in row 3" in said


def test_a_table_that_is_read_whole_exits_with_nought(written, capsys):
    assert main([written("reviews.csv", REVIEWS[:2]), "--json"]) == 0
    (sheet,) = json.loads(capsys.readouterr().out)
    assert (sheet["table"], sheet["recognised"], sheet["rows"]) == ("Reviews", True, 1)
    assert sheet["columns"][2]["first_values"] == ["01/05/2025"]


def test_no_first_value_is_shown_where_none_is_wanted(written, capsys):
    main([written("reviews.csv", REVIEWS), "--rows", "0"])
    assert "01/02/2010" not in capsys.readouterr().out


def test_odd_headings_are_not_taken_for_a_table(written, capsys):
    assert main([written("stays.csv", ODD)]) == 1
    said = capsys.readouterr().out
    assert "stays.csv: not recognised" in said
    assert "draft a mapping (--suggest MAP.csv)" in said


def test_a_mapping_lets_odd_headings_be_read_and_written_as_the_standard_table(written, tmp_path):
    out = tmp_path / "out"
    asked = [written("stays.csv", ODD), "--mapping", written("map.csv", MAP), "--out", str(out)]
    assert main(asked) == 0
    rows = list(csv.reader((out / "Reviews.csv").read_text(encoding="utf-8").splitlines()))
    assert rows == [list(columns_of("Reviews")), ["c1", "01/02/2010", "01/05/2025", "PN1"]]


def test_an_analyst_may_say_which_table_it_is(written, capsys):
    file = written("r.csv", ["Ref,D.O.B.,Review date,Review code", "c1,01/02/2010,01/05/2025,PN1"])
    assert main([file, "--table", "reviews", "--json"]) == 0
    (sheet,) = json.loads(capsys.readouterr().out)
    assert (sheet["table"], sheet["left_out"], sheet["missing"]) == ("Reviews", ["Ref"], ["CHILD"])
    assert main([file, "--table", "visits"]) == 2
    assert "There is no table called “visits”" in capsys.readouterr().err


def test_a_drafted_mapping_reads_back_as_what_was_suggested(written, tmp_path, capsys):
    drafted = tmp_path / "map.csv"
    file = written("r.csv", ["Child,D.O.B.,Review,Review code", "c1,01/02/2010,01/05/2025,PN1"])
    main([file, "--suggest", str(drafted), "--json"])
    before = json.loads(capsys.readouterr().out)
    main([file, "--mapping", str(drafted), "--json"])
    after = json.loads(capsys.readouterr().out)
    assert [c["column"] for c in after[0]["columns"]] == [c["column"] for c in before[0]["columns"]]
    assert after[0]["recognised"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["heading,column", "a,b"], "row 1: a mapping has the headings file, sheet, table"),
        ([MAP[0], "other.csv,,Reviews,Ref,CHILD"], "row 2: no file that was given"),
        ([MAP[0], "stays.csv,,Visits,Ref,CHILD"], "row 2: there is no table called “Visits”"),
        ([MAP[0], "stays.csv,,Reviews,Name,CHILD"], "row 2: stays.csv has no such heading"),
        ([MAP[0], "stays.csv,,Reviews,Ref,WHO"], "row 2: Reviews has no column “WHO”"),
        ([*MAP[:2], "stays.csv,,OC2,Born,DOB"], "row 2 and row 3 give two tables for stays.csv"),
        ([*MAP[:2], "stays.csv,,Reviews,Born,CHILD"], "row 2 and row 3 both give the column CHILD"),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_refused_by_row(written, capsys, lines, said):
    assert main([written("stays.csv", ODD), "--mapping", written("map.csv", lines)]) == 2
    assert said in capsys.readouterr().err


def test_a_workbook_shows_each_sheet_and_a_mapping_names_them(tmp_path, written, capsys):
    book = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(book) as workbook:
        for name in ("One", "Two"):
            sheet = workbook.add_worksheet(name)
            sheet.write_row(0, 0, ["Ref", "Born", "When", "How"])
            sheet.write_row(1, 0, ["c1", "01/02/2010", "01/05/2025", "PN1"])
    lines = [MAP[0], "a.xlsx,Two,Reviews,Ref,CHILD", "a.xlsx,Two,Reviews,When,REVIEW"]
    assert main([str(book), "--mapping", written("map.csv", lines), "--json"]) == 1
    one, two = json.loads(capsys.readouterr().out)
    assert (one["recognised"], two["recognised"], two["table"]) == (False, True, "Reviews")


def test_what_could_not_be_read_is_written_as_it_was_and_formulas_are_made_harmless(
    written, tmp_path
):
    out = tmp_path / "out"
    main([written("r.csv", [REVIEWS[0], "=1+1,soon,01/05/2025,PN1"]), "--out", str(out)])
    (row,) = list(csv.DictReader((out / "Reviews.csv").read_text(encoding="utf-8").splitlines()))
    assert row == {"CHILD": "'=1+1", "DOB": "soon", "REVIEW": "01/05/2025", "REVIEW_CODE": "PN1"}


def test_files_that_were_read_are_never_written_over(written, tmp_path, capsys):
    path = written("Reviews.csv", REVIEWS)
    assert main([path, "--out", str(tmp_path)]) == 2
    assert "Choose another folder" in capsys.readouterr().err
    assert Path(path).read_text().splitlines() == REVIEWS


def test_a_value_cannot_command_the_terminal(written, capsys):
    main([written("r.csv", [REVIEWS[0], "\x1b[2Jc1,01/02/2010,01/05/2025,PN1"])])
    assert "\x1b" not in capsys.readouterr().out


def test_a_heading_is_never_taken_for_a_pattern(written, tmp_path):
    file = written("r.csv", ["*,^.*$,DOB", "c1,01/05/2025,01/02/2010"])
    lines = [MAP[0], "r.csv,,Reviews,*,CHILD", "r.csv,,Reviews,^.*$,REVIEW"]
    assert main([file, "--mapping", written("m.csv", lines), "--out", str(tmp_path / "out")]) == 0
    (row,) = list(csv.DictReader((tmp_path / "out" / "Reviews.csv").read_text().splitlines()))
    assert (row["CHILD"], row["REVIEW"], row["DOB"]) == ("c1", "01/05/2025", "01/02/2010")


def test_the_tables_that_are_known_can_be_listed(capsys):
    assert main(["--tables"]) == 0
    said = capsys.readouterr().out
    assert "Episodes, of the children looked after return" in said
    assert "List 11 Adopters, of Annex A" in said
    assert "ssd_person, of the Standard Safeguarding Dataset" in said


def test_an_xml_return_is_shown_table_by_table(tmp_path, capsys):
    path = tmp_path / "903.xml"
    path.write_text(
        "<EXPSSDA903><CHILD><HEADER><CHILDID>c1</CHILDID></HEADER></CHILD></EXPSSDA903>"
    )
    assert main([str(path)]) == 0
    assert "903.xml, Header: Header, of the children looked after return" in capsys.readouterr().out


def test_nothing_to_read_is_told(capsys):
    assert main([]) == 2
    assert "Give the files to read" in capsys.readouterr().err


def test_a_draft_is_never_written_over_a_mapping_that_was_corrected(written, tmp_path, capsys):
    corrected = written("map.csv", MAP)
    assert main([written("stays.csv", ODD), "--suggest", corrected]) == 2
    told = capsys.readouterr()
    assert "map.csv: this is there already, and may have been corrected" in told.err
    assert not told.out
    assert Path(corrected).read_text(encoding="utf-8").splitlines() == MAP


def test_a_reader_that_stops_early_is_no_trouble_to_tell_of(written, capsys, monkeypatch):
    def gone(_):
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("goldenthread.engine.returns.preview.report.as_text", gone)
    with pytest.raises(BrokenPipeError):
        main([written("r.csv", REVIEWS)])
    assert not capsys.readouterr().err
