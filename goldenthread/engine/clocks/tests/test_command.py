"""`goldenthread clock`, as an analyst types it."""

import json
from datetime import date

import pytest

from goldenthread.engine.bank_holidays import ClosedInEngland
from goldenthread.engine.clocks.command import main


def test_the_jubilee_is_left_out(capsys):
    assert main(["SIN-1", "2022-05-31T16:30", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["due"] == "2022-06-09"
    assert "leaving out 2 and 3 June" in said["reasoning"]


def test_hours_are_due_at_a_moment(capsys):
    main(["CDR-1", "2026-03-28T16:30", "--json"])
    assert json.loads(capsys.readouterr().out)["due"] == "2026-03-30T17:30:00+01:00"


@pytest.mark.parametrize(
    ("start", "due", "which"),
    [
        ("2026-10-25T01:30", "2026-10-27T00:30:00+00:00", "before"),
        ("2026-10-25T00:30Z", "2026-10-27T00:30:00+00:00", "before"),
        ("2026-10-25T01:30Z", "2026-10-27T01:30:00+00:00", "after"),
    ],
)
def test_of_an_hour_that_comes_twice_the_first_is_taken_and_said(start, due, which, capsys):
    main(["CDR-1", start, "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["due"] == due
    assert f"01:30 ({which} the clocks went back) on Sunday 25 October 2026" in said["reasoning"]


@pytest.mark.parametrize("start", ["2026-03-29T00:59", "2026-03-29T02:00", "2026-03-29T01:30Z"])
def test_only_the_hour_left_out_in_spring_never_came(start):
    assert main(["CDR-1", start]) == 0


def test_where_a_limit_is_written_is_told_to_programs(capsys):
    main(["LCSPR-1", "2024-01-05", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert (said["edition"], said["paragraph"]) == ("2023", "chapter 5")


def test_local_closed_days_and_another_edition_may_be_given(capsys):
    main(["SIN-1", "2026-01-05", "--edition", "2023", "--closed", "2026-01-06"])
    assert "due Tuesday 13 January 2026" in (said := capsys.readouterr().out)
    assert "(Working Together 2023)" in said


def test_the_list_names_every_rule_and_what_is_none(capsys):
    assert main(["--list"]) == 0
    said = capsys.readouterr().out
    assert "LCSPR-2" in said
    assert "Not clocks, and why:" in said
    main(["--list", "--json"])
    assert {row["code"] for row in json.loads(capsys.readouterr().out)} >= {"SIN-1", "YR-2"}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["SIN-9", "2026-01-05"], "no time limit called SIN-9"),
        (["SIN-1", "2026-02-30"], "no date, or none that exists"),
        (["CDR-1", "2026-03-29T01:30"], "never came: the clocks went forward"),
        (["SIN-1", "5/1/2026"], "Write it as 2026-01-05"),
        (["SIN-1"], "Give the date"),
        (["MISS-1", "2026-01-05"], "give the time"),
        (["LCSPR-1", "9999-12-31"], "out of range"),
    ],
)
def test_what_cannot_be_understood_is_said(given, says, capsys):
    assert main(given) == 2
    assert says in capsys.readouterr().err


def test_englands_one_off_bank_holidays_are_closed():
    closed = ClosedInEngland([date(2026, 12, 24)])
    one_off = [date(2020, 5, 8), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)]
    assert all(day in closed for day in one_off)
    assert date(2026, 12, 24) in closed
    assert date(2026, 12, 23) not in closed


@pytest.mark.parametrize(
    "asked",
    [
        ["--closed", "2025-12-29", "--closed", "2025-12-30", "RR-1", "2025-12-18"],
        ["RR-1", "--closed", "2025-12-29,2025-12-30", "2025-12-18"],
        ["RR-1", "2025-12-18", "--closed", "2025-12-29", "--closed", "2025-12-30"],
    ],
)
def test_closed_days_may_stand_anywhere_and_swallow_neither_rule_nor_start(asked, capsys):
    assert main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2026-01-15"


def test_closed_days_without_a_rule_do_not_list_the_rules(capsys):
    assert main(["--closed", "2025-12-29"]) == 2
    assert "Name the time limit" in capsys.readouterr().err


def test_a_start_before_every_edition_held_is_told_so(capsys):
    main(["CP-3", "2017-01-03", "--json"])
    said = capsys.readouterr()
    assert json.loads(said.out)["in_force"] is False
    assert "was not in force on the day it began, and none that was is held" in said.err
    main(["CP-3", "2025-01-03", "--edition", "2026"])
    assert "edition 2026 was not in force on the day it began\n" in capsys.readouterr().err
    main(["CP-3", "2025-01-03"])
    assert capsys.readouterr().err == ""
