"""What a program may hand to `run_rule`, and what it is told when it hands over something else."""

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from goldenthread.engine.returns import run_rule

CHILDREN = pl.DataFrame(
    {"LAchildID": ["c1", "c2"], "PersonBirthDate": [date(2026, 4, 1), date(2026, 3, 31)]}
)
BORN_LATE = {("ChildIdentifiers", 0)}


def born_late(tables: Any, **context: Any):
    return run_rule("cin", "8520", tables, context=context or {"collection_year": 2026})


@pytest.mark.parametrize(
    "context",
    [
        {"reference_date": date(2026, 3, 31)},
        {"reference_date": datetime(2026, 3, 31, 23, 59)},
        {"reference_date": "2026-03-31"},
        {"reference_date": " 31/03/2026 "},
        {"reference_date": "2026-03-31T00:00:00"},
        {"ReferenceDate": date(2026, 3, 31)},
        {"collection_year": 2026},
        {"collection_year": "2026"},
        {"collection_year": 2026.0},
        {"collection_year": "2025/26"},
        {"collection_year": "2025/2026"},
        {"Year": 2026, "reference_date": None, "local_authority": "382"},
    ],
)
def test_the_year_may_be_said_in_any_of_these_ways(context):
    assert born_late({"ChildIdentifiers": CHILDREN}, **context) == BORN_LATE


@pytest.mark.parametrize("day", ["soon", "", "31/02/2026", 2026, 20260331, date(2500, 3, 31)])
def test_a_reference_date_that_is_none_is_refused_whatever_the_rule(day):
    for code in ("8520", "8608", "100"):
        with pytest.raises(
            ValueError, match="`reference_date` is .* which is no date: give context"
        ):
            run_rule("cin", code, {"ChildIdentifiers": CHILDREN}, context={"reference_date": day})


@pytest.mark.parametrize("year", ["soon", "", 26, 20260, True, 2026.5, "2025/27", "/26", 2.0])
def test_so_is_a_collection_year(year):
    with pytest.raises(ValueError, match="`collection_year` is .* which is no year: give context"):
        born_late({"ChildIdentifiers": CHILDREN}, collection_year=year)


@pytest.mark.parametrize("context", [date(2026, 3, 31), [2026], "2026"])
def test_and_a_context_that_is_no_dict(context):
    with pytest.raises(TypeError, match="`context` must be a dict, not a"):
        run_rule("cin", "8520", {"ChildIdentifiers": CHILDREN}, context=context)


def test_a_rule_that_needs_the_year_asks_for_it():
    with pytest.raises(LookupError, match="which year the return is for"):
        run_rule("cin", "8520", {"ChildIdentifiers": CHILDREN})
    assert run_rule("cin", "8500", {"ChildIdentifiers": CHILDREN}) == set()


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (CHILDREN.lazy(), "ChildIdentifiers must be a polars DataFrame, not a polars LazyFrame"),
        (CHILDREN["LAchildID"], "not a polars Series"),
        (CHILDREN.to_dicts(), "not a list"),
        (CHILDREN.to_dict(), "not a dict"),
        (CHILDREN.select(PersonBirthDate=pl.struct(pl.all())), "PersonBirthDate holds Struct"),
        (pl.DataFrame({"LAchildID": [["c1"]]}), "LAchildID holds List"),
        (pl.DataFrame({"LAchildID": [b"c1"]}), "LAchildID holds Binary"),
        (pl.DataFrame({"LAchildID": pl.Series([object()], dtype=pl.Object)}), "holds Object"),
    ],
)
def test_what_is_no_frame_of_single_values_is_refused_by_the_name_of_its_table(table, says):
    with pytest.raises(TypeError, match=says):
        born_late({"ChildIdentifiers": table})


@pytest.mark.parametrize("tables", [None, CHILDREN, [CHILDREN]])
def test_so_is_what_is_no_dict_of_tables(tables):
    with pytest.raises(TypeError, match="`tables` must be a dict of polars DataFrames"):
        born_late(tables)


def test_names_are_known_in_any_case_and_the_very_name_goes_first():
    lower = CHILDREN.rename(str.lower)
    assert born_late({"childidentifiers": lower}) == BORN_LATE
    both = lower.with_columns(PersonBirthDate=CHILDREN["PersonBirthDate"].reverse())
    assert born_late({"ChildIdentifiers": both}) == {("ChildIdentifiers", 1)}
    assert born_late({"CHILDIDENTIFIERS": both[:0], "ChildIdentifiers": lower}) == BORN_LATE
    plans = pl.DataFrame({"CINPlanStartDate": ["2025-05-02"], "CINPlanEndDate": ["2025-05-01"]})
    assert run_rule("cin", "4011", {"CINPlanDates": plans}) == {("CINplanDates", 0)}


def test_other_tables_and_columns_are_left_out_but_not_a_return_without_one_of_ours():
    more = CHILDREN.with_columns(Note=pl.lit([1]))
    tables = {"Notes": CHILDREN.lazy(), "Reviews": None, "ChildIdentifiers": more}
    assert born_late(tables) == BORN_LATE
    assert born_late({}) == set()
    with pytest.raises(
        LookupError, match="None of these is a table of the return: Children, Plans"
    ):
        born_late({"Children": CHILDREN, "Plans": CHILDREN})


def test_rows_stand_even_where_none_of_their_columns_is_ours():
    unknown = pl.DataFrame({"Note": ["a", "b"]})
    found = run_rule("cin", "8500", {"ChildIdentifiers": unknown})
    assert found == {("ChildIdentifiers", 0), ("ChildIdentifiers", 1)}


@pytest.mark.parametrize(
    ("born", "late"),
    [
        (["2026-04-01", "01/04/2026", "2026-04-01T09:00:00Z", "1/4/2026 00:00"], 4),
        ([datetime(2026, 4, 1, 23, 30), datetime(2026, 3, 31, 23, 59)], 1),
        (pl.Series(["2026-04-01", "2026-03-31"], dtype=pl.Categorical), 1),
        ([None, None], 0),
        (["2026-02-30", "April"], 0),
        ([20_260_401], 0),
    ],
)
def test_a_date_is_read_from_whatever_its_column_holds(born, late):
    frame = pl.DataFrame({"PersonBirthDate": born})
    assert len(born_late({"ChildIdentifiers": frame})) == late


@pytest.mark.parametrize(
    "said",
    [[True, False], [1, 0], [1.0, 0.0], ["1", "0"], ["TRUE", "False"], ["1.0", " false "]],
)
def test_and_a_yes_or_no(said):
    referrals = pl.DataFrame({"ReferralNFA": said})
    assert run_rule("cin", "8610", {"CINdetails": referrals}) == {("CINdetails", 1)}


def test_an_id_is_one_id_as_text_or_as_a_number():
    ids = [pl.Series(["1", "2"]), pl.Series([1, 2]), pl.Series([1.0, 2.0])]
    for child in ids:
        for episode in ids:
            tables = {"ChildIdentifiers": child, "CINdetails": episode}
            frames = {name: pl.DataFrame({"LAchildID": of}) for name, of in tables.items()}
            assert run_rule("cin", "8590", frames) == set()


def test_a_number_too_large_to_be_one_is_null():
    huge = pl.DataFrame({"NumberOfPreviousCPP": pl.Series([2**64 - 1, 2], dtype=pl.UInt64)})
    found = run_rule("cin", "8730", {"ChildProtectionPlans": huge})
    assert found == {("ChildProtectionPlans", 0)}


@pytest.mark.parametrize(
    ("return_type", "code", "says"),
    [
        ("abc", "8520", "no rules for a return called “abc”: they are written for cin"),
        ("903", "101", "no rules for a return called “903”"),
        (None, "8520", "no rules for a return called “None”"),
        ("cin", "9999", "There is no rule 9999 of the children in need census 2025/26$"),
        ("cin", "8530", "is 8530Q meant"),
        ("cin", "8520Q", "is 8520 meant"),
        ("cin", None, "There is no rule None"),
    ],
)
def test_a_rule_that_is_not_there_is_said_so(return_type, code, says):
    with pytest.raises(LookupError, match=says):
        run_rule(return_type, code, {"ChildIdentifiers": CHILDREN})


def test_a_rule_and_a_return_are_known_in_any_case():
    expected = CHILDREN.rename({"PersonBirthDate": "ExpectedPersonBirthDate"})
    given = {"ChildIdentifiers": expected[:1]}, {"collection_year": 2027}
    assert run_rule("CIN", " 8530q", given[0], context=given[1]) == BORN_LATE
