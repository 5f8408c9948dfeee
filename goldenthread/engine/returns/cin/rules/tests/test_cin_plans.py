"""Each rule about child in need plans, on rows that pass, fail and stand on the boundary."""

import pytest

from goldenthread.engine.returns.cin.rules.tests.cases import case, each_alone, found, only


def plan(start: str | None, end: str | None = None, **more: str) -> dict[str, str | None]:
    return {"CINPlanStartDate": start, "CINPlanEndDate": end, **more}


def protection(start: str | None, end: str | None = None, **more: str) -> dict[str, str | None]:
    return {"CPPstartDate": start, "CPPendDate": end, **more}


@each_alone(
    case("4010", "start missing", True, CINPlanStartDate=None, CINPlanEndDate="2025-06-01"),
    case("4010", "start on the reference date", False, CINPlanStartDate="2026-03-31"),
    case("4010", "start the day after", True, CINPlanStartDate="2026-04-01"),
    case("4010", "start years ago", False, CINPlanStartDate="2019-02-28"),
    case("4011", "ends a day early", True, **plan("2025-06-02", "2025-06-01")),
    case("4011", "ends on its first day", False, **plan("2025-06-02", "2025-06-02")),
    case("4011", "ends later", False, **plan("2025-06-02", "2025-06-03")),
    case("4011", "open", False, **plan("2025-06-02")),
    case("4011", "no start", False, **plan(None, "2025-06-02")),
    case("4012Q", "one day", True, **plan("2024-02-29", "2024-02-29")),
    case("4012Q", "two days", False, **plan("2024-02-29", "2024-03-01")),
    case("4012Q", "neither date", False, **plan(None)),
)
def test_a_plan_by_itself(code, row, fails):
    assert found(code, CINplanDates=[row]) == only(fails, ("CINplanDates", 0))


@pytest.mark.parametrize(
    ("end", "fails"),
    [
        ("2025-03-31", True),
        ("2025-04-01", False),
        ("2026-03-31", False),
        ("2026-04-01", True),
        (None, False),
    ],
)
def test_4013_an_end_lies_within_the_year_that_the_header_names(end, fails):
    header = [{"ReferenceDate": "2026-03-31"}]
    plans = [plan("2025-01-01", end)]
    rows = only(fails, ("CINplanDates", 0), ("Header", 0))
    assert found("4013", CINplanDates=plans, Header=header) == rows
    assert found("4013", CINplanDates=plans) == only(fails, ("CINplanDates", 0))


def test_4000_a_referral_without_further_action_has_no_plan():
    referrals = [
        {"ReferralNFA": 1},
        {"ReferralNFA": 0, "CINdetailsID": "e2"},
        {"ReferralNFA": 1, "CINdetailsID": "e3"},
        {"ReferralNFA": 1, "CINdetailsID": "e2", "LAchildID": "c2"},
    ]
    plans = [plan("2025-05-01"), plan("2025-06-01"), plan("2025-07-01", CINdetailsID="e2")]
    assert found("4000", CINdetails=referrals, CINplanDates=plans) == {("CINdetails", 0)}
    assert found("4000", CINdetails=referrals) == set()


def test_4001_no_open_plan_stands_beside_an_open_protection_plan_in_an_episode():
    plans = [
        plan("2025-05-01"),
        plan("2025-04-01", "2025-04-20"),
        plan("2025-05-01", LAchildID="c2"),
    ]
    open_protection = [protection("2025-06-01"), protection("2025-04-02", "2025-05-02")]
    both = {("CINplanDates", 0), ("ChildProtectionPlans", 0)}
    assert found("4001", CINplanDates=plans, ChildProtectionPlans=open_protection) == both
    twice = found("4001", CINplanDates=plans[:1] * 2, ChildProtectionPlans=open_protection[:1] * 2)
    assert twice == both | {("CINplanDates", 1), ("ChildProtectionPlans", 1)}
    elsewhere = [protection("2025-06-01", CINdetailsID="e2")]
    assert found("4001", CINplanDates=plans, ChildProtectionPlans=elsewhere) == set()


def test_4004_a_child_has_one_open_plan_at_most_whatever_the_episode():
    plans = [
        plan("2025-05-01"),
        plan("2025-06-01"),
        plan("2025-04-01", "2025-04-02"),
        plan("2025-05-01", CINdetailsID="e2"),
        plan("2025-05-01", LAchildID="c2"),
        plan("2025-05-01", LAchildID=None),
        plan("2025-05-01", LAchildID=None),
    ]
    assert found("4004", CINplanDates=plans) == {("CINplanDates", row) for row in (0, 1, 3)}
    assert found("4004", CINplanDates=plans[2:]) == set()
    assert found("4004", CINplanDates=plans[:1] * 2) == {("CINplanDates", 0), ("CINplanDates", 1)}


@pytest.mark.parametrize(
    ("one", "other", "fails"),
    [
        (plan("2025-05-01", "2025-06-01"), plan("2025-06-02", "2025-07-01"), False),
        (plan("2025-05-01", "2025-06-01"), plan("2025-06-01", "2025-07-01"), True),
        (plan("2025-05-01"), plan("2025-06-01", "2025-07-01"), True),
        (plan("2025-05-01"), plan("2026-03-31"), True),
        (plan("2025-05-01"), plan("2026-04-01"), False),
        (plan("2025-05-01"), plan("2025-05-01"), True),
        (plan("2025-05-01", "2025-04-01"), plan("2025-06-01"), False),
        (
            plan("2025-05-01", "2025-06-01"),
            plan("2025-05-09", "2025-05-10", CINdetailsID="e2"),
            True,
        ),
        (plan("2025-05-01", "2025-06-01"), plan("2025-05-09", "2025-05-10", LAchildID="c2"), False),
        (plan(None, "2025-06-01"), plan("2025-05-09", "2025-05-10"), False),
    ],
)
def test_4014_plans_of_a_child_share_no_day(one, other, fails):
    rows = only(fails, ("CINplanDates", 0), ("CINplanDates", 1))
    assert found("4014", CINplanDates=[one, other]) == rows
    assert found("4014", CINplanDates=[other, one]) == rows


def test_4014_a_plan_apart_takes_no_part():
    plans = [plan("2025-05-01", "2025-05-09"), plan("2025-09-01"), plan("2025-05-05", "2025-05-06")]
    assert found("4014", CINplanDates=plans) == {("CINplanDates", 0), ("CINplanDates", 2)}


@pytest.mark.parametrize(
    ("start", "fails"),
    [("2025-04-30", True), ("2025-05-01", False), ("2025-05-02", False), (None, False)],
)
def test_4015_a_plan_may_start_on_the_day_of_the_referral_but_not_before(start, fails):
    episodes = [
        {"CINreferralDate": "2025-05-01"},
        {"CINreferralDate": "2025-09-01", "CINdetailsID": "e2"},
    ]
    rows = only(fails, ("CINplanDates", 0), ("CINdetails", 0))
    assert found("4015", CINdetails=episodes, CINplanDates=[plan(start)]) == rows


@pytest.mark.parametrize(
    ("start", "protected", "fails"),
    [
        ("2025-05-01", protection("2025-05-01", "2025-06-01"), True),
        ("2025-04-30", protection("2025-05-01", "2025-06-01"), False),
        ("2025-05-31", protection("2025-05-01", "2025-06-01"), True),
        ("2025-06-01", protection("2025-05-01", "2025-06-01"), False),
        ("2025-06-02", protection("2025-05-01", "2025-06-01"), False),
        ("2025-05-01", protection("2025-05-01", "2025-05-01"), False),
        ("2026-03-31", protection("2025-05-01"), True),
        ("2026-04-01", protection("2025-05-01"), False),
        ("2025-05-09", protection("2025-05-01", CINdetailsID="e2"), True),
        ("2025-05-09", protection("2025-05-01", LAchildID="c2"), False),
        ("2025-05-09", protection(None, "2025-06-01"), False),
        (None, protection("2025-05-01"), False),
    ],
)
def test_4016_a_plan_starts_during_no_protection_plan_but_may_on_its_last_day(
    start, protected, fails
):
    rows = only(fails, ("CINplanDates", 0), ("ChildProtectionPlans", 0))
    plans = [plan(start, "2026-05-01")]
    assert found("4016", CINplanDates=plans, ChildProtectionPlans=[protected]) == rows


@pytest.mark.parametrize(
    ("start", "plan_of_need", "fails"),
    [
        ("2025-05-01", plan("2025-05-01", "2025-06-01"), True),
        ("2025-04-30", plan("2025-05-01", "2025-06-01"), False),
        ("2025-05-31", plan("2025-05-01", "2025-06-01"), True),
        ("2025-06-01", plan("2025-05-01", "2025-06-01"), False),
        ("2026-03-31", plan("2025-05-01"), True),
        ("2026-04-01", plan("2025-05-01"), False),
        ("2025-05-09", plan("2025-05-01", CINdetailsID="e2"), True),
        ("2025-05-09", plan("2025-05-01", LAchildID="c2"), False),
        (None, plan("2025-05-01"), False),
    ],
)
def test_4017_a_protection_plan_starts_during_no_plan_but_may_on_its_last_day(
    start, plan_of_need, fails
):
    rows = only(fails, ("CINplanDates", 0), ("ChildProtectionPlans", 0))
    protected = [protection(start, "2026-05-01")]
    assert found("4017", CINplanDates=[plan_of_need], ChildProtectionPlans=protected) == rows
