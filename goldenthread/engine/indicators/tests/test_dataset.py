"""Visits, missing episodes, distances, pathway plans and matches of the dataset, by hand: 23, 24, 31, 34, 39, 46."""

import pytest

from goldenthread.engine.indicators.extracts.visits_due import standard_in
from goldenthread.engine.indicators.tests.drawn import figures, parts
from goldenthread.engine.indicators.tests.drawn_rows import (
    adoption,
    in_care,
    leaver,
    missing,
    placed,
    plan,
    visits,
)
from goldenthread.engine.indicators.tests.worked import day

# A plan of Monday 1 September to Friday 24 October 2025. Ten working days on from its start is 15
# September: visited on that day. Then due by the 29th, and visited on 2 October: late, and missed in
# September. Then due by 16 October, visited on the 10th; then due by the 24th, when the plan ended.
AUTUMN = {
    "ssd_cp_plans": [plan("1 Sep 2025", "24 Oct 2025")],
    "ssd_cp_visits": visits("15 Sep 2025", "2 Oct 2025", "10 Oct 2025"),
}


def test_a_visit_due_is_told_when_it_was_made_or_when_it_was_missed():
    assert parts("23", AUTUMN) == (2, 3)
    assert parts("23", AUTUMN, period="September 2025") == (1, 2)
    assert parts("23", AUTUMN, period="October 2025") == (1, 1)
    assert parts("23", AUTUMN, period="Q2 2025/26") == (1, 2)
    assert parts("23", AUTUMN, period="April 2025 to March 2026") == (2, 3)
    assert figures("23", AUTUMN)["2025/26", "total"].value == 66.7


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("10 working days", (2, 3)),
        ("20 Working Days", (3, 3)),
        ("2 weeks", (2, 3)),
        ("6 weeks", (3, 3)),
        ("16 days", (2, 3)),
        ("17 days", (3, 3)),
    ],
)
def test_visits_are_in_time_by_the_councils_own_standard(words, expected):
    assert parts("23", AUTUMN, standard=standard_in(words)) == expected


@pytest.mark.parametrize("words", ["soon", "0 days", "10", "400 days", "99 weeks", "-1 days"])
def test_a_standard_that_is_none_is_refused(words):
    with pytest.raises(ValueError, match="time between visits"):
        standard_in(words)


def test_christmas_and_the_new_year_are_not_working_days():
    # From 18 December 2025, ten working days leave out 25 and 26 December and 1 January.
    given = {
        "ssd_cp_plans": [plan("18 Dec 2025", "20 Jan 2026")],
        "ssd_cp_visits": visits("6 Jan 2026"),
    }
    assert parts("23", given, period="January 2026") == (1, 1)
    given["ssd_cp_visits"] = visits("7 Jan 2026") + visits("1 May 2025", child="another")
    assert parts("23", given, period="January 2026") == (0, 1)


@pytest.mark.parametrize(
    ("began", "expected"),
    [("17 Mar 2026", (0, 0)), ("16 Mar 2026", (0, 1)), ("13 Mar 2026", (0, 1))],
)
def test_a_visit_is_missed_from_the_day_after_it_was_due(began, expected):
    # Ten working days from 17 March are up on 31 March, the day of the extract.
    earlier = visits("1 May 2025", child="another")
    assert parts("23", {"ssd_cp_plans": [plan(began)], "ssd_cp_visits": earlier}) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"seen": "N"}, (0, 1)),
        ({"seen": ""}, (1, 1)),
        ({"seen": "n"}, (0, 1)),
    ],
)
def test_a_visit_at_which_the_child_was_not_seen_is_none(changed, expected):
    given = {
        "ssd_person": [{"pers_dob": day("1 May 2020")}],
        "ssd_cp_plans": [plan("1 Sep 2025", "16 Sep 2025")],
        "ssd_cp_visits": visits("2 Sep 2025", **changed) + visits("1 May 2025", child="another"),
    }
    assert parts("23", given) == expected


def test_before_a_child_is_born_a_visit_is_in_time_though_nobody_was_seen():
    given = {
        "ssd_person": [{"pers_expected_dob": day("1 May 2026")}],
        "ssd_cp_plans": [plan("1 Sep 2025", "10 Sep 2025")],
        "ssd_cp_visits": visits("2 Sep 2025", seen="N"),
    }
    assert parts("23", given) == (1, 1)
    assert parts("24", given) == (0, 0)


def test_two_visits_in_a_day_and_a_plan_twice_are_one_for_23_and_visits_are_each_for_24():
    given = {
        "ssd_cp_plans": [plan("1 Sep 2025", "10 Sep 2025")] * 2,
        "ssd_cp_visits": visits("2 Sep 2025", "2 Sep 2025", alone="Y"),
    }
    assert parts("23", given) == (1, 1)
    assert parts("24", given) == (2, 2)


def test_plans_of_other_councils_children_and_visits_outside_plans_are_left_out():
    given = {
        "ssd_cp_plans": [plan("1 Sep 2025", cppl_cp_plan_ola="Y")],
        "ssd_cp_visits": visits("2 Sep 2025", "1 Dec 2025"),
    }
    assert parts("23", given) == (0, 0)


def test_what_was_due_before_the_first_visit_that_is_told_is_left_out():
    given = {"ssd_cp_plans": [plan("1 Apr 2025")], "ssd_cp_visits": visits("1 Mar 2026")}
    # Due by 15 April 2025, before any visit is told; then by 13 March, missed, and then no more.
    assert parts("23", given) == (0, 1)


@pytest.mark.parametrize(("said", "alone"), [("Y", 1), ("y", 1), ("1", 1), ("N", 0), ("", 0)])
def test_seen_alone_is_what_the_visit_says(said, alone):
    assert parts("24", {"ssd_cp_visits": visits("1 May 2025", alone=said)}) == (alone, 1)


def test_visits_are_told_by_who_the_child_is():
    given = {
        "ssd_person": [
            {"pers_dob": day("1 May 2020"), "pers_sex": "F", "pers_ethnicity": "MWAS"},
            {"pers_person_id": "c2", "pers_dob": day("2 May 2020"), "pers_sex": "M"},
        ],
        "ssd_disability": [{"disa_disability_code": "LD"}],
        "ssd_cp_visits": visits("1 May 2025", alone="Y") + visits("1 May 2025", child="c2"),
    }
    found = figures("24", given)
    told = {
        breakdown: (each.numerator, each.denominator)
        for (period, breakdown), each in found.items()
        if period == "2025/26" and each.denominator
    }
    assert told == {
        "total": (1, 2),
        "age: 5 to 9": (1, 1),
        "age: 1 to 4": (0, 1),
        "sex: female": (1, 1),
        "sex: male": (0, 1),
        "ethnicity: mixed": (1, 1),
        "ethnicity: not known": (0, 1),
        "disability: yes": (1, 1),
        "disability: not known": (0, 1),
    }


def test_return_interviews_are_told_of_each_missing_episode_that_ended():
    given = {
        "ssd_missing": [
            missing("1 May 2025", "Y", "Y", incident="1"),
            missing("1 May 2025", "Y", "N", incident="2"),
            missing("31 Mar 2026", "N", "", incident="3"),
            missing("1 Jun 2025", "NA", "NA", incident="4"),
            missing("1 Jun 2025", "Y", "Y", kind="A", incident="5"),
            missing("1 Jun 2025", "Y", "Y", kind="Absent", incident="6"),
            missing("31 Mar 2025", "Y", "Y", incident="7"),
            missing(None, "Y", "Y", incident="8"),
        ]
    }
    assert parts("34-offered", given) == (2, 4)
    assert parts("34-accepted", given) == (1, 4)
    assert parts("34-offered", given, period="May 2025") == (2, 2)
    assert parts("34-accepted", given, period="Q4 2025/26") == (0, 1)


def test_a_recorded_distance_is_told_at_each_months_end_and_an_unknown_one_apart():
    given = {
        "ssd_cla_episodes": in_care("a", "b", "c", "d", "resting"),
        "ssd_cla_placement": [
            placed(20.0, "a"),
            placed(20.1, "b"),
            placed(None, "c"),
            placed(90.0, "d", clap_cla_placement_end_date=day("31 Mar 2026")),
            placed(90.0, "resting"),
            placed(90.0, "not in care"),
        ],
        "ssd_legal_status": [
            {
                "lega_person_id": "resting",
                "lega_legal_status": "V4",
                "lega_legal_status_start_date": day("1 May 2025"),
            }
        ],
    }
    assert parts("31-recorded", given) == (1, 3)
    assert parts("31-recorded-unknown", given) == (1, 3)
    assert parts("31-recorded", given, period="February 2026") == (2, 4)
    assert parts("31-recorded", given, period="April 2025") == (0, 0)


@pytest.mark.parametrize(
    ("when", "category", "expected"),
    [
        ("30 Sep 2025", "Relevant child", (0, 1)),
        ("1 Oct 2025", "Relevant child", (1, 1)),
        ("31 Mar 2026", "Eligible", (1, 1)),
        ("1 Apr 2026", "Eligible", (0, 1)),
        (None, "FORMER RELEVANT", (0, 1)),
        ("1 Mar 2026", "Qualifying care leaver", (0, 0)),
        ("1 Mar 2026", None, (0, 0)),
    ],
)
def test_a_pathway_plan_is_reviewed_within_six_months_of_the_day_of_the_extract(
    when, category, expected
):
    # Six months after 30 September is 30 March, a day too early.
    found = figures("46", {"ssd_care_leavers": [leaver(when, category)]})
    assert {period for period, _ in found} == {"as at 31 March 2026"}
    one = found["as at 31 March 2026", "total"]
    assert (one.numerator, one.denominator) == expected


def test_a_care_leaver_who_is_listed_twice_counts_once_by_the_later_review():
    given = {"ssd_care_leavers": [leaver("1 Jan 2025"), leaver("1 Jan 2026")]}
    assert parts("46", given) == (1, 1)


def test_months_from_placement_order_to_match_are_an_average_over_children_adopted():
    # 1 January to 1 July 2024 is 182 days, 1 January to 31 January 30 days: 106 on average,
    # and 106 / 30.4375 is 3.48 months.
    given = {
        "ssd_permanence": [
            adoption("1 Jan 2024", "1 Jul 2024", "1 May 2025", perm_person_id="a"),
            adoption("1 Jan 2025", "31 Jan 2025", "1 Dec 2025", perm_person_id="b"),
            adoption(None, "31 Jan 2025", "1 Dec 2025", perm_person_id="consent"),
            adoption("1 Feb 2025", "31 Jan 2025", "1 Dec 2025", perm_person_id="matched before"),
            adoption("1 Jan 2025", "2 Feb 2025", "31 Mar 2025", perm_person_id="year before"),
            adoption(
                "1 Jan 2025",
                "2 Feb 2025",
                "1 Dec 2025",
                perm_person_id="guardian",
                perm_permanence_order_type="Special Guardianship Order",
            ),
        ]
    }
    found = figures("39-match", given)
    year = found["2025/26", "total"]
    assert (year.numerator, year.denominator, year.value) == (212, 2, 3.5)
    assert found["May 2025", "total"].value == 6.0
    assert found["April 2025", "total"].value is None


def test_an_extract_of_the_middle_of_a_month_tells_of_the_months_that_were_over():
    given = {"ssd_cp_visits": visits("1 Sep 2025", "10 Nov 2025", alone="Y")}
    found = figures("24", given, as_at=day("14 Nov 2025"))
    periods = {period for period, _ in found}
    assert periods == {
        *(f"{month} 2025" for month in ("April", "May", "June", "July", "August", "September")),
        "October 2025",
        "Q1 2025/26",
        "Q2 2025/26",
    }
    assert found["September 2025", "total"].numerator == 1


def test_what_is_dated_after_the_day_of_the_extract_is_left_out():
    assert parts("24", {"ssd_cp_visits": visits("1 May 2026", "1 May 2025")}) == (0, 1)
