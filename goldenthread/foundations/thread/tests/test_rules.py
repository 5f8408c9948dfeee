"""The rules of the thread as tables."""

from datetime import date, timedelta

import pytest

from goldenthread.foundations.thread.rules import (
    ACTION,
    RECOMMENDATION,
    one_line,
    owners,
    ratings,
    reminders,
    themes,
)
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.ratings import Rag, Standing
from goldenthread.foundations.thread.rules.recommendation_stages import RecommendationStage
from goldenthread.foundations.thread.rules.stuck import whether_it_stuck

TODAY = date(2026, 6, 1)
THRESHOLDS = ratings.Thresholds("test", soon_days=28, quiet_days=60)


def day(offset):
    return TODAY + timedelta(days=offset)


@pytest.mark.parametrize(
    ("stage", "due", "heard", "said", "rag", "why"),
    [
        ("complete", -90, -90, "", Rag.BLUE, "Evidence seen"),
        ("closed", -90, -90, "red", Rag.GREY, "Closed without completing"),
        ("in progress", -90, -1, "green", Rag.GREEN, "Set by hand: We agreed"),
        ("reported done", -90, -1, "", Rag.GREEN, "Reported done; evidence to be seen"),
        ("in progress", None, -1, "", Rag.AMBER, "No due date"),
        ("in progress", -1, -1, "", Rag.RED, "Overdue by 1 day"),
        ("not started", -2, -1, "", Rag.RED, "Overdue by 2 days"),
        ("in progress", 0, -1, "", Rag.GREEN, "Due today"),
        ("not started", 28, -1, "", Rag.AMBER, "Not started, due in 28 days"),
        ("not started", 29, -1, "", Rag.GREY, "Not started, due in 29 days"),
        ("in progress", 90, -60, "", Rag.GREEN, "Due in 90 days"),
        ("in progress", 90, -61, "", Rag.AMBER, "No progress told for 61 days"),
        ("in progress", 1, -61, "", Rag.AMBER, "No progress told for 61 days"),
    ],
)
def test_a_rating_and_why(stage, due, heard, said, rag, why):
    due_on = None if due is None else day(due)
    standing = Standing(stage, due_on, day(heard), said, "We agreed")
    assert ratings.rate(standing, THRESHOLDS, TODAY) == ratings.Rating(rag, why)


def test_the_shipped_thresholds_name_their_edition():
    assert ratings.shipped().edition == "2026"
    assert reminders.shipped().edition == "2026"


SCHEDULE = reminders.Schedule("test", (-28, -7, 0, 7, 14), then_every=14)


@pytest.mark.parametrize(
    ("due", "planned"),
    [
        (29, None),
        (28, 0),
        (27, -1),
        (7, 0),
        (1, -6),
        (0, 0),
        (-7, 0),
        (-13, -6),
        (-14, 0),
        (-27, -13),
        (-28, 0),
        (-42, 0),
    ],
)
def test_the_day_a_reminder_was_last_planned(due, planned):
    expected = None if planned is None else day(planned)
    assert reminders.last_planned(day(due), SCHEDULE, TODAY) == expected


@pytest.mark.parametrize(
    ("due", "reminded", "owed"),
    [
        (40, None, False),
        (28, None, True),
        (27, 0, False),
        (27, None, True),  # the worker was down yesterday
        (0, -7, True),
        (0, 0, False),
        (-3, -3, False),
        (-28, -14, True),
    ],
)
def test_a_reminder_is_owed_once_for_each_planned_day(due, reminded, owed):
    reminded_on = None if reminded is None else day(reminded)
    assert reminders.is_due(day(due), reminded_on, SCHEDULE, TODAY) is owed


@pytest.mark.parametrize(
    ("line", "who", "what", "due"),
    [
        (
            "Sarah's team to audit 20 strategy discussions by 30 June",
            "Sarah's team",
            "Audit 20 strategy discussions",
            date(2026, 6, 30),
        ),
        ("Police to share the form by 3 March", "Police", "Share the form", date(2027, 3, 3)),
        (
            "ICB will write to practices before 1/9/26",
            "ICB",
            "Write to practices",
            date(2026, 9, 1),
        ),
        ("The ICB is to write to practices", "The ICB", "Write to practices", None),
        ("Chair to report by end of July", "Chair", "Report", date(2026, 7, 31)),
        ("Chair to report by December", "Chair", "Report", date(2026, 12, 31)),
        ("Chair to report by the end of May", "Chair", "Report", date(2027, 5, 31)),
        ("Housing to attend by 31 February", "Housing", "Attend by 31 February", None),
        ("Stand by parents", "", "Stand by parents", None),
        ("Circulate the minutes", "", "Circulate the minutes", None),
    ],
)
def test_a_decision_in_one_line(line, who, what, due):
    assert one_line.read(line, TODAY) == one_line.Said(what, who, due)


@pytest.mark.parametrize(
    ("owner", "given_by", "person", "organisation", "reason"),
    [
        ((5, 1), [5], 7, 2, ""),
        ((5, 1), [5], 7, 1, ""),
        ((5, 1), [5], 5, 1, owners.OWN_ACTION),
        ((5, 1), [7], 7, 2, owners.OWN_EVIDENCE),
        ((5, 1), [7, 5], 7, 2, ""),
        ((None, 1), [5], 7, 1, owners.OWN_ORGANISATION),
        ((None, 1), [5], 7, 2, ""),
        ((None, 1), [None], 7, 2, ""),
        ((5, 1), [], 7, 2, owners.NO_EVIDENCE),
    ],
)
def test_evidence_is_seen_by_someone_other_than_the_owner(
    owner, given_by, person, organisation, reason
):
    decision = owners.may_see_evidence(
        owner=owners.Owner(*owner),
        given_by=given_by,
        person_id=person,
        organisation_id=organisation,
    )
    assert (bool(decision), decision.reason) == (not reason, reason)


def test_no_step_but_a_test_leads_to_tested_and_only_that_to_embedded():
    into = {s.target: [] for s in RECOMMENDATION.steps}
    for step in RECOMMENDATION.steps:
        into[step.target].append((step.name, step.sources))
    assert into[RecommendationStage.TESTED] == [("test", (RecommendationStage.EVIDENCE_SEEN,))]
    assert into[RecommendationStage.EMBEDDED] == [("embed", (RecommendationStage.TESTED,))]


def test_only_seen_evidence_completes_an_action():
    into = [s.name for s in ACTION.steps if s.target == ActionStage.COMPLETE]
    assert into == ["see-evidence"]


def test_every_stage_can_be_reached():
    assert set(RECOMMENDATION.stages()) == set(RecommendationStage)
    assert set(ACTION.stages()) == set(ActionStage)


def test_every_closing_without_a_test_asks_why():
    asked = {s.name for s in RECOMMENDATION.steps if s.asks_why}
    assert asked == {"re-open", "supersede", "merge", "reject", "no-test"}


@pytest.mark.parametrize(
    ("stage", "failed", "said"),
    [
        ("embedded", 0, "It stuck: tested in practice and embedded"),
        ("re-opened", 1, "It did not stick: open again; failed a test once"),
        ("in progress", 2, "Not yet tested in practice; failed a test 2 times"),
        ("rejected", 0, "Rejected"),
    ],
)
def test_whether_a_lesson_stuck(stage, failed, said):
    assert whether_it_stuck(stage, failed_tests=failed) == said


def test_both_national_lists_are_shipped_with_their_source():
    editions = [theme.edition for theme in themes.shipped().values()]
    assert (editions.count("panel-2020"), editions.count("panel-later")) == (6, 12)
    assert all(theme.source for theme in themes.shipped().values())


def test_a_theme_key_is_an_edition_and_a_code():
    assert themes.split("panel-2020:leadership") == ("panel-2020", "leadership")
    with pytest.raises(ValueError, match="is not a theme"):
        themes.split("leadership")
