"""Whatever is given, an analyst gets a sentence that names the file and says what to do; never a traceback,
and nothing half done. The same for `check` and for `read`."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from goldenthread.engine.returns.check.command import main as check
from goldenthread.engine.returns.preview.command import main as read
from goldenthread.engine.returns.ssda903.tests.returns import EPISODE, HEADER, write
from goldenthread.engine.returns.synthesis.command import main as synthesise

HEADINGS = b"CHILD,DOB,REVIEW,REVIEW_CODE\n"
ROW = b"c1,01/02/2010,01/05/2025,PN1\n"
XML = b"<EXPSSDA903><CHILD><HEADER><CHILDID>c1</CHILDID>"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><EXPSSDA903>&b;</EXPSSDA903>'


def archive(path: Path, *names: str) -> None:
    with zipfile.ZipFile(path, "w") as made:
        for name in names:
            made.writestr(name, "x")


@pytest.mark.parametrize("command", [check, read], ids=["check", "read"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "there are no headings"),
        (HEADINGS + ROW + b"c2,01/02/20", "row 3, column C: the row has 2 cells and there are 4"),
        (HEADINGS + b",,,\n" * 10_000_000, "more than 1,000,000 rows"),
        (HEADINGS + b"c1" * 2_000_000, "longer than 1,048,576 bytes"),
        (b"A," * 600 + b"B\n", "row 1"),
        (
            HEADINGS + ROW + "é,,,\n".encode("cp1252"),
            "row 3: it holds a letter that is not in UTF-8",
        ),
        (HEADINGS + "c1é,,,\n".encode() + "c2é,,,\n".encode("utf-16-le"), "mixes encodings"),
        (HEADINGS + b'"c1,,,\n' + ROW, "quotation mark is not closed"),
        (XML, "the file stops at line 1"),
        (b"\n<?xml version='1.0'?>" + XML, "something stands before its “<?xml”"),
        (LAUGHS, "declares a document type or entities"),
        (b"<EXPSSDA903>" + b"<a>" * 50, "deep"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "neither XML nor a table"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old format"),
        (b"PK\x03\x04 and no more", "damaged"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path, capsys, command, content, says):
    path = tmp_path / "given.csv"
    path.write_bytes(content)
    assert command([str(path)]) == 2
    told = capsys.readouterr()
    assert "given.csv" in told.err
    assert says in told.err
    assert not told.out


@pytest.mark.parametrize("command", [check, read], ids=["check", "read"])
@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["reviews.csv"], "zip archive. Take the return out of it first"),
        (["xl/workbook.xml", "xl/vbaProject.bin"], "holds macros"),
        (["word/document.xml"], "zip archive"),
    ],
)
def test_an_archive_is_refused_for_what_it_is(tmp_path, capsys, command, names, says):
    path = tmp_path / "given.xlsx"
    archive(path, *names)
    assert command([str(path)]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("command", [check, read], ids=["check", "read"])
def test_a_file_that_is_not_there_is_told(tmp_path, capsys, command):
    assert command([str(tmp_path / "none.csv")]) == 2
    assert "it cannot be opened" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (check, "row 1: the headings are those of Reviews without REVIEW_CODE"),
        (read, "row 2, column D: the row has 4 cells and there are 3 headings"),
    ],
    ids=["check", "read"],
)
def test_a_header_one_column_short_is_told_by_column(tmp_path, capsys, command, says):
    path = tmp_path / "given.csv"
    path.write_bytes(HEADINGS.replace(b",REVIEW_CODE", b"") + ROW)
    assert command([str(path)]) == 2
    assert f"given.csv, {says}" in capsys.readouterr().err


def test_one_bad_file_among_good_ones_stops_the_whole(tmp_path, capsys):
    for name, content in (("a.csv", HEADINGS + ROW), ("b.csv", b"Name,Town\nx,y\n")):
        (tmp_path / name).write_bytes(content)
    issues = tmp_path / "issues.csv"
    assert check([str(tmp_path / "a.csv"), str(tmp_path / "b.csv"), "--issues", str(issues)]) == 2
    assert "b.csv, row 1" in capsys.readouterr().err
    assert not issues.exists()


def test_a_workbook_given_for_checking_is_sent_the_right_way(tmp_path, capsys):
    path = tmp_path / "annex.xlsx"
    archive(path, "xl/workbook.xml")
    assert check([str(path)]) == 2
    assert "“goldenthread read” shows what is in a workbook" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "issue"),
    [
        (
            ("c1,01/05/2025", "c1,31/02/2025"),
            "UNREADABLE,Error,Episodes,0,c1,DECOM,This is not a date",
        ),
        (("S,C2", "S,C9"), "UNREADABLE,Error,Episodes,0,c1,LS,This is not a code of 2025/26"),
        (
            ("03/06/2025", "03/06/2023"),
            "YEAR,Error,Episodes,0,c1,DEC,This is not a date of 2025/26",
        ),
        (
            ("c1,01/05/2025", ",01/05/2025"),
            "NAMELESS,Error,Episodes,0,,CHILD,This row names no child",
        ),
        (
            ("20/05", "21/05"),
            'REPEATED,Error,Reviews,1,c1,"",This row is the same as an earlier one',
        ),
    ],
    ids=["no date", "no code", "another year", "no child", "twice"],
)
def test_a_looked_after_return_that_is_not_right_is_not_clean(tmp_path, capsys, change, issue):
    review = {"CHILD": "c1", "DOB": "01/02/2010", "REVIEW_CODE": "PN1"}
    reviews = [{**review, "REVIEW": f"{day}/05/2025"} for day in (20, 21, 22)]
    files = write(tmp_path, Header=[HEADER], Episodes=[EPISODE], Reviews=reviews)
    issues = tmp_path / "issues" / "issues.csv"
    issues.parent.mkdir()
    asked = [*map(str, files), "--issues", str(issues)]
    assert check(asked) == 0
    changed = next(path for path in files if change[0] in path.read_text())
    changed.write_text(changed.read_text().replace(*change))
    assert check(asked) == 1
    assert "1 not right in the files themselves" in capsys.readouterr().out
    assert issues.read_text(encoding="utf-8-sig").splitlines()[1:] == [issue]


def test_a_looked_after_return_without_episodes_is_not_clean(tmp_path, capsys):
    files = write(tmp_path, Header=[HEADER])
    assert check([*map(str, files), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["issues"]
    assert [(issue["rule_code"], issue["table"], issue["child_id"]) for issue in found] == [
        ("MISSING", "Episodes", None)
    ]


def test_a_census_with_a_value_that_cannot_be_read_is_not_clean(tmp_path, capsys):
    """No rule looks at how a plan's end is written: it would pass for a plan that is open."""
    path = tmp_path / "cin.xml"
    synthesise(["cin", str(path), "--children", "60"])
    assert check([str(path)]) == 0
    text = path.read_text()
    path.write_text(re.sub("<CINPlanEndDate>[^<]*", "<CINPlanEndDate>2025-02-31", text, count=1))
    assert check([str(path)]) == 1
    assert "1 not right in the files themselves" in capsys.readouterr().out
