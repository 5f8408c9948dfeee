"""Each rule about child protection plans, on rows that pass, fail and stand on the boundary."""

import pytest

from goldenthread.engine.returns.cin.rules.tests.cases import case, each_alone, found, only

PLAN = ("ChildProtectionPlans", 0)
CONFERENCE = {"CPPstartDate": "2025-05-06"}


def plan(start: str | None, end: str | None = None, **more) -> dict[str, object]:
    return {"CPPstartDate": start, "CPPendDate": end, **more}


@each_alone(
    case("8730", "missing", True, NumberOfPreviousCPP=None),
    case("8730", "none", False, NumberOfPreviousCPP=0),
    case("8730", "written", False, NumberOfPreviousCPP="2"),
    case("8730", "below none", True, NumberOfPreviousCPP=-1),
    case("8730", "no number", True, NumberOfPreviousCPP="two"),
    case("8840", "one day", True, **plan("2024-02-29", "2024-02-29")),
    case("8840", "two days", False, **plan("2024-02-29", "2024-03-01")),
    case("8840", "open", False, **plan("2024-02-29")),
    case("8840", "neither date", False, **plan(None)),
    case("8905", "neglect", False, InitialCategoryOfAbuse="NEG"),
    case("8905", "no code", True, InitialCategoryOfAbuse="NEGLECT"),
    case("8905", "in small letters", True, InitialCategoryOfAbuse="neg"),
    case("8905", "with spaces around it", False, InitialCategoryOfAbuse=" EMO "),
    case("8905", "missing", True, InitialCategoryOfAbuse=None, LatestCategoryOfAbuse="NEG"),
    case("8910", "multiple", False, LatestCategoryOfAbuse="MUL"),
    case("8910", "no code", True, LatestCategoryOfAbuse="N1"),
    case("8910", "in small letters", True, LatestCategoryOfAbuse="mul"),
    case("8910", "missing", True, LatestCategoryOfAbuse=" ", InitialCategoryOfAbuse="NEG"),
    case("8925", "ends a day early", True, **plan("2025-06-02", "2025-06-01")),
    case("8925", "ends on its first day", False, **plan("2025-06-02", "2025-06-02")),
    case("8925", "ends later", False, **plan("2025-06-02", "2025-06-03")),
    case("8925", "open", False, **plan("2025-06-02")),
    case("8925", "ends on a leap day", True, **plan("2024-03-01", "2024-02-29")),
    case("8925", "no start", False, **plan(None, "2025-06-02")),
)
def test_a_plan_by_itself(code, row, fails):
    assert found(code, ChildProtectionPlans=[row]) == only(fails, PLAN)


@each_alone(
    case("8720", "start missing", True, **plan(None)),
    case("8720", "start on the reference date", False, **plan("2026-03-31")),
    case("8720", "start the day after", True, **plan("2026-04-01")),
    case("8720", "start years ago", False, **plan("2019-02-28")),
    case("8930", "ends the day before the year", True, **plan("2025-01-01", "2025-03-31")),
    case("8930", "ends on the first day", False, **plan("2025-01-01", "2025-04-01")),
    case("8930", "ends on the last day", False, **plan("2025-01-01", "2026-03-31")),
    case("8930", "ends the day after", True, **plan("2025-01-01", "2026-04-01")),
    case("8930", "open", False, **plan("2025-01-01")),
)
def test_a_plan_beside_the_year_that_the_header_names(code, row, fails):
    header = [{"ReferenceDate": "2026-03-31"}]
    both = only(fails, PLAN, ("Header", 0))
    assert found(code, ChildProtectionPlans=[row], Header=header) == both
    assert found(code, ChildProtectionPlans=[row]) == only(fails, PLAN)


@pytest.mark.parametrize(
    ("start", "fails"),
    [("2025-04-30", True), ("2025-05-01", False), ("2025-05-02", False), (None, False)],
)
def test_1105_a_plan_may_start_on_the_day_of_the_referral_but_not_before(start, fails):
    episodes = [
        {"CINreferralDate": "2025-09-01", "CINdetailsID": "e2"},
        {"CINreferralDate": "2025-05-01"},
    ]
    rows = only(fails, PLAN, ("CINdetails", 1))
    assert found("1105", CINdetails=episodes, ChildProtectionPlans=[plan(start)]) == rows


def test_2883_no_more_plans_start_in_the_year_than_conferences_are_held_in_it():
    held = {"DateOfInitialCPC": "2025-05-06"}
    tables = {
        "ChildProtectionPlans": [plan("2025-05-06"), plan("2025-04-01"), plan("2025-03-31")],
        "Section47": [held, {"DateOfInitialCPC": "2025-03-31"}],
    }
    assert found("2883", **tables) == {("Header", 0)}
    assert found("2883", **tables, CINdetails=[held]) == set()
    assert found("2883", **tables, CINdetails=[{"DateOfInitialCPC": "2026-04-01"}]) == {
        ("Header", 0)
    }
    assert found("2883", Section47=[held]) == set()


@pytest.mark.parametrize(
    ("enquiries", "own", "rows"),
    [
        (["2025-05-06"], None, set()),
        (["2025-05-07"], None, {PLAN, ("Section47", 0)}),
        (["2025-05-07", "2025-05-06"], None, set()),
        (["2025-05-05", "2025-05-07"], None, {PLAN, ("Section47", 0), ("Section47", 1)}),
        ([], "2025-05-06", set()),
        ([], "2025-05-07", {PLAN, ("CINdetails", 0)}),
        ([], None, {PLAN, ("CINdetails", 0)}),
        (["2025-05-07"], "2025-05-06", {PLAN, ("Section47", 0)}),
        ([None], "2025-05-06", {PLAN, ("Section47", 0)}),
    ],
)
def test_2885_a_plan_starts_on_the_day_of_its_conference(enquiries, own, rows):
    """An enquiry's conference counts before the episode's own."""
    held = [{"DateOfInitialCPC": day} for day in enquiries]
    tables = {"ChildProtectionPlans": [CONFERENCE], "CINdetails": [{"DateOfInitialCPC": own}]}
    assert found("2885", **tables, **({"Section47": held} if held else {})) == rows


def test_2885_an_enquiry_that_needed_no_conference_is_not_the_one_that_led_to_the_plan():
    no_need = {"DateOfInitialCPC": None, "ICPCnotRequired": 1}
    tables = {"ChildProtectionPlans": [CONFERENCE], "Section47": [no_need]}
    assert found("2885", **tables, CINdetails=[{"DateOfInitialCPC": "2025-05-06"}]) == set()


def test_2885_asks_only_of_plans_that_start_in_the_year_and_looks_within_the_episode():
    held = [{"DateOfInitialCPC": "2025-05-06"}]
    plans = [plan("2025-03-31"), plan("2026-04-01"), plan(None)]
    assert found("2885", ChildProtectionPlans=plans, Section47=held) == set()
    elsewhere = [{**CONFERENCE, "CINdetailsID": "e2"}]
    assert found("2885", ChildProtectionPlans=elsewhere, Section47=held) == {PLAN}


def test_2885_a_plan_that_names_no_episode_has_no_conference_while_others_name_theirs():
    """Other plans of the return name their episodes, if not of this year."""
    plans = [{**CONFERENCE, "CINdetailsID": None}, plan("2024-02-29")]
    held = [{"DateOfInitialCPC": "2025-05-06"}]
    assert found("2885", ChildProtectionPlans=plans, Section47=held) == {PLAN}
    nowhere = [{**row, "CINdetailsID": None} for row in plans]
    assert found("2885", ChildProtectionPlans=nowhere, Section47=held) == set()


def test_2885_enquiries_that_were_given_without_their_episodes_are_those_of_the_child():
    held = [{"DateOfInitialCPC": "2025-05-07", "CINdetailsID": None}]
    tables = {"ChildProtectionPlans": [CONFERENCE], "CINdetails": [{"LAchildID": "c2"}]}
    assert found("2885", **tables, Section47=held) == {PLAN, ("Section47", 0)}
    on_the_day = {**held[0], "DateOfInitialCPC": "2025-05-06"}
    assert found("2885", **tables, Section47=[*held, on_the_day]) == set()


def test_2885_two_plans_of_one_day_share_a_conference():
    held = [{"DateOfInitialCPC": "2025-05-06"}] * 2
    assert found("2885", ChildProtectionPlans=[CONFERENCE] * 2, Section47=held) == set()
    late = [CONFERENCE, plan("2025-05-07")]
    rows = {("ChildProtectionPlans", 1), ("Section47", 0), ("Section47", 1)}
    assert found("2885", ChildProtectionPlans=late, Section47=held) == rows


ACTIVITY = [
    ("Assessments", "AssessmentActualStartDate"),
    ("Assessments", "AssessmentAuthorisationDate"),
    ("Section47", "S47ActualStartDate"),
    ("Section47", "DateOfInitialCPC"),
    ("ChildProtectionPlans", "CPPendDate"),
    ("CINplanDates", "CINPlanStartDate"),
    ("CINplanDates", "CINPlanEndDate"),
]


@pytest.mark.parametrize(("table", "field"), ACTIVITY)
def test_8565_nothing_is_dated_after_the_closure_of_its_episode(table, field):
    closed = [{"CINclosureDate": "2025-05-06"}]

    def dated(day: str | None, **row: str):
        return found("8565", CINdetails=closed, **{table: [{field: day, **row}]})

    assert dated("2025-05-07") == {("CINdetails", 0), (table, 0)}
    assert dated("2025-05-06") == dated(None) == set()
    assert dated("2025-05-07", CINdetailsID="e2") == set()


def test_8565_an_episodes_own_conference_is_not_after_its_closure():
    def held(day: str | None, closed: str | None = "2025-05-06"):
        return found("8565", CINdetails=[{"CINclosureDate": closed, "DateOfInitialCPC": day}])

    assert held("2025-05-07") == {("CINdetails", 0)}
    assert held("2025-05-06") == held(None) == held("2025-05-07", closed=None) == set()


def test_8565_finds_each_of_the_activities_that_are_late():
    tables = {
        "CINdetails": [{"CINclosureDate": "2025-05-06"}],
        "CINplanDates": [{"CINPlanStartDate": "2025-05-08"}, {"CINPlanStartDate": "2025-05-01"}],
        "Assessments": [{"AssessmentAuthorisationDate": "2025-05-07"}],
        "ChildProtectionPlans": [{"CPPstartDate": "2025-05-09"}],
    }
    late = {("CINdetails", 0), ("CINplanDates", 0), ("Assessments", 0)}
    assert found("8565", **tables) == late


def test_8832_a_referral_without_further_action_has_no_protection_plan():
    referrals = [
        {"ReferralNFA": "true"},
        {"ReferralNFA": "false", "CINdetailsID": "e2"},
        {"ReferralNFA": "true", "CINdetailsID": "e3"},
    ]
    plans = [plan("2025-05-01"), plan("2025-06-01", CINdetailsID="e2")]
    both = {("CINdetails", 0), ("ChildProtectionPlans", 0)}
    assert found("8832", CINdetails=referrals, ChildProtectionPlans=plans) == both
    assert found("8832", CINdetails=referrals) == set()
    not_said = [{"ReferralNFA": None}, {"ReferralNFA": "true", "LAchildID": "c2"}]
    assert found("8832", CINdetails=not_said, ChildProtectionPlans=plans) == set()
    without_dates = [plan(None), plan(None)]
    assert found("8832", CINdetails=referrals, ChildProtectionPlans=without_dates) == {
        *both,
        ("ChildProtectionPlans", 1),
    }


def test_8841_a_review_comes_after_the_day_on_which_its_plan_starts():
    plans = [plan("2025-05-06"), plan("2025-09-01", CPPID="p2")]
    reviews = [
        {"CPPreviewDate": "2025-05-05"},
        {"CPPreviewDate": "2025-05-06"},
        {"CPPreviewDate": "2025-05-07"},
        {"CPPreviewDate": None},
        {"CPPreviewDate": "2025-09-02", "CPPID": "p2"},
        {"CPPreviewDate": "2025-05-01", "LAchildID": "c2"},
        {"CPPreviewDate": "2025-05-01", "CINdetailsID": "e2"},
    ]
    early = {("Reviews", 0), ("Reviews", 1), PLAN}
    assert found("8841", ChildProtectionPlans=plans, Reviews=reviews) == early
    assert found("8841", ChildProtectionPlans=plans, Reviews=reviews[2:]) == set()


@pytest.mark.parametrize(("code", "field"), [("8915", "CPPstartDate"), ("8920", "CPPendDate")])
@pytest.mark.parametrize(
    ("day", "fails"),
    [("2025-05-07", True), ("2025-05-06", False), ("2025-05-05", False), (None, False)],
)
def test_a_plan_starts_and_ends_in_the_childs_life(code, field, day, fails):
    children = [
        {"LAchildID": "c2", "PersonDeathDate": "2025-01-01"},
        {"LAchildID": "c1", "PersonDeathDate": "2025-05-06"},
    ]
    rows = only(fails, PLAN, ("ChildIdentifiers", 1))
    assert found(code, ChildIdentifiers=children, ChildProtectionPlans=[{field: day}]) == rows
    twice = [children[1], children[1], {"PersonDeathDate": None}]
    both = only(fails, PLAN, ("ChildIdentifiers", 0), ("ChildIdentifiers", 1))
    assert found(code, ChildIdentifiers=twice, ChildProtectionPlans=[{field: day}]) == both
    living = [{"PersonDeathDate": None}]
    assert found(code, ChildIdentifiers=living, ChildProtectionPlans=[{field: day}]) == set()


def test_8935_a_child_has_one_open_plan_at_most():
    plans = [
        plan("2025-05-01"),
        plan("2025-06-01", CPPID="p2", CINdetailsID="e2"),
        plan("2025-04-01", "2025-04-02", CPPID="p3"),
        plan("2025-05-01", LAchildID="c2"),
    ]
    both = {PLAN, ("ChildProtectionPlans", 1)}
    assert found("8935", ChildProtectionPlans=plans) == both
    assert found("8935", ChildProtectionPlans=plans[1:]) == set()
    assert found("8935", ChildProtectionPlans=[plans[0], plans[0]]) == both
    assert found("8935", ChildProtectionPlans=[plan(None), plan(None)]) == both
    nameless = [plan("2025-05-01", LAchildID=None), plan("2025-06-01", LAchildID=None)]
    assert found("8935", ChildProtectionPlans=nameless) == set()


@pytest.mark.parametrize(
    ("one", "other", "fails"),
    [
        (plan("2025-05-01", "2025-06-01"), plan("2025-06-02", "2025-07-01"), False),
        (plan("2025-05-01", "2025-06-01"), plan("2025-06-01", "2025-07-01"), True),
        (plan("2025-05-01"), plan("2025-06-01", "2025-07-01"), True),
        (plan("2025-05-01"), plan("2026-03-31"), True),
        (plan("2025-05-01"), plan("2026-04-01"), False),
        (plan("2025-05-01"), plan("2025-05-01"), True),
        (plan("2024-02-29", "2024-02-29"), plan("2024-02-29", "2024-03-01"), True),
        (plan("2025-05-01", "2025-06-01"), plan("2025-05-09", "2025-05-10", CPPID="p2"), True),
        (plan("2025-05-01", "2025-06-01"), plan("2025-05-09", CINdetailsID="e2"), True),
        (plan("2025-05-01", "2025-06-01"), plan("2025-05-09", LAchildID="c2"), False),
        (plan(None, "2025-06-01"), plan("2025-05-09", "2025-05-10"), False),
    ],
)
def test_8940_plans_of_a_child_share_no_day(one, other, fails):
    rows = only(fails, PLAN, ("ChildProtectionPlans", 1))
    assert found("8940", ChildProtectionPlans=[one, other]) == rows
    assert found("8940", ChildProtectionPlans=[other, one]) == rows
