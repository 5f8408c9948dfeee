"""What can be decided about a plan without a database."""

from datetime import date

import pytest

from goldenthread.capabilities.business_plan.rules import counting, numbering, ratings, sorting
from goldenthread.capabilities.business_plan.rules.ratings import Rag, Standing

TODAY = date(2026, 6, 1)
RULE = ratings.Thresholds("test", soon_days=30, quiet_days=100)


@pytest.mark.parametrize(
    ("due", "heard", "rating", "expected", "why"),
    [
        (date(2026, 5, 31), date(2026, 5, 30), "", Rag.RED, "1 day late"),
        (date(2026, 6, 1), None, "", Rag.AMBER, "0 days are left"),
        (date(2026, 12, 1), None, "", Rag.GREEN, "No progress has been told yet"),
        (date(2026, 12, 1), date(2026, 2, 1), "", Rag.AMBER, "for 120 days"),
        (date(2026, 12, 1), date(2026, 5, 20), "", Rag.GREEN, "12 days ago"),
        (None, date(2026, 5, 20), "", Rag.AMBER, "no due date"),
        (date(2020, 1, 1), None, "blue", Rag.BLUE, "complete"),
    ],
)
def test_a_rating_is_suggested_from_due_date_and_last_progress(due, heard, rating, expected, why):
    suggestion = ratings.suggested(Standing(due, heard, rating), TODAY, RULE)
    assert suggestion.rag == expected
    assert why in suggestion.why


def test_a_rating_against_the_suggestion_needs_a_reason():
    red = ratings.Rating(Rag.RED, "It is late")
    assert ratings.may_be_said("red", "", red)
    assert not ratings.may_be_said("green", "  ", red)
    assert ratings.may_be_said("green", "It was done last week", red)


def test_a_complete_objective_is_never_late():
    assert ratings.is_late(date(2020, 1, 1), "red", TODAY)
    assert not ratings.is_late(date(2020, 1, 1), "blue", TODAY)
    assert not ratings.is_late(TODAY, "", TODAY)


def test_numbers_sort_as_people_count():
    numbers = ["1.10", "1.9", "2", "1", "A10", "A2"]
    assert sorted(numbers, key=numbering.place) == ["1", "1.9", "1.10", "2", "A2", "A10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1 Do this", ("1.1", "Do this")),
        ("Priority 2: Early support", ("2", "Early support")),
        ("3) Exploitation", ("3", "Exploitation")),
        ("24 hour cover for all", ("24", "hour cover for all")),
        ("Do this by 2027", ("", "Do this by 2027")),
    ],
)
def test_a_number_before_a_text_is_told_from_it(text, expected):
    assert numbering.split(text) == expected


def test_the_borda_count_adds_up_as_by_hand():
    """Three areas: first place 3 points, second 2, third 1; what is left out gets none."""
    papers = [{1: 1, 2: 2, 3: 3}, {2: 1, 1: 2}, {3: 1}]
    result = {one.area: one for one in counting.counted([1, 2, 3], papers)}
    assert {area: one.points for area, one in result.items()} == {1: 5, 2: 5, 3: 4}
    assert result[3].places == (1, 0, 1)


def test_equal_points_go_by_first_places_then_by_second():
    papers = [{1: 1, 2: 3}, {1: 3, 2: 2}, {1: 3, 2: 2}]
    result = counting.counted([2, 1, 3], papers)
    assert [(one.area, one.points) for one in result][:2] == [(1, 5), (2, 5)]
    assert [one.rank for one in result][:2] == [1, 2]


def test_areas_that_are_alike_in_everything_share_a_rank_and_people_choose():
    result = counting.counted([1, 2, 3], [{1: 1}, {2: 1}, {3: 1}, {3: 2, 1: 3}, {2: 3}])
    assert result[0].area == 3
    alike = counting.counted([1, 2, 3, 4], [{1: 1, 2: 2}, {1: 1, 3: 2}])
    assert [one.rank for one in alike] == [1, 2, 2, 4]
    assert counting.chosen(alike, 2) == ([1], [2, 3])
    assert counting.chosen(alike, 1) == ([1], [])
    assert counting.chosen(alike, 3) == ([1, 2, 3], [])


@pytest.mark.parametrize(
    ("ranks", "told"),
    [
        ({1: 1, 2: 1}, "more than once"),
        ({1: 1, 2: 3}, "without leaving a number out"),
        ({1: 9}, "from 1 to 3"),
        ({1: 0}, "from 1 to 3"),
    ],
)
def test_a_paper_with_mistakes_is_told_what_to_do(ranks, told):
    faults = counting.faults({1: None, 2: None, 3: None} | ranks, 3)
    assert any(told in fault for fault in faults.values())


def test_a_paper_may_leave_areas_out():
    assert counting.faults({1: 2, 2: None, 3: 1}, 3) == {}


def test_themes_fall_into_four_quarters():
    assert sorting.quarter(4, 4) == sorting.Quarter.DO
    assert sorting.quarter(1, 3) == sorting.Quarter.PLAN
    assert sorting.quarter(3, 2) == sorting.Quarter.SETTLE
    assert sorting.quarter(2, 2) == sorting.Quarter.WATCH


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (date(2026, 3, 10), date(2027, 3, 31)),
        (date(2026, 2, 20), date(2027, 3, 31)),  # a little early counts for this March
        (date(2026, 4, 20), date(2027, 3, 31)),  # a little late too
    ],
)
def test_a_reported_theme_is_due_again_a_year_on(reported, expected):
    assert sorting.report_after(3, reported) == expected
    assert sorting.report_after(None, reported) is None


def test_the_last_day_of_february_is_found_in_a_leap_year():
    assert sorting.report_after(2, date(2027, 2, 1)) == date(2028, 2, 29)
