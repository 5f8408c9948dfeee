"""`goldenthread indicators`: its table for a spreadsheet, and its list of what each indicator counts."""

import csv
import json

import pytest

from goldenthread.engine.indicators import command
from goldenthread.engine.indicators.records import published
from goldenthread.engine.indicators.table import COLUMNS
from goldenthread.engine.returns.synthesis import command as synthesise

KEYS = [name for name in COLUMNS if name != "name"]


@pytest.fixture(scope="module")
def returned(tmp_path_factory):
    path = tmp_path_factory.mktemp("returns") / "cin.xml"
    synthesise.main(["cin", str(path), "--children", "100"])
    return path


def printed(capsys, *argv):
    status = command.main([str(arg) for arg in argv])
    out, err = capsys.readouterr()
    return status, out, err


def test_months_quarters_and_breakdowns_are_written_for_a_spreadsheet(capsys, returned, tmp_path):
    to = tmp_path / "figures.csv"
    status, out, _ = printed(capsys, returned, "--csv", to, "--json")
    assert status == 0
    assert to.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel takes it for UTF-8"
    with to.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == ["code", "name", *KEYS[1:]]
    assert {row["name"] for row in rows if row["code"] == "1"} == {"Referrals"}
    written = [[row[key] for key in KEYS] for row in rows]
    printed_rows = json.loads(out)
    assert len(printed_rows) > 1000
    assert written == [
        ["" if row[key] is None else str(row[key]) for key in KEYS] for row in printed_rows
    ]


def test_a_person_is_told_where_months_and_breakdowns_are(capsys, returned, tmp_path):
    _, out, _ = printed(capsys, returned)
    assert out.endswith("\nMonths, quarters and breakdowns: --csv FILE, or --json\n")
    _, out, _ = printed(capsys, returned, "--csv", tmp_path / "figures.csv")
    assert out.endswith(f"rows in {tmp_path / 'figures.csv'}\n")


def test_figures_are_not_written_over_what_they_are_counted_from(capsys, returned, tmp_path):
    before = returned.read_bytes()
    link = tmp_path / "out.csv"
    link.symlink_to(returned)
    status, out, err = printed(capsys, returned, "--csv", link)
    assert (status, out) == (2, "")
    assert "out.csv: this is one of the files given" in err
    assert returned.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(capsys, returned, tmp_path):
    status, _, err = printed(capsys, returned, "--csv", tmp_path / "none" / "figures.csv")
    assert status == 2
    assert "figures.csv: it cannot be written (No such file or directory)" in err


def test_each_indicator_says_what_it_counts(capsys):
    status, out, _ = printed(capsys, "--list", "--json")
    rows = {row["code"]: row for row in json.loads(out)}
    assert status == 0
    assert list(rows) == list(published())
    assert rows["9"]["counts"] == "episodes"
    _, out, _ = printed(capsys, "--list")
    nine = out[out.index("\n9  ") :].split("\n\n")[0]
    for key in ("name", "numerator", "denominator", "counts", "source", "sure"):
        assert rows["9"][key] in nine


def test_no_file_and_no_list_is_refused_in_words(capsys):
    with pytest.raises(SystemExit) as stop:
        command.main([])
    assert stop.value.code == 2
    assert "Give the files of a return, or --list" in capsys.readouterr().err
