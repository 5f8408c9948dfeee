"""Assessments by hand: indicators 6 to 8."""

import pytest

from goldenthread.engine.indicators.tests.worked import apart, day, figure, figures, parts

# 45 working days after Thursday 1 May 2025, past the holidays of 5 and 26 May.
START, IN_TIME, LATE = day("1 May 2025"), day("7 Jul 2025"), day("8 Jul 2025")


def assessment(start, done, **also):
    return {"AssessmentActualStartDate": start, "AssessmentAuthorisationDate": done, **also}


@pytest.mark.parametrize(
    ("start", "done", "in_time"),
    [
        (START, START, 1),
        (START, IN_TIME, 1),
        (START, LATE, 0),
        (START, day("30 Apr 2025"), 0),  # authorised before it began
        (None, IN_TIME, 0),
        (day("3 May 2025"), LATE, 1),  # a Saturday: counted from the next working day, 6 May
        (day("3 May 2025"), day("9 Jul 2025"), 0),
        (day("20 Jan 2025"), day("1 Apr 2025"), 0),  # 51 working days, of two years
        (day("3 Feb 2025"), day("7 Apr 2025"), 1),  # 45 working days, of two years
    ],
)
def test_an_assessment_is_in_time_up_to_the_45th_working_day(start, done, in_time):
    assert parts("6", Assessments=[assessment(start, done)]) == (in_time, 1)


@pytest.mark.parametrize(
    ("done", "counted"), [("1 Apr 2025", 1), ("31 Mar 2026", 1), ("31 Mar 2025", 0), (None, 0)]
)
def test_an_assessment_is_counted_on_the_day_it_was_authorised(done, counted):
    rows = [assessment(day("3 Mar 2025"), day(done) if done else None)]
    assert figure("6", Assessments=rows).denominator == counted


def test_nothing_over_nothing_has_no_value():
    found = figure("6", Assessments=[])
    assert (found.numerator, found.denominator, found.value) == (0, 0, None)


def test_median_and_quartiles_are_those_of_working_days():
    ends = ["1 May 2025", "2 May 2025", "6 May 2025", "7 May 2025", "13 May 2025"]  # 0, 1, 2, 3, 7
    rows = apart("Assessments", *(assessment(START, day(end)) for end in ends))
    codes = ("6-lower-quartile", "6-median", "6-upper-quartile")
    found = [figure(code, Assessments=rows) for code in codes]
    assert [each.value for each in found] == [1, 2, 3]
    assert {(each.numerator, each.denominator, each.unit) for each in found} == {
        (None, 5, "working days")
    }


def test_an_even_number_of_days_has_its_median_half_way_rounded_up():
    rows = apart(
        "Assessments", assessment(START, day("2 May 2025")), assessment(START, day("7 May 2025"))
    )
    assert figure("6-median", Assessments=rows).value == 2
    rows[1]["AssessmentAuthorisationDate"] = day("6 May 2025")
    assert figure("6-median", Assessments=rows).value == 2, "one and a half"


def test_days_before_the_start_are_in_no_median():
    rows = apart("Assessments", assessment(START, day("2 Apr 2025")), assessment(START, IN_TIME))
    found = figure("6-median", Assessments=rows)
    assert (found.denominator, found.value) == (1, 45)


@pytest.mark.parametrize(
    ("start", "overdue"),
    [
        ("27 Jan 2026", 0),  # 45 working days up to 31 March 2026
        ("26 Jan 2026", 1),
        ("31 Mar 2026", 0),
        ("1 Apr 1999", 1),
    ],
)
def test_open_over_45_working_days_is_told_at_the_end_of_the_period(start, overdue):
    assert parts("7", Assessments=[assessment(day(start), None)]) == (overdue, 1)


def test_an_assessment_authorised_on_the_last_day_is_not_open():
    rows = apart(
        "Assessments",
        assessment(START, day("31 Mar 2026")),
        assessment(START, day("1 Apr 2026")),
        assessment(day("1 Apr 2026"), None),
    )
    assert parts("7", Assessments=rows) == (1, 1)


def factors(*codes, **keys):
    return [{"AssessmentFactor": code, **keys} for code in codes]


def test_a_factor_counts_once_in_an_episode_however_many_assessments_found_it():
    tables = {
        "CINdetails": [{"CINreferralDate": START}],
        "Assessments": [
            assessment(START, IN_TIME),
            assessment(START, LATE, AssessmentID="a2"),
            assessment(START, None, AssessmentID="a3"),
        ],
        "AssessmentFactorsList": [
            *factors("1A", "2A"),
            *factors("1A", AssessmentID="a2"),
            *factors("4A", AssessmentID="a3"),
        ],
    }
    year = {
        each.breakdown: (each.numerator, each.denominator)
        for each in figures("8", **tables)
        if each.period == "2025/26"
    }
    assert year == {"total": (1, 1), "factor: 1A": (1, 1), "factor: 2A": (1, 1)}
    rate = figure("8-rate", breakdown="factor: 1A", **tables)
    assert (rate.numerator, rate.denominator, rate.value) == (1, 10_000, 1.0)


@pytest.mark.parametrize("second", [LATE, START], ids=["later", "on the same day"])
def test_two_episodes_of_one_child_count_a_factor_twice(second):
    keys = {"CINdetailsID": "e2", "AssessmentID": "a2"}
    tables = {
        "CINdetails": [
            {"CINreferralDate": START},
            {"CINreferralDate": second, "CINdetailsID": "e2"},
        ],
        "Assessments": [assessment(START, IN_TIME), assessment(LATE, LATE, **keys)],
        "AssessmentFactorsList": [*factors("3B"), *factors("3b", **keys)],
    }
    assert parts("8", breakdown="factor: 3B", **tables) == (2, 2)
    july = figure("8", breakdown="factor: 3B", period="July 2025", **tables)
    assert (july.numerator, july.denominator) == (2, 2)
