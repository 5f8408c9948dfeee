"""`goldenthread check` on a children looked after return: what it says, and how it exits."""

import json
from pathlib import Path

import pytest

from goldenthread.engine.returns.check.command import main
from goldenthread.engine.returns.ssda903.tests.returns import EPISODE, HEADER, write


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    return [str(path) for path in write(tmp_path / "now", Header=[HEADER], Episodes=[EPISODE])]


def test_what_was_read_and_that_no_rule_was_checked_are_told(files, capsys):
    assert main(files) == 0
    said = capsys.readouterr().out
    assert "316 rules of 2025/26: 316 skipped" in said
    assert "Episodes               1 rows  Episodes.csv" in said
    assert (
        "Skipped: Not checked in this version (316 rules; “goldenthread rules --return 903”" in said
    )
    assert "Note: No file held UASC" in said


def test_a_folder_stands_for_its_files(files, tmp_path, capsys):
    assert main([str(tmp_path / "now"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["return"], said["edition"]) == ("903", "2025/26")
    assert {table["name"] for table in said["tables"]} == {"Header", "Episodes"}
    assert {rule["outcome"] for rule in said["rules"]} == {"skipped"}


def test_an_empty_folder_is_told(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert "holds no CSV" in capsys.readouterr().err


def test_another_year_is_refused_unless_it_is_asked_for(tmp_path, capsys):
    old = [{**EPISODE, "DEC": "03/06/2023"}]
    files = [str(path) for path in write(tmp_path / "old", Header=[HEADER], Episodes=old)]
    assert main(files) == 2
    assert "those of 2023/24, not of 2025/26" in capsys.readouterr().err
    assert main([*files, "--edition", "2023/24"]) == 0
    assert main([*files, "--edition", "lately"]) == 2


def test_last_years_files_are_read_beside_this_years(files, tmp_path, capsys):
    old = write(tmp_path / "old", Episodes=[{**EPISODE, "CHILD": "z1", "DEC": "03/06/2024"}])
    assert main([*files, "--last-year", *map(str, old)]) == 0
    assert "No child of last year's files is in this year's" in capsys.readouterr().out


def test_xml_beside_csv_is_refused(files, tmp_path, capsys):
    (tmp_path / "903.xml").write_text("<EXPSSDA903/>")
    assert main([*files, str(tmp_path / "903.xml")]) == 2
    assert "one return at a time" in capsys.readouterr().err
