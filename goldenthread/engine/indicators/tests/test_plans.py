"""Child protection plans by hand: indicators 16 to 22."""

import pytest

from goldenthread.engine.indicators.tests.worked import apart, day, figure, figures, parts

START, LAST = day("1 May 2025"), day("31 Mar 2026")


def plan(start, end=None, **also):
    return {"CPPstartDate": start, "CPPendDate": end, **also}


def test_plans_started_count_on_their_day():
    rows = [plan(day("1 Apr 2025")), plan(LAST), plan(day("31 Mar 2025"))]
    found = figure("16", ChildProtectionPlans=rows)
    assert (found.numerator, found.denominator, found.value) == (2, 10_000, 2.0)


@pytest.mark.parametrize(
    ("start", "end", "is_open"),
    [
        ("31 Mar 2026", None, 1),
        ("1 May 2018", None, 1),
        ("1 May 2025", "1 Apr 2026", 1),
        ("1 May 2025", "31 Mar 2026", 0),
        ("1 Apr 2026", None, 0),
    ],
)
def test_plans_in_force_are_those_open_at_the_end_of_the_day(start, end, is_open):
    rows = [plan(day(start), day(end) if end else None)]
    assert parts("17", ChildProtectionPlans=rows) == (is_open, 10_000)


def test_a_plan_of_an_unborn_child_counts_and_says_so():
    tables = {
        "ChildProtectionPlans": [plan(START)],
        "ChildIdentifiers": [{"ExpectedPersonBirthDate": day("2 Jul 2026"), "Sex": "U"}],
    }
    assert parts("17", **tables) == (1, 10_000)
    assert figure("17", breakdown="age: unborn", **tables).numerator == 1
    assert figure("17", breakdown="sex: not known", **tables).numerator == 1


def test_categories_are_shares_of_open_plans_and_of_started_plans():
    rows = apart(
        "ChildProtectionPlans",
        plan(START, InitialCategoryOfAbuse="NEG", LatestCategoryOfAbuse="EMO"),
        plan(START, day("9 Jun 2025"), InitialCategoryOfAbuse="NEG", LatestCategoryOfAbuse="NEG"),
        plan(START, InitialCategoryOfAbuse="PHY", LatestCategoryOfAbuse=None),
    )
    assert year_of("18", rows) == {
        "total": (2, 2),
        "category: emotional abuse": (1, 2),
        "category: neglect": (0, 2),
        "category: not known": (1, 2),
    }
    assert year_of("18-initial", rows) == {
        "total": (3, 3),
        "category: neglect": (2, 3),
        "category: physical abuse": (1, 3),
    }


def year_of(code, rows):
    found = figures(code, ChildProtectionPlans=rows)
    year = (each for each in found if each.period == "2025/26")
    return {each.breakdown: (each.numerator, each.denominator) for each in year}


@pytest.mark.parametrize(("previous", "again"), [(0, 0), (1, 1), (7, 1), (None, 0)])
def test_a_second_plan_counts_however_long_ago_the_first_was(previous, again):
    rows = [plan(START, NumberOfPreviousCPP=previous)]
    assert parts("19", ChildProtectionPlans=rows) == (again, 1)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1 May 2023", "1 May 2025", (1, 1)),
        ("2 May 2023", "1 May 2025", (0, 1)),
        ("29 Feb 2024", "28 Feb 2026", (1, 1)),
        ("29 Feb 2024", "27 Feb 2026", (0, 1)),
        ("1 May 2020", "31 Mar 2025", (0, 0)),
    ],
)
def test_a_plan_that_ended_is_long_from_the_same_date_two_years_on(start, end, expected):
    assert parts("20", ChildProtectionPlans=[plan(day(start), day(end))]) == expected


@pytest.mark.parametrize(("start", "long"), [("31 Mar 2024", 1), ("1 Apr 2024", 0)])
def test_a_plan_that_is_open_is_long_by_the_same_measure(start, long):
    assert parts("21", ChildProtectionPlans=[plan(day(start))]) == (long, 1)
    assert parts("20", ChildProtectionPlans=[plan(day(start))]) == (0, 0), "another measure"


def reviews(*texts, **keys):
    return [{"CPPreviewDate": day(text), **keys} for text in texts]


@pytest.mark.parametrize(
    ("held", "in_time"),
    [
        (["1 Aug 2025", "1 Feb 2026"], 1),  # three months, then six: each the last day
        (["2 Aug 2025", "1 Feb 2026"], 0),
        (["1 Aug 2025", "2 Feb 2026"], 0),
        (["1 Aug 2025"], 0),
        ([], 0),
        (["1 Feb 2026", "1 Aug 2025"], 1),  # as they stand in the file, in any order
    ],
)
def test_every_review_due_has_to_be_held_in_time(held, in_time):
    found = parts("22", ChildProtectionPlans=[plan(START)], Reviews=reviews(*held))
    assert found == (in_time, 1)


@pytest.mark.parametrize(("start", "reviewable"), [("31 Dec 2025", 1), ("1 Jan 2026", 0)])
def test_only_plans_of_three_months_have_to_have_been_reviewed(start, reviewable):
    found = figure("22", ChildProtectionPlans=[plan(day(start))])
    assert found.denominator == reviewable
    assert found.numerator == reviewable, "due on the last day of the year is not missed yet"


def test_a_missed_review_shows_from_the_month_in_which_it_was_due():
    found = figures("22", ChildProtectionPlans=[plan(START)], Reviews=reviews("20 Aug 2025"))
    months = {
        each.period: (each.numerator, each.denominator)
        for each in found
        if each.breakdown == "total"
    }
    assert months["July 2025"] == (0, 0)
    assert months["August 2025"] == (0, 1), "held, but late"
    assert months["2025/26"] == (0, 1)


def test_the_review_before_is_known_from_last_years_return():
    old = plan(day("3 Jun 2024"))
    last = {"ChildProtectionPlans": [old], "Reviews": reviews("2 Sep 2024", "28 Feb 2025")}
    later = reviews("28 Aug 2025", "20 Feb 2026")
    assert parts("22", last=last, ChildProtectionPlans=[old], Reviews=later) == (1, 1)
    late = reviews("29 Aug 2025", "20 Feb 2026")
    assert parts("22", last=last, ChildProtectionPlans=[old], Reviews=late) == (0, 1)


def test_without_last_years_return_an_old_plan_is_taken_as_reviewed_on_the_eve_of_the_year():
    old = plan(day("3 Jun 2024"))
    for first, in_time in (("30 Sep 2025", 1), ("1 Oct 2025", 0)):
        held = reviews(first, "1 Mar 2026")
        assert parts("22", ChildProtectionPlans=[old], Reviews=held) == (in_time, 1)
