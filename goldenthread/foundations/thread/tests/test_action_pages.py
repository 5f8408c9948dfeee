"""The tracker and the pages of an action as a person meets them."""

import pytest

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import address, get, post, soup, words


def test_an_empty_tracker_says_what_to_do_next(client, manager):
    page = get(client, manager, "index")
    assert "Nothing is tracked yet" in words(page)


def test_the_tracker_lists_actions_with_owner_due_stage_and_rating(client, manager, lead):
    making.action(manager, owner=lead)
    page = get(client, manager, "index")
    row = words(page.find("tbody").find("tr"))
    assert "Bea Lin" in row
    assert "30 June 2030" in row
    assert "Not started" in row
    assert "Grey" in row


def test_an_agency_lead_sees_their_own_and_no_form_to_capture(client, manager, lead):
    making.action(manager, owner=lead)
    making.action(manager, "Somebody else's", owner=manager)
    page = get(client, lead, "index")
    assert len(page.find("tbody").find_all("tr")) == 1
    assert page.find(id="capture-line") is None


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?rating=amber", 1),
        ("?rating=red", 0),
        ("?stage=not+started", 2),
        ("?stage=complete", 0),
        ("?due=none", 1),
        ("?due=later", 1),
        ("?words=housing", 1),
        ("?words=nowhere", 0),
        ("?source=Neglect+audit", 1),
        ("?theme=panel-2020:leadership", 1),
        ("?theme=panel-later:babies", 0),
        ("?sort=-owner", 2),
        ("?rating=nonsense&page=zzz&sort=drop", 2),
    ],
)
def test_the_tracker_is_narrowed_by_its_address(client, manager, lead, query, count):
    advice = making.recommendation(
        manager, source_title="Neglect audit", themes=["panel-2020:leadership"]
    )
    making.action(manager, owner=lead, recommendation=advice)
    making.action(manager, "Ask housing", due_on=None)
    page = get(client, manager, "index", query)
    rows = page.find("tbody").find_all("tr") if page.find("tbody") else []
    assert len(rows) == count


def test_a_decision_is_captured_at_the_top_of_the_tracker(client, manager):
    typed = {"line": "Sarah's team to audit 20 strategy discussions by 30 June 2027"}
    answer = post(client, manager, "capture", typed)
    assert answer.status_code == 302
    page = get(client, manager, "index")
    assert "captured for Sarah's team, due 30 June 2027" in words(page)


def test_a_line_that_names_nobody_is_captured_with_no_owner_yet(client, manager):
    post(
        client, manager, "capture", {"line": "Agree one script for the front door by 30 June 2027"}
    )
    assert "captured with no owner yet, due 30 June 2027" in words(get(client, manager, "index"))


def test_nothing_typed_is_lost_when_a_line_is_refused(client, manager):
    typed = {"line": "", "owner_name": "Sarah", "due_on-day": "31", "due_on-month": "2"}
    page = soup(post(client, manager, "capture", typed))
    assert page.find(id="capture-owner_name")["value"] == "Sarah"
    assert page.find(id="capture-due_on-day")["value"] == "31"
    assert "Enter who is to do what, by when" in words(page.find(class_="govuk-error-summary"))


def test_a_page_of_another_partnership_is_not_found(client, manager, lead):
    action = making.action(manager, owner=lead)
    stranger = factories.member(Role.BUSINESS_MANAGER)
    answer = factories.sign_in(client, stranger).get(address("action", stranger, pk=action.pk))
    assert answer.status_code == 404


def test_an_owner_reports_an_action_done_with_what_shows_it(client, manager, lead):
    action = making.action(manager, owner=lead)
    missing = soup(post(client, lead, "action-update", {"standing": "done"}, pk=action.pk))
    assert "Say what shows that it was done" in words(missing)
    typed = {"standing": "done", "evidence": "The new list", "progress": "All teams told"}
    assert post(client, lead, "action-update", typed, pk=action.pk).status_code == 302
    page = words(get(client, manager, "action", pk=action.pk))
    assert "Reported done" in page
    assert "All teams told" in page
    assert "The new list" in page
    assert "See the evidence" in page


def test_progress_that_says_nothing_is_asked_for(client, manager, lead):
    action = making.action(manager, owner=lead)
    page = soup(post(client, lead, "action-update", {"standing": "going"}, pk=action.pk))
    assert "Say what has been done" in words(page)


def test_more_time_is_asked_for_and_answered(client, manager, lead):
    action = making.action(manager, owner=lead)
    day = {"wanted_on-day": "1", "wanted_on-month": "1", "wanted_on-year": "2031"}
    typed = {"standing": "later", "why_later": "Staff left", **day}
    assert post(client, lead, "action-update", typed, pk=action.pk).status_code == 302
    assert "asks for more time, to 1 January 2031" in words(
        get(client, manager, "action", pk=action.pk)
    )
    assert "1 January 2031: Staff left" in words(
        get(client, manager, "extension-answer", pk=action.pk)
    )
    post(client, manager, "extension-answer", {"granted": "yes"}, pk=action.pk)
    assert "1 January 2031, first due 30 June 2030" in words(
        get(client, manager, "action", pk=action.pk)
    )


def test_evidence_is_seen_on_its_own_page(client, manager, lead):
    action = making.action(manager, owner=lead)
    with under(lead):
        actions.update(action=action, standing="done", evidence="A list", by=lead)
    before = get(client, manager, "action-see", pk=action.pk)
    assert before.select_one(".gt-timeline__detail"), "the evidence stands where it is asked about"
    assert before.select_one(f"main a[href='{address('action', manager, pk=action.pk)}']")
    refused = soup(post(client, manager, "action-see", {"enough": "no"}, pk=action.pk))
    assert "Say what the evidence does not show" in words(refused)
    post(client, manager, "action-see", {"enough": "yes"}, pk=action.pk)
    assert "Complete" in words(get(client, manager, "action", pk=action.pk))


def test_an_owner_is_told_why_they_cannot_see_their_own_evidence(client, manager):
    action = making.action(manager, owner=manager)
    with under(manager):
        actions.update(action=action, standing="done", evidence="A list", by=manager)
    page = words(get(client, manager, "action", pk=action.pk))
    assert "someone else must see the evidence" in page
    assert post(client, manager, "action-see", {"enough": "yes"}, pk=action.pk).status_code == 403


def test_closing_asks_why(client, manager, lead):
    action = making.action(manager, owner=lead)
    page = soup(post(client, manager, "action-step", {"reason": ""}, pk=action.pk, step="close"))
    assert "Why is this action no longer needed?" in words(page)
    post(client, manager, "action-step", {"reason": "Done"}, pk=action.pk, step="close")
    assert "Closed" in words(get(client, manager, "action", pk=action.pk))
