"""Each rule about activity within an episode, on rows that pass, fail and stand on the boundary."""

from datetime import date

import pytest

from goldenthread.engine.returns.cin.rules.tests.cases import found

DAY = date(2025, 6, 1)
EPISODE = {("CINdetails", 0)}
SECOND = ("CINdetails", 1)


@pytest.mark.parametrize("further", ["Section47", "CINplanDates", "ChildProtectionPlans"])
@pytest.mark.parametrize(
    ("reason", "fails"), [("RC8", True), ("RC9", True), ("RC7", False), (None, False)]
)
def test_2990_closed_after_assessment_means_that_nothing_followed(reason, fails, further):
    episode = [{"ReasonForClosure": reason}]
    expected = EPISODE if fails else set()
    assert found("2990", CINdetails=episode, **{further: [{}, {}]}) == expected
    assert found("2990", CINdetails=episode, **{further: [{"CINdetailsID": "e2"}]}) == set()
    assert found("2990", CINdetails=episode, **{further: [{"LAchildID": "c2"}]}) == set()
    assert found("2990", CINdetails=episode, Assessments=[{}]) == set()


def test_2990_nor_was_there_a_conference():
    def conference(reason: str, day: date | None):
        return found("2990", CINdetails=[{"ReasonForClosure": reason, "DateOfInitialCPC": day}])

    assert conference("RC8", DAY) == EPISODE
    assert conference("RC9", DAY) == EPISODE
    assert conference("RC8", None) == set()
    assert conference("RC6", DAY) == set()


def test_2991Q_an_episode_with_an_enquiry_has_an_assessment():
    assert found("2991Q", CINdetails=[{}], Section47=[{}, {}]) == EPISODE
    assert found("2991Q", CINdetails=[{}], Section47=[{}], Assessments=[{}]) == set()
    assert found("2991Q", CINdetails=[{}]) == set()
    elsewhere = [{"CINdetailsID": "e2"}, {"LAchildID": "c2"}]
    assert found("2991Q", CINdetails=[{}], Section47=[{}], Assessments=elsewhere) == EPISODE
    assert found("2991Q", CINdetails=[{}], Section47=elsewhere, Assessments=[]) == set()


@pytest.mark.parametrize(
    ("reason", "fails"), [("RC8", True), ("RC9", True), ("RC7", False), (None, False)]
)
def test_8825Q_closed_after_assessment_means_that_there_was_one(reason, fails):
    episode = [{"ReasonForClosure": reason}]
    expected = EPISODE if fails else set()
    assert found("8825Q", CINdetails=episode) == expected
    assert found("8825Q", CINdetails=episode, Assessments=[{"CINdetailsID": "e2"}]) == expected
    assert found("8825Q", CINdetails=episode, Assessments=[{"LAchildID": "c2"}]) == expected
    assert found("8825Q", CINdetails=[*episode, *episode]) == (expected and {*EPISODE, SECOND})
    assert found("8825Q", CINdetails=episode, Assessments=[{}, {}]) == set()


def no_action(flag: str | None, own: date | None = None, **tables):
    return found("8831", CINdetails=[{"ReferralNFA": flag, "DateOfInitialCPC": own}], **tables)


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ("Assessments", "AssessmentActualStartDate"),
        ("Assessments", "AssessmentAuthorisationDate"),
        ("Section47", "S47ActualStartDate"),
        ("Section47", "DateOfInitialCPC"),
    ],
)
def test_8831_nothing_follows_a_referral_of_no_further_action(table, field):
    rows = {table: [{field: None}, {field: DAY}]}
    assert no_action("1", **rows) == EPISODE | {(table, 1)}
    assert no_action("true", **rows) == EPISODE | {(table, 1)}
    assert no_action("0", **rows) == set()
    assert no_action(None, **rows) == set()
    assert no_action("1", **{table: [{field: None}]}) == set()
    assert no_action("1", **{table: [{field: DAY, "CINdetailsID": "e2"}]}) == set()


def test_8831_nor_does_a_conference():
    assert no_action("1", own=DAY) == EPISODE
    assert no_action("0", own=DAY) == set()


def test_8831_every_activity_takes_part():
    assessments = [{"AssessmentActualStartDate": DAY}, {"AssessmentActualStartDate": DAY}]
    enquiries = [{"S47ActualStartDate": DAY}]
    assert no_action("1", DAY, Assessments=assessments, Section47=enquiries) == {
        *EPISODE,
        ("Assessments", 0),
        ("Assessments", 1),
        ("Section47", 0),
    }


MAY, JUNE, JULY = date(2025, 5, 1), date(2025, 6, 1), date(2025, 7, 1)
BOTH = {("Section47", 0), ("Section47", 1)}


def enquiry(starts: date | None, conference: date | None = None, not_needed: object = "0", **keys):
    return {
        "S47ActualStartDate": starts,
        "DateOfInitialCPC": conference,
        "ICPCnotRequired": not_needed,
        **keys,
    }


def test_8890_an_enquiry_may_start_the_day_after_anothers_conference_but_not_on_that_day():
    first = enquiry(MAY, JUNE)
    assert found("8890", Section47=[first, enquiry(date(2025, 6, 2), JULY)]) == set()
    assert found("8890", Section47=[first, enquiry(JUNE, JULY)]) == BOTH
    assert found("8890", Section47=[enquiry(JUNE, JULY), first]) == BOTH
    assert found("8890", Section47=[first, first]) == BOTH


def test_8890_an_enquiry_that_awaits_its_conference_lasts_to_the_reference_date():
    for flag in ("0", None):
        waiting = enquiry(MAY, None, flag)
        assert found("8890", Section47=[waiting, enquiry(date(2026, 3, 31))]) == BOTH
        assert found("8890", Section47=[waiting, enquiry(date(2026, 4, 1))]) == set()


def test_8890_an_enquiry_that_needs_no_conference_keeps_none_from_starting():
    ended = enquiry(MAY, None, "true")
    assert found("8890", Section47=[ended, enquiry(JUNE, JULY)]) == set()
    assert found("8890", Section47=[ended, ended]) == set()
    assert found("8890", Section47=[enquiry(date(2025, 4, 1)), ended]) == BOTH
    assert found("8890", Section47=[enquiry(MAY, JULY, "1"), enquiry(JUNE, JULY)]) == BOTH


def test_8890_compares_the_enquiries_of_one_episode_of_one_child():
    others = [enquiry(MAY, JULY, CINdetailsID="e2"), enquiry(MAY, JULY, LAchildID="c2")]
    assert found("8890", Section47=[enquiry(MAY, JULY), *others, enquiry(None, JULY)]) == set()
