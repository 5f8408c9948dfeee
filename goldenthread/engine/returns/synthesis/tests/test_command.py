"""`goldenthread synthesise`, then `goldenthread check` on what it wrote: an analyst's first minute."""

import csv

import pytest

from goldenthread.engine.returns.check.command import main as check
from goldenthread.engine.returns.synthesis.command import main as synthesise


def test_an_invented_return_is_clean(tmp_path, capsys):
    out = tmp_path / "cin.xml"
    assert synthesise(["cin", str(out), "--children", "30", "--seed", "4"]) == 0
    assert "30 invented children of 2025/26" in capsys.readouterr().out
    assert check([str(out)]) == 0


def test_every_planted_fault_is_listed_and_found(tmp_path):
    out, issues = tmp_path / "cin.xml", tmp_path / "issues.csv"
    assert synthesise(["cin", "--children", "20", "--faults", str(out)]) == 0
    assert check([str(out), "--issues", str(issues)]) == 1
    planted = rows_of(out.with_name("cin.xml.faults.csv"))
    found = {(row["rule_code"], row["child_id"]) for row in rows_of(issues)}
    assert len(planted) > 100
    assert {(row["rule_code"], row["child_id"]) for row in planted} <= found


def test_chosen_faults_and_those_of_the_whole_return(tmp_path):
    out = tmp_path / "cin.xml"
    synthesise(["cin", str(out), "--children", "20", "--fault", "8608", "100"])
    listed = rows_of(out.with_name("cin.xml.faults.csv"))
    assert [row["rule_code"] for row in listed] == ["8608", "100"]


def test_a_fault_that_cannot_be_planted_is_refused(tmp_path, capsys):
    out = tmp_path / "cin.xml"
    assert synthesise(["cin", str(out), "--fault", "9999"]) == 2
    assert "No fault can be planted for 9999" in capsys.readouterr().err
    assert not out.exists()


def test_a_return_stopped_half_way_leaves_nothing_behind(tmp_path, monkeypatch):
    def stopped(*_):
        yield "<Message>"
        raise KeyboardInterrupt

    monkeypatch.setattr("goldenthread.engine.returns.synthesis.cin_xml.lines", stopped)
    with pytest.raises(KeyboardInterrupt):
        synthesise(["cin", str(tmp_path / "cin.xml")])
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(tmp_path, capsys):
    for place, why in (
        (tmp_path / "no" / "cin.xml", "No such file"),
        (tmp_path, "it is not a file"),
    ):
        assert synthesise(["cin", str(place), "--children", "2"]) == 2
        said = capsys.readouterr().err
        assert said.startswith(f"{place}: it cannot be written ({why}")


def rows_of(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_invented_children_looked_after_are_read_by_the_check_without_a_note(tmp_path, capsys):
    now, before = tmp_path / "now", tmp_path / "before"
    asked = ["903", str(now), "--children", "60", "--seed", "3", "--last-year", str(before)]
    assert synthesise(asked) == 0
    assert (
        "60 invented children looked after, and care leavers, of 2025/26" in capsys.readouterr().out
    )
    assert check([str(now), "--last-year", str(before)]) == 0
    assert "Note" not in capsys.readouterr().out


def test_faults_are_not_planted_in_children_looked_after(tmp_path, capsys):
    assert synthesise(["903", str(tmp_path / "now"), "--faults"]) == 2
    assert "children in need return alone" in capsys.readouterr().err
    assert not (tmp_path / "now").exists()


def test_an_invented_return_is_written_over_an_invented_one_and_no_other_file(tmp_path, capsys):
    out = tmp_path / "cin.xml"
    out.write_text("<Message><Header/>a real one</Message>")
    assert synthesise(["cin", str(out), "--children", "2"]) == 2
    assert "cin.xml is there already and is no invented return" in capsys.readouterr().err
    assert "a real one" in out.read_text()
    out.unlink()
    assert [synthesise(["cin", str(out), "--children", "2"]) for _ in range(2)] == [0, 0]
