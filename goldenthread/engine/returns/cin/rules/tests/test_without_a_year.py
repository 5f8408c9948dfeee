"""Rules whose words name no year can be asked of rows that come without one: what is open lasts on."""

from typing import Any

import polars as pl
import pytest

from goldenthread.engine.returns import run_rule
from goldenthread.engine.returns.cin.census import NoYear
from goldenthread.engine.returns.cin.rules.tests.cases import KEYS

Rows = list[dict[str, Any]]


def found_without_a_year(code: str, **tables: Rows) -> set[tuple[str, int]]:
    keyed = {name: [{**KEYS[name], **row} for row in rows] for name, rows in tables.items()}
    frames = {name: pl.DataFrame(rows, infer_schema_length=None) for name, rows in keyed.items()}
    return run_rule("cin", code, frames)


def spells(start: str, end: str) -> tuple[Rows, Rows]:
    """Two that overlap, since the first is open, and two that follow each other."""
    later = {start: "2030-05-01", end: None}
    return [{start: "2025-05-01", end: None}, later], [
        {start: "2025-05-01", end: "2030-04-30"},
        later,
    ]


@pytest.mark.parametrize(
    ("code", "table", "start", "end"),
    [
        ("4014", "CINplanDates", "CINPlanStartDate", "CINPlanEndDate"),
        ("8820", "CINdetails", "CINreferralDate", "CINclosureDate"),
        ("8863Q", "Assessments", "AssessmentActualStartDate", "AssessmentAuthorisationDate"),
        ("8890", "Section47", "S47ActualStartDate", "DateOfInitialCPC"),
        ("8940", "ChildProtectionPlans", "CPPstartDate", "CPPendDate"),
    ],
)
def test_what_is_open_overlaps_whatever_starts_later(code, table, start, end):
    flags = {"CINdetails": {"ReferralNFA": 0}, "Section47": {"ICPCnotRequired": 0}}
    overlapping, apart = (
        [{**row, **flags.get(table, {})} for row in rows] for rows in spells(start, end)
    )
    assert found_without_a_year(code, **{table: overlapping}) == {(table, 0), (table, 1)}
    assert found_without_a_year(code, **{table: apart}) == set()


@pytest.mark.parametrize("code", ["4016", "4017"])
def test_open_plans_of_both_kinds_stand_beside_each_other(code):
    need, protection = {"CINPlanStartDate": "2030-05-01"}, {"CPPstartDate": "2030-05-01"}
    both = {("CINplanDates", 0), ("ChildProtectionPlans", 0)}
    tables = {"CINplanDates": [need], "ChildProtectionPlans": [protection]}
    assert found_without_a_year(code, **tables) == both
    ended = {"CINPlanEndDate": "2030-05-01"}, {"CPPendDate": "2030-05-01"}
    tables = {"CINplanDates": [need | ended[0]], "ChildProtectionPlans": [protection | ended[1]]}
    assert found_without_a_year(code, **tables) == set()


def test_plans_of_any_year_are_compared_with_their_conferences():
    plans, held = [{"CPPstartDate": "2019-05-01"}], [{"DateOfInitialCPC": "2019-05-02"}]
    tables = {"ChildProtectionPlans": plans, "Section47": held}
    rows = {("ChildProtectionPlans", 0), ("Section47", 0)}
    assert found_without_a_year("2885", **tables) == rows
    assert found_without_a_year("2883", **tables) == set()
    assert found_without_a_year("2883", ChildProtectionPlans=plans) == {("Header", 0)}


def test_an_assessment_of_any_year_says_what_it_found():
    ended = [{"AssessmentAuthorisationDate": "2019-05-01"}, {"AssessmentAuthorisationDate": None}]
    assert found_without_a_year("8897Q", Assessments=ended) == {("Assessments", 0)}


@pytest.mark.parametrize(
    "code",
    ["4010", "4013", "8520", "8530Q", "8545Q", "8569Q", "8600", "8620", "8670Q", "8675Q", "8696"]
    + ["8715", "8720", "8736", "8740", "8770Q", "8775Q", "8930"],
)
def test_a_rule_whose_words_speak_of_the_year_or_of_an_age_asks_which_it_is(code):
    with pytest.raises(NoYear):
        found_without_a_year(code)
