"""Rows that belong together are found by the keys that their tables hold."""

from datetime import date

import polars as pl
import pytest

from goldenthread.engine.returns.cin import checking
from goldenthread.engine.returns.cin.census import Census, NoYear, SharedIds
from goldenthread.engine.returns.running import Outcome

EPISODES = pl.DataFrame({"LAchildID": ["c1", "c1", "c2"], "CINdetailsID": [1, 2, 1]})
ENQUIRIES = pl.DataFrame({"LAchildID": ["c1"], "CINdetailsID": ["2"]})


def test_rows_are_matched_by_child_and_episode_whatever_the_type_of_their_ids():
    census = Census({"CINdetails": EPISODES, "Section47": ENQUIRIES})
    assert census.having("CINdetails", "Section47")["#CINdetails"].to_list() == [1]
    assert census.lacking("CINdetails", "Section47")["#CINdetails"].to_list() == [0, 2]
    assert census.together("Section47", "CINdetails")["#CINdetails"].to_list() == [1]


def test_rows_of_one_child_meet_across_its_episodes():
    census = Census({"CINdetails": EPISODES, "Section47": ENQUIRIES})
    met = census.of_one_child("Section47", "CINdetails")
    assert met["#CINdetails"].to_list() == [0, 1]
    assert met["CINdetailsID_CINdetails"].to_list() == ["1", "2"]


def test_a_key_that_was_not_given_is_not_compared_but_the_child_always_is():
    census = Census({"CINdetails": EPISODES, "Section47": ENQUIRIES.drop("CINdetailsID")})
    assert census.together("Section47", "CINdetails")["#CINdetails"].to_list() == [0, 1]
    nameless = Census({"CINdetails": EPISODES, "Section47": ENQUIRIES.drop("LAchildID")})
    assert nameless.together("Section47", "CINdetails").is_empty()


def test_nothing_belongs_to_an_empty_table():
    census = Census({"CINdetails": EPISODES})
    assert census.having("CINdetails", "Section47").is_empty()
    assert census.lacking("CINdetails", "Section47").height == EPISODES.height


def test_rows_that_name_no_child_are_not_taken_for_one_child():
    census = Census({"CINdetails": pl.DataFrame({"LAchildID": ["c1", None, " "]})})
    assert census.identified("CINdetails")["#CINdetails"].to_list() == [0]
    assert census.lacking("CINdetails", "Assessments")["#CINdetails"].to_list() == [0]


@pytest.mark.parametrize("year", ["0", "1", "20260", "-1", None])
def test_a_year_that_is_a_slip_is_passed_over(year):
    header = pl.DataFrame({"Year": [year], "ReferenceDate": ["2026-03-31"]})
    assert Census({"Header": header}).year.start == date(2025, 4, 1)
    with pytest.raises(NoYear):
        _ = Census({"Header": header.drop("ReferenceDate")}).year
    assert Census({"Header": header[["Year"]]}, {"collection_year": 2026}).year.end.year == 2026


def test_without_a_year_the_rules_that_ask_for_it_are_skipped_and_say_why():
    results = {result.rule.code: result for result in checking.results(Census({}))}
    assert results["8696"].outcome == Outcome.SKIPPED
    assert "which year the return is for" in results["8696"].why
    assert results["8608"].outcome == Outcome.PASSED
    assert Outcome.CRASHED not in {result.outcome for result in results.values()}


def test_one_id_for_every_child_is_refused_before_it_fills_the_memory():
    same = pl.DataFrame({"LAchildID": ["X"] * 20_000})
    census = Census({"CINdetails": same, "ChildIdentifiers": same}, {"collection_year": 2026})
    with pytest.raises(SharedIds, match="id of its own"):
        census.together("CINdetails", "ChildIdentifiers")
    outcomes = {result.rule.code: result.outcome for result in checking.results(census)}
    assert outcomes["8510"] == Outcome.FAILED
    assert outcomes["8555Q"] == Outcome.SKIPPED
    assert Outcome.CRASHED not in outcomes.values()


def test_so_is_an_episode_of_very_many_plans_and_enquiries():
    rows = pl.DataFrame({"LAchildID": ["c1"] * 5_000, "CINdetailsID": ["e1"] * 5_000})
    with pytest.raises(SharedIds):
        Census({"CINplanDates": rows, "Section47": rows}).together("CINplanDates", "Section47")


def test_a_child_with_many_episodes_and_an_id_given_twice_are_still_compared():
    episodes = pl.DataFrame({"LAchildID": ["c1"] * 60})
    census = Census({"CINdetails": episodes, "ChildIdentifiers": episodes[:2]})
    assert census.together("CINdetails", "ChildIdentifiers").height == 120
    assert census.of_one_child("CINdetails", "CINdetails").height == 3600
