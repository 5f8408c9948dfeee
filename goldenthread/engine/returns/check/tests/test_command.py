"""`goldenthread check`: what it says of a good, a bad and an unreadable return, and how it exits."""

import csv
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from goldenthread.engine.returns.check.command import main
from goldenthread.engine.returns.cin.book import BOOK
from goldenthread.engine.returns.synthesis.command import main as synthesise

CENSUS = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>
<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails></Header><Children><Child>
<ChildIdentifiers><LAchildID>{child}</LAchildID></ChildIdentifiers><CINdetails>
<CINreferralDate>2025-05-01</CINreferralDate><Assessments>
<AssessmentActualStartDate>{start}</AssessmentActualStartDate></Assessments></CINdetails></Child></Children></Message>"""


@pytest.fixture
def census(tmp_path: Path):
    def write(year: int = 2026, child: str = "c1", start: str = "2025-04-01") -> Path:
        path = tmp_path / "cin.xml"
        path.write_text(CENSUS.format(year=year, child=child, start=start), encoding="utf-8")
        return path

    return write


def rows_of(out: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))


def test_issues_are_listed_and_written_one_to_a_row(census, tmp_path, capsys):
    out = tmp_path / "issues.csv"
    assert main([str(census()), "--issues", str(out)]) == 1
    assert "1103   Error" in capsys.readouterr().out
    rows = [row for row in rows_of(out) if row["rule_code"] == "1103"]
    assert [(row["table"], row["row"], row["child_id"]) for row in rows] == [
        ("Assessments", "0", "c1"),
        ("CINdetails", "0", "c1"),
    ]


def test_json_tells_how_each_rule_went(census, capsys):
    main([str(census()), "--json"])
    said = json.loads(capsys.readouterr().out)
    outcomes = {rule["code"]: rule["outcome"] for rule in said["rules"]}
    assert len(outcomes) == 109
    assert outcomes["1103"] == "failed"
    assert outcomes["8608"] == "passed"
    assert {issue["child_id"] for issue in said["issues"] if issue["rule_code"] == "1103"} == {"c1"}


def test_a_rule_that_crashes_is_named_and_never_looks_clean(census, capsys, monkeypatch):
    def crash(_):
        raise ZeroDivisionError

    quiet = {code: replace(rule, check=lambda _: False) for code, rule in BOOK.written.items()}
    monkeypatch.setattr(BOOK, "written", {**quiet, "8608": replace(quiet["8608"], check=crash)})
    assert main([str(census())]) == 1
    assert "8608   CRASHED: ZeroDivisionError" in capsys.readouterr().out


def test_no_issue_exits_with_nought(census, monkeypatch):
    quiet = {code: replace(rule, check=lambda _: False) for code, rule in BOOK.written.items()}
    monkeypatch.setattr(BOOK, "written", quiet)
    assert main([str(census())]) == 0


def test_what_cannot_be_read_as_a_date_is_said(census, capsys):
    main([str(census(start="soon"))])
    note = "Assessments, AssessmentActualStartDate: 1 value cannot be read as a date"
    assert note in capsys.readouterr().out


def test_rows_that_no_rule_can_compare_because_they_name_no_child_are_said(census, capsys):
    main([str(census(child=" "))])
    said = capsys.readouterr().out
    assert "3 rows name no child, so that no rule compares them" in said
    main([str(census())])
    assert "name no child" not in capsys.readouterr().out


def test_an_id_that_a_spreadsheet_would_run_is_made_harmless(census, tmp_path):
    out = tmp_path / "issues.csv"
    main([str(census(child="=1+1")), "--issues", str(out)])
    assert "'=1+1" in {row["child_id"] for row in rows_of(out)}


def test_last_years_census_is_said_to_be_unused(census, capsys):
    main([str(census()), "--last-year", str(census())])
    assert "Note: Last year's files were not read" in capsys.readouterr().out


def test_another_year_is_refused_unless_it_is_asked_for(census, capsys):
    assert main([str(census(year=2024))]) == 2
    assert "the year that ends in 2024" in capsys.readouterr().err
    assert main([str(census(year=2024)), "--edition", "2025/26"]) == 1
    assert main([str(census()), "--edition", "1999/00"]) == 2


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.xml", b"", "the file is empty"),
        ("table.csv", b"CHILD,DOB\n1,2\n", "no table of the children looked after return"),
        ("old.xls", b"\xd0\xcf\x11\xe0rest", "old format"),
        ("scan.pdf", b"%PDF-1.7", "a PDF"),
        ("bytes.xml", b"\x00\x01\x02", "neither XML nor a table"),
        ("looked_after.xml", b"<EXPSSDA903/>", "it holds no child"),
        ("page.xml", b"<html/>", "begins with <html>"),
        ("damaged.zip", b"PK\x03\x04 nothing", "damaged"),
    ],
)
def test_a_file_that_is_no_census_is_refused_by_name(tmp_path, capsys, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    assert main([str(path)]) == 2
    said = capsys.readouterr().err
    assert name in said
    assert says in said


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        (["cin.xml"], "zip archive"),
        (["xl/workbook.xml", "xl/vbaProject.bin"], "macros"),
    ],
)
def test_an_archive_is_told_from_a_workbook(tmp_path, capsys, inside, says):
    path = tmp_path / "return.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in inside:
            archive.writestr(name, "")
    assert main([str(path)]) == 2
    assert says in capsys.readouterr().err


def test_a_missing_file_and_an_unwritable_list_of_issues_are_refused(census, tmp_path, capsys):
    assert main([str(tmp_path / "none.xml")]) == 2
    assert main([str(census()), "--issues", str(tmp_path / "no" / "where.csv")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_issues_are_never_written_over_the_return(census, capsys):
    path = census()
    before = path.read_bytes()
    assert main([str(path), "--issues", str(path)]) == 2
    assert "this is the return itself" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_issues_are_never_written_over_a_pipe_device_or_folder(census, tmp_path, capsys):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (pipe, tmp_path, Path()):
        assert main([str(census()), "--issues", str(place)]) == 2
        assert "this is not a file" in capsys.readouterr().err
    assert pipe.is_fifo()


def test_issues_half_written_leave_nothing_behind(census, tmp_path, monkeypatch):
    def disk_full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("polars.DataFrame.write_csv", disk_full)
    assert main([str(census()), "--issues", str(tmp_path / "issues.csv")]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["cin.xml"]


def test_a_pipe_is_refused_rather_than_waited_for(tmp_path, capsys):
    os.mkfifo(tmp_path / "cin.xml")
    assert main([str(tmp_path / "cin.xml")]) == 2
    assert "this is a pipe or a device" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("start", "read"), [("1/4/2025 00:00", True), ("01/04/2025T09:30", True), ("01/04/25", False)]
)
def test_a_british_date_may_carry_a_time_but_not_a_short_year(census, capsys, start, read):
    main([str(census(start=start))])
    assert ("1 value cannot be read as a date" in capsys.readouterr().out) is not read


def test_a_field_given_twice_is_an_issue_with_its_place(census, tmp_path, capsys):
    path, out = census(), tmp_path / "issues.csv"
    date = "<CINreferralDate>2025-05-01</CINreferralDate>"
    path.write_text(path.read_text(encoding="utf-8").replace(date, date * 2), encoding="utf-8")
    assert main([str(path), "--issues", str(out)]) == 1
    rows = [row for row in rows_of(out) if row["rule_code"] == "TWICE"]
    assert [(row["table"], row["row"], row["child_id"], row["fields"]) for row in rows] == [
        ("CINdetails", "0", "c1", "CINreferralDate")
    ]


def test_a_child_with_nothing_in_it_is_told(census, capsys):
    path = census()
    empty = path.read_text(encoding="utf-8").replace("</Children>", "<Child/></Children>")
    path.write_text(empty, encoding="utf-8")
    main([str(path)])
    assert "<Child> with nothing in it: left out (once)" in capsys.readouterr().out


def test_an_empty_wrapper_gives_the_same_answer_as_none(census, tmp_path, capsys):
    path, out = census(), tmp_path / "issues.csv"
    main([str(path), "--issues", str(out)])
    usual = rows_of(out)
    hollow = "<Assessments/><Assessments> </Assessments><Section47/><CINPlanDates></CINPlanDates>"
    text = path.read_text(encoding="utf-8").replace("<Assessments>", hollow + "<Assessments>", 1)
    text = text.replace("</CINdetails>", "<ChildProtectionPlans/></CINdetails><CINdetails/>")
    path.write_text(text, encoding="utf-8")
    capsys.readouterr()
    main([str(path), "--issues", str(out)])
    assert rows_of(out) == usual
    said = capsys.readouterr().out
    assert "Note: <Assessments> with nothing in it: left out (2 times)" in said
    assert "Note: <CINdetails> with nothing in it: left out (once)" in said


def test_issues_are_written_over_older_issues_and_over_nothing_else(census, tmp_path, capsys):
    out = tmp_path / "notes.csv"
    out.write_text("child,what we said\nc1,ring back\n", encoding="utf-8")
    assert main([str(census()), "--issues", str(out)]) == 2
    assert "notes.csv: this is there already and is no list of issues" in capsys.readouterr().err
    assert "ring back" in out.read_text(encoding="utf-8")
    out.write_text("", encoding="utf-8")
    assert main([str(census()), "--issues", str(out)]) == 1
    first = out.read_bytes()
    assert main([str(census()), "--issues", str(out)]) == 1
    assert out.read_bytes() == first


def test_issues_are_read_alike_by_spreadsheets_and_programs(tmp_path):
    """Curly quotation marks are garbled by the one, a mark at the start of the file by the other."""
    path, out = tmp_path / "cin.xml", tmp_path / "issues.csv"
    synthesise(["cin", str(path), "--children", "50", "--faults"])
    main([str(path), "--issues", str(out)])
    written = out.read_bytes()
    assert written.startswith(b"rule_code,")
    assert b"cannot end after the child's Date of Death" in written
    assert written.isascii()


def test_a_message_is_whole_in_a_pipe_and_fits_a_terminal(census, capsys, monkeypatch):
    main([str(census())])
    lines = capsys.readouterr().out.splitlines()
    longest = max(lines, key=len)
    assert len(longest) > 140
    assert not any(line.endswith("…") for line in lines)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "70")
    main([str(census())])
    shown = capsys.readouterr().out.splitlines()
    assert f"{longest[:69]}…" in shown


def test_what_is_asked_comes_first_and_not_what_is_asked_of_every_query(census, capsys):
    main([str(census())])
    said = capsys.readouterr().out
    assert "Query" in said
    assert "provide a reason" not in said
    main([str(census()), "--json"])
    assert "provide a reason" in capsys.readouterr().out


def test_a_header_of_two_years_is_said_before_the_rules_that_fail_for_it(census, capsys):
    path = census()
    text = path.read_text(encoding="utf-8").replace("2026-03-31", "2025-03-31")
    path.write_text(text, encoding="utf-8")
    main([str(path)])
    second = capsys.readouterr().out.splitlines()[1]
    assert second.startswith(
        "  Note: The header gives the year 2026 and the reference date 31/03/2025"
    )
    main([str(census())])
    assert "which do not agree" not in capsys.readouterr().out
