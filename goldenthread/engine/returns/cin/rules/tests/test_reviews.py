"""Each rule about reviews, on rows that pass, fail and stand on the boundary."""

from datetime import date

from goldenthread.engine.returns.cin.rules.tests.cases import failing, found

STARTS, ENDS = date(2025, 5, 1), date(2025, 7, 1)
PLAN = {"CINPlanStartDate": STARTS, "CINPlanEndDate": ENDS}
BOTH = {("Reviews", 0), ("CINplanDates", 0)}


def reviewed(day: date | None, plan=PLAN, protected_to: date | None = None, **keys: str):
    return found(
        "4003",
        CINplanDates=[plan],
        ChildProtectionPlans=[{"CPPendDate": protected_to}],
        Reviews=[{"CPPreviewDate": day, **keys}],
    )


def test_4003_no_review_is_held_while_a_plan_in_need_is_open():
    assert reviewed(date(2025, 4, 30)) == set()
    assert reviewed(STARTS) == BOTH
    assert reviewed(date(2025, 6, 30)) == BOTH
    assert reviewed(ENDS) == set()
    assert reviewed(None) == set()


def test_4003_a_plan_without_an_end_is_still_open():
    still_open = {**PLAN, "CINPlanEndDate": None}
    assert reviewed(date(2026, 3, 31), still_open) == BOTH
    assert reviewed(date(2025, 4, 30), still_open) == set()


def test_4003_the_review_that_ends_the_protection_plan_may_start_the_plan_in_need():
    assert reviewed(STARTS, protected_to=STARTS) == set()
    assert reviewed(date(2025, 6, 1), protected_to=STARTS) == BOTH
    assert reviewed(STARTS, protected_to=STARTS, CPPID="p2") == BOTH


def test_4003_compares_within_one_episode():
    assert reviewed(STARTS, {**PLAN, "CINdetailsID": "e2"}) == set()
    assert reviewed(STARTS, {**PLAN, "LAchildID": "c2"}) == set()


def test_4003_needs_no_table_of_protection_plans():
    reviews = [{"CPPreviewDate": date(2025, 4, 1)}, {"CPPreviewDate": STARTS}]
    found_here = found("4003", CINplanDates=[PLAN, PLAN], Reviews=reviews)
    assert found_here == {("Reviews", 1), ("CINplanDates", 0), ("CINplanDates", 1)}


def test_8842Q_a_review_has_a_date():
    dates = (date(2025, 5, 1), None, "", "2025-13-01", "2025-05-01", "01/05/2025")
    rows = [{"CPPreviewDate": day if day is None else str(day)} for day in dates]
    assert failing("8842Q", "Reviews", *rows) == [1, 2, 3]
