"""`goldenthread check` on a census in CSV files, a table to each: the same answer as its XML gives."""

import csv
import json
from pathlib import Path

import pytest

from goldenthread.engine.returns.check.command import main as check
from goldenthread.engine.returns.preview.command import main as read
from goldenthread.engine.returns.synthesis.command import main as synthesise


@pytest.fixture(scope="module")
def census(tmp_path_factory) -> Path:
    """A census with a fault for each rule, and in `standard` the same as `read --out` writes it."""
    folder = tmp_path_factory.mktemp("census")
    synthesise(["cin", str(folder / "cin.xml"), "--children", "40", "--faults"])
    read([str(folder / "cin.xml"), "--out", str(folder / "standard")])
    return folder


@pytest.fixture
def standard(census, tmp_path) -> Path:
    """The CSV files, to be changed."""
    folder = tmp_path / "standard"
    folder.mkdir()
    for path in (census / "standard").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_what_read_writes_of_a_census_check_takes_and_finds_the_same_in(census, tmp_path, capsys):
    told = {}
    for name in ("cin.xml", "standard"):
        assert check([str(census / name), "--json"]) == 1
        told[name] = json.loads(capsys.readouterr().out)
    assert told["standard"]["return"] == "cin"
    assert len(told["standard"]["rules"]) == 109
    assert told["standard"]["rules"] == told["cin.xml"]["rules"]
    assert told["standard"]["issues"] == told["cin.xml"]["issues"]
    assert {table["file"] for table in told["standard"]["tables"]} == {
        path.name for path in (census / "standard").iterdir()
    }


def test_tables_are_known_by_their_headings_whatever_their_names_and_letters(standard, capsys):
    check([str(standard), "--json"])
    usual = json.loads(capsys.readouterr().out)["issues"]
    for place, path in enumerate(sorted(standard.iterdir())):
        headings, rows = path.read_text(encoding="utf-8").split("\n", 1)
        (standard / f"{place}.csv").write_text(f"{headings.lower()}\n{rows}", encoding="utf-8")
        path.unlink()
    check([str(standard), "--json"])
    assert json.loads(capsys.readouterr().out)["issues"] == usual


def test_a_table_that_no_file_holds_is_told(standard, capsys):
    (standard / "Section47.csv").unlink()
    check([str(standard)])
    assert "Note: No file held Section47: taken as empty" in capsys.readouterr().out


def test_a_census_without_a_header_needs_to_be_told_its_year(standard, capsys):
    (standard / "Header.csv").unlink()
    assert check([str(standard)]) == 2
    assert "add --edition 2025/26" in capsys.readouterr().err
    assert check([str(standard), "--edition", "2025/26"]) == 1


def test_a_heading_that_is_missing_is_named(standard, capsys):
    path = standard / "Assessments.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("AssessmentAuthorisationDate", "Signed"), encoding="utf-8")
    assert check([str(standard)]) == 2
    said = capsys.readouterr().err
    assert "those of Assessments without AssessmentAuthorisationDate" in said


def test_a_file_of_another_return_among_them_is_refused_by_name(standard, capsys):
    (standard / "reviews.csv").write_text("CHILD,DOB,REVIEW,REVIEW_CODE\nc1,,,PN1\n")
    assert check([str(standard)]) == 2
    said = capsys.readouterr().err
    assert "reviews.csv, row 1: the headings are those of no table of the children in need" in said


def test_a_value_that_cannot_be_read_is_an_issue_with_its_place(standard, tmp_path):
    path, out = standard / "Section47.csv", tmp_path / "issues.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = next(csv.reader(lines[1:2]))
    cells[lines[0].split(",").index("S47ActualStartDate")] = "soon"
    lines[1] = ",".join(cells)
    path.write_text("\n".join([*lines, *["," * lines[0].count(",")] * 2]), encoding="utf-8")
    check([str(standard), "--issues", str(out)])
    rows = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    unreadable = [row for row in rows if row["rule_code"] == "UNREADABLE"]
    assert ("Section47", "0", "S47ActualStartDate") in [
        (row["table"], row["row"], row["fields"]) for row in unreadable
    ]
