"""Section 47 enquiries and initial conferences by hand: indicators 11 to 15."""

import pytest

from goldenthread.engine.indicators.tests.worked import apart, day, figure, parts

# The 15th working day after Thursday 1 May 2025, past the holiday of 5 May.
START, IN_TIME, LATE = day("1 May 2025"), day("23 May 2025"), day("27 May 2025")


def enquiry(start, conference=None, **also):
    return {"S47ActualStartDate": start, "DateOfInitialCPC": conference, **also}


def test_enquiries_are_events_and_their_children_are_counted_apart():
    rows = [enquiry(START), enquiry(day("31 Mar 2026")), enquiry(day("31 Mar 2025"))]
    assert parts("11", Section47=rows) == (2, 10_000)
    assert parts("11-children", Section47=rows) == (1, 10_000)


@pytest.mark.parametrize(
    ("start", "conference", "expected"),
    [
        (START, IN_TIME, (1, 1)),
        (START, None, (0, 1)),
        (START, day("9 Apr 2026"), (1, 1)),
        (day("9 Mar 2026"), None, (0, 1)),  # 16 working days before 31 March 2026
        (day("10 Mar 2026"), None, (0, 0)),  # 15: the limit of a conference has not passed
        (day("10 Mar 2026"), day("20 Mar 2026"), (0, 0)),
    ],
)
def test_an_enquiry_too_recent_to_tell_is_left_out(start, conference, expected):
    assert parts("12", Section47=[enquiry(start, conference)]) == expected


def test_conferences_of_enquiries_and_on_transfer_in_are_counted():
    tables = {
        "Section47": apart(
            "Section47", enquiry(START, IN_TIME), enquiry(START, IN_TIME), enquiry(START)
        ),
        "CINdetails": apart("CINdetails", {"DateOfInitialCPC": LATE}, {"DateOfInitialCPC": None}),
    }
    assert parts("13", **tables) == (3, 10_000)
    assert parts("14", **tables) == (2, 3), "a transfer in is in the denominator only"


@pytest.mark.parametrize(
    ("start", "held", "in_time"),
    [
        (START, START, 1),
        (START, IN_TIME, 1),
        (START, LATE, 0),
        (START, day("30 Apr 2025"), 0),
        (day("13 Mar 2025"), day("3 Apr 2025"), 1),  # of two years
        (day("18 Dec 2025"), day("13 Jan 2026"), 1),  # past Christmas and New Year
        (day("18 Dec 2025"), day("14 Jan 2026"), 0),
    ],
)
def test_a_conference_is_in_time_up_to_the_15th_working_day(start, held, in_time):
    assert parts("14", Section47=[enquiry(start, held)]) == (in_time, 1)


def test_a_conference_of_the_year_counts_whenever_its_enquiry_began():
    rows = [
        enquiry(day("24 Mar 2025"), day("1 Apr 2025")),
        enquiry(day("24 Mar 2025"), day("31 Mar 2025")),
    ]
    assert parts("14", Section47=rows) == (1, 1)


def test_the_median_to_a_conference_leaves_out_those_held_before_the_enquiry():
    rows = apart(
        "Section47",
        enquiry(START, day("2 May 2025")),
        enquiry(START, IN_TIME),
        enquiry(START, day("29 Apr 2025")),
    )
    found = figure("14-median", Section47=rows)
    assert (found.numerator, found.denominator, found.value) == (None, 2, 8)


@pytest.mark.parametrize(
    ("plan", "made"),
    [
        ({"CPPstartDate": IN_TIME}, 1),
        ({"CPPstartDate": LATE}, 0),
        ({"CPPstartDate": IN_TIME, "CINdetailsID": "another"}, 0),
        ({"CPPstartDate": IN_TIME, "LAchildID": "another"}, 0),
    ],
)
def test_a_conference_led_to_a_plan_that_began_on_its_day(plan, made):
    found = parts("15", Section47=[enquiry(START, IN_TIME)], ChildProtectionPlans=[plan])
    assert found == (made, 1)


def test_a_plan_given_twice_does_not_make_two_conferences():
    plans = [{"CPPstartDate": IN_TIME}, {"CPPstartDate": IN_TIME, "CPPID": "p2"}]
    assert parts("15", Section47=[enquiry(START, IN_TIME)], ChildProtectionPlans=plans) == (1, 1)
