"""Annex A by hand: last visits, return interviews, pathway plans and matches: 23, 24, 34, 39, 46."""

from typing import Any

import pytest

from goldenthread.engine.indicators.collection import ANNEX_A
from goldenthread.engine.indicators.extracts.visits_due import standard_in
from goldenthread.engine.indicators.tests import drawn
from goldenthread.engine.indicators.tests.drawn_rows import (
    ACCEPTED,
    MISSING,
    OFFERED,
    adopted,
    entitled,
    protected,
)
from goldenthread.engine.indicators.tests.worked import day

# Friday 13 March 2026: ten working days before it is Friday 27 February.
FRIDAY = day("13 Mar 2026")
AS_AT = "as at 13 March 2026"


def parts(code: str, **lists: Any) -> tuple[Any, Any]:
    given = {name.replace("_", " "): rows for name, rows in lists.items()}
    return drawn.parts(code, given, collection=ANNEX_A, as_at=FRIDAY)


def figures(code: str, **lists: Any) -> dict[tuple[str, str], Any]:
    given = {name.replace("_", " "): rows for name, rows in lists.items()}
    return drawn.figures(code, given, collection=ANNEX_A, as_at=FRIDAY)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (protected("27 Feb 2026"), (1, 1)),
        (protected("26 Feb 2026"), (0, 1)),
        (protected("13 Mar 2026"), (1, 1)),
        (protected("14 Mar 2026"), (0, 1)),
        (protected(None), (0, 1)),
        (protected(None, began="27 Feb 2026"), (0, 0)),
        (protected(None, began="26 Feb 2026"), (0, 1)),
        (protected("2 Mar 2026", began="14 Mar 2026"), (0, 0)),
    ],
)
def test_the_next_visit_is_not_overdue_on_the_day_of_the_lists(row, expected):
    assert parts("23-last-visit", List_7=[row]) == expected


@pytest.mark.parametrize(
    ("ended", "of"), [("12 Mar 2026", 0), ("13 Mar 2026", 0), ("14 Mar 2026", 1)]
)
def test_a_plan_that_ended_by_the_day_of_the_lists_is_left_out(ended, of):
    row = protected("2 Mar 2026", **{"Child Protection Plan End Date": day(ended)})
    assert parts("23-last-visit", List_7=[row]) == (of, of)


def test_a_longer_standard_is_the_councils_to_set():
    given = {"List 7": [protected("13 Feb 2026")]}
    for words, expected in (("4 weeks", (1, 1)), ("27 days", (0, 1)), ("20 working days", (1, 1))):
        found = drawn.parts(
            "23-last-visit",
            given,
            collection=ANNEX_A,
            as_at=FRIDAY,
            standard=standard_in(words),
        )
        assert found == expected


@pytest.mark.parametrize(
    ("said", "alone"),
    [("a) Yes", 1), ("Y", 1), ("A)yes", 1), ("a)", 1), ("b) No", 0), ("", 0), ("c) Unknown", 0)],
)
def test_seen_alone_is_what_the_list_says_of_the_last_visit(said, alone):
    assert parts("24-last-visit", List_7=[protected("1 Jan 2026", alone=said)]) == (alone, 1)


def test_a_child_with_two_plans_counts_once_by_the_later_visit():
    rows = [protected("2 Mar 2026", alone="b) No"), protected("1 Jan 2026", alone="a) Yes")]
    assert parts("24-last-visit", List_7=rows) == (0, 1)
    assert parts("23-last-visit", List_7=rows) == (1, 1)


def test_a_child_who_was_never_visited_is_not_asked_whether_alone():
    assert parts("24-last-visit", List_7=[protected(None)]) == (0, 0)


def looked_after(child: str, times: int | None, offered: str, accepted: str, **also: Any) -> Any:
    return {"Child Unique ID": child, MISSING: times, OFFERED: offered, ACCEPTED: accepted, **also}


def test_return_interviews_are_of_children_who_went_missing():
    rows = [
        looked_after("a", 3, "a) Yes", "a) Yes"),
        looked_after("b", 1, "a) Yes", "b) No"),
        looked_after("b", 1, "", ""),
        looked_after("c", 1, "b) No", "c) Unknown"),
        looked_after("never", 0, "a) Yes", "a) Yes"),
        looked_after("not said", None, "a) Yes", "a) Yes"),
        looked_after(
            "break", 1, "a) Yes", "a) Yes", **{"Child's Legal Status": "V4 - short breaks"}
        ),
    ]
    assert parts("34-offered-last", List_8=rows) == (2, 3)
    assert parts("34-accepted-last", List_8=rows) == (1, 3)


@pytest.mark.parametrize(
    ("reviewed", "category", "expected"),
    [
        ("13 Sep 2025", "b) Former relevant child", (1, 1)),
        ("12 Sep 2025", "b) Former relevant child", (0, 1)),
        ("14 Mar 2026", "a) Relevant child", (0, 1)),
        (None, "d) Eligible child", (0, 1)),
        ("1 Mar 2026", "c) Qualifying care leaver", (0, 0)),
        ("1 Mar 2026", None, (0, 0)),
    ],
)
def test_pathway_plans_are_reviewed_in_six_months(reviewed, category, expected):
    assert parts("46", List_9=[entitled(reviewed, category)]) == expected


def of_child(child: str, row: dict[str, Any]) -> dict[str, Any]:
    return {"Child Unique ID": child, **row}


def test_matches_are_told_of_the_twelve_months_to_the_day_of_the_lists():
    # 1 March to 31 August 2024 is 183 days: 6.01 months; and 61 days on is 1 May: 2.0 months.
    rows = [
        of_child("a", adopted("1 Mar 2024", "31 Aug 2024", "14 Mar 2025")),
        of_child("b", adopted("1 Mar 2024", "1 May 2024", "13 Mar 2026")),
        of_child("a year before", adopted("1 Mar 2024", "2 Mar 2024", "13 Mar 2025")),
        of_child("not yet", adopted("1 Mar 2024", "2 Mar 2024", None)),
        of_child("matched before", adopted("1 Mar 2024", "29 Feb 2024", "1 May 2025")),
        of_child("match not known", adopted("1 Mar 2024", None, "1 May 2025")),
    ]
    found = figures("39-match", List_10=rows)
    assert list(found) == [("14 March 2025 to 13 March 2026", "total")]
    (one,) = found.values()
    assert (one.numerator, one.denominator, one.value) == (183 + 61, 2, 4.0)


def test_who_a_child_is_comes_from_any_list_that_says():
    who = {
        "Gender": "b) Female",
        "Ethnicity": "f) MWBC",
        "Date of Birth": day("13 Mar 2016"),
        "Does the Child have a Disability": "b) No",
    }
    found = figures("24-last-visit", List_7=[protected("1 Mar 2026")], List_8=[who])
    told = {breakdown for (_, breakdown), each in found.items() if each.denominator}
    assert {period for period, _ in found} == {AS_AT}
    assert told == {
        "total",
        "age: 10 to 15",
        "sex: female",
        "ethnicity: mixed",
        "disability: no",
    }


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("a) WBRI", "white"),
        ("White - British", "white"),
        ("Mixed - White and Asian", "mixed"),
        ("White and Black African", "mixed"),
        ("AIND - Indian", "Asian"),
        ("Chinese", "Asian"),
        ("n) BAFR", "Black"),
        ("African", "Black"),
        ("Any other ethnic group", "other"),
        ("REFU", "not known"),
        ("", "not known"),
    ],
)
def test_origins_are_read_by_their_code_or_else_their_words(written, group):
    found = figures("24-last-visit", List_7=[protected("1 Mar 2026", Ethnicity=written)])
    assert found[AS_AT, f"ethnicity: {group}"].denominator == 1


@pytest.mark.parametrize(
    ("written", "sex"), [("a) Male", "male"), ("F", "female"), ("c) Not stated", "not known")]
)
def test_a_sex_is_read_however_it_is_written(written, sex):
    found = figures("24-last-visit", List_7=[protected("1 Mar 2026", Gender=written)])
    assert found[AS_AT, f"sex: {sex}"].denominator == 1


def test_lists_of_29_february_tell_of_the_twelve_months_to_it():
    given = {"List 10": [of_child("a", adopted("1 Mar 2023", "1 May 2023", "1 Mar 2023"))]}
    found = drawn.figures("39-match", given, collection=ANNEX_A, as_at=day("29 Feb 2024"))
    ((period, _),) = found
    assert period == "March 2023 to February 2024"
    assert found[period, "total"].denominator == 1
