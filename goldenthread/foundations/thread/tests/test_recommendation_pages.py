"""Recommendations, findings and the whole thread as a person meets them."""

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.models import Action, Recommendation
from goldenthread.foundations.thread.queries import recommendation_pages
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import address, get, post, soup, words


def test_a_recommendation_shows_where_it_came_from_and_what_was_done(client, manager, lead):
    advice = making.evidence_seen(manager, lead, findings=[making.finding(manager)])
    page = words(get(client, manager, "recommendation", pk=advice.pk))
    assert "Strategy discussions were held without health." in page
    assert "Write health into the invitation list" in page
    assert "Record a test in practice" in page


def test_what_moves_it_on_stands_before_the_ways_to_close_it(client, manager):
    advice = making.recommendation(manager)
    page = get(client, manager, "recommendation", pk=advice.pk)
    ways_on = page.find(class_="govuk-button-group").get_text()
    assert "Accept" in ways_on
    assert "Give evidence" in ways_on
    assert "Close: rejected" not in ways_on
    (fold,) = [one for one in page.find_all("details") if "Close: rejected" in one.get_text()]
    assert not fold.has_attr("open")


def test_a_long_list_of_actions_is_cut_and_leads_to_the_tracker(client, manager, monkeypatch):
    monkeypatch.setattr(recommendation_pages, "MOST_ACTIONS", 2)
    advice = making.recommendation(manager, reference="R1")
    other = making.recommendation(manager, "Another lesson.", reference="R12")
    for text in ("One step", "Two steps", "Three steps"):
        making.action(manager, text, recommendation=advice)
    making.action(manager, "Of another", recommendation=other)
    page = get(client, manager, "recommendation", pk=advice.pk)
    assert "The first 2 of 3 actions are shown" in words(page)
    (link,) = [a for a in page.find_all("a") if "all of them" in a.get_text()]
    tracker = words(get(client, manager, "index", query="?" + link["href"].split("?")[1]))
    assert all(text in tracker for text in ("One step", "Two steps", "Three steps"))
    assert "Of another" not in tracker


def test_what_stands_in_the_way_of_a_step_is_said(client, manager):
    advice = making.recommendation(manager)
    with under(manager):
        for step in ("accept", "start"):
            actions.take_step(step, recommendation=advice, by=manager)
    page = words(get(client, manager, "recommendation", pk=advice.pk))
    assert "All actions are complete: It has no action yet" in page


def test_a_recommendation_is_accepted_and_closed_on_its_page(client, manager):
    advice = making.recommendation(manager)
    get(client, manager, "recommendation-step", pk=advice.pk, step="accept")
    post(client, manager, "recommendation-step", {"go": "1"}, pk=advice.pk, step="accept")
    post(client, manager, "recommendation-step", {"reason": "Old"}, pk=advice.pk, step="reject")
    assert "Rejected" in words(get(client, manager, "recommendation", pk=advice.pk))


def test_a_test_is_recorded_on_its_page(client, manager, lead):
    advice = making.evidence_seen(manager, lead)
    typed = {"method": "survey", "result": "failed", "seen": "Nobody knew", "sample": "40"}
    day = {"tested_on-day": "1", "tested_on-month": "9", "tested_on-year": "2026"}
    assert "Enter when it was tested" in words(
        soup(post(client, manager, "recommendation-test", typed, pk=advice.pk))
    )
    post(client, manager, "recommendation-test", {**typed, **day}, pk=advice.pk)
    page = words(get(client, manager, "recommendation", pk=advice.pk))
    assert "Re-opened" in page
    assert "It did not stick" in page


def test_similar_ones_are_shown_before_a_recommendation_is_saved(client, manager):
    making.recommendation(
        manager, "Health must be invited to every strategy discussion.", source_title="Audit 2024"
    )
    typed = {"text": "Invite health colleagues to all strategy discussions."}
    page = soup(post(client, manager, "new-recommendation", typed))
    said = words(page)
    assert "We have recommended something like this before" in said
    assert "Audit 2024" in said
    assert "Not yet tested in practice" in said
    with under(manager):
        assert Recommendation.objects.count() == 1
    assert page.find("input", {"name": "text"})["value"] == typed["text"]
    undecided = soup(post(client, manager, "new-recommendation", {**typed, "confirm": "yes"}))
    assert "Say whether it is new" in words(undecided)
    post(client, manager, "new-recommendation", {**typed, "confirm": "yes", "decision": "new"})
    with under(manager):
        assert Recommendation.objects.count() == 2


def test_the_writer_may_link_to_an_earlier_one_instead(client, manager):
    earlier = making.recommendation(manager, "Health must be invited to strategy discussions.")
    found = making.finding(manager)
    typed = {
        "text": "Invite health to strategy discussions.",
        "findings": [found.pk],
        "confirm": "yes",
        "decision": "instead",
    }
    page = soup(post(client, manager, "new-recommendation", typed))
    assert "Choose the earlier one that you mean" in words(page)
    post(client, manager, "new-recommendation", {**typed, "other": earlier.pk})
    with under(manager):
        assert Recommendation.objects.count() == 1
        assert earlier.sources.get().finding_id == found.pk


def test_the_same_lesson_again_says_which_it_repeats(client, manager):
    earlier = making.recommendation(manager, "Health must be invited to strategy discussions.")
    typed = {
        "text": "Invite health to strategy discussions.",
        "confirm": "yes",
        "decision": "again",
        "other": earlier.pk,
    }
    post(client, manager, "new-recommendation", typed)
    with under(manager):
        assert Recommendation.objects.get(repeats=earlier).text == typed["text"]


def test_another_partnerships_recommendations_are_never_near(client, manager):
    stranger = factories.member(Role.BUSINESS_MANAGER)
    making.recommendation(stranger, "Health must be invited to strategy discussions.")
    typed = {"text": "Invite health to strategy discussions."}
    page = words(soup(post(client, manager, "new-recommendation", typed)))
    assert "Nothing like it was recommended before" in page


def test_going_back_to_the_wording_loses_nothing(client, manager):
    making.recommendation(manager, "Health must be invited to strategy discussions.")
    typed = {
        "text": "Invite health to strategy discussions.",
        "source_title": "Review",
        "change": "yes",
    }
    page = soup(post(client, manager, "new-recommendation", typed))
    assert page.find("textarea", {"name": "text"}).get_text().strip() == typed["text"]
    assert page.find("input", {"name": "source_title"})["value"] == "Review"


def test_a_finding_is_recorded_and_shows_what_it_led_to(client, manager):
    typed = {
        "kind": "learning",
        "text": "Fathers were not seen.",
        "source_title": "Rapid review",
        "found_on-day": "1",
        "found_on-month": "3",
        "found_on-year": "2026",
        "themes": ["panel-2020:critical-thinking", "panel-later:babies"],
    }
    answer = post(client, manager, "new-finding", typed)
    page = words(soup(client.get(answer.url)))
    assert "Critical thinking and challenge; Babies" in page
    assert "It has led to no recommendation yet" in page


def test_the_thread_runs_from_a_finding_to_its_impact_and_back(client, manager, lead):
    found = making.finding(manager)
    advice = making.evidence_seen(manager, lead, findings=[found])
    with under(manager):
        actions.record_test(
            recommendation=advice,
            method="survey",
            tested_on=making.DUE,
            result="passed",
            seen="All knew",
            by=manager,
        )
        action = Action.objects.get()
    for kind, pk in (("finding", found.pk), ("action", action.pk), ("recommendation", advice.pk)):
        page = get(client, manager, "picture", kind=kind, pk=pk)
        listed = words(page)
        assert page.find("svg")
        for said in (found.text, advice.text, action.text, "The new list is in use.", "Survey"):
            assert said in listed


def test_the_thread_of_a_lone_finding_is_just_that(client, manager):
    found = making.finding(manager)
    page = get(client, manager, "picture", kind="finding", pk=found.pk)
    assert "None yet" in words(page)


def test_text_that_looks_like_markup_is_shown_and_not_run(client, manager):
    action = making.action(manager, "<script>alert(1)</script>")
    page = get(client, manager, "action", pk=action.pk)
    assert page.find("h1").get_text(strip=True) == "<script>alert(1)</script>"


def test_an_action_is_set_for_a_recommendation_and_put_right(client, manager, lead):
    advice = making.recommendation(manager)
    where = address("new-action", manager) + f"?for={advice.pk}"
    factories.sign_in(client, manager).post(where, {"text": "Write the list"})
    with under(manager):
        action = Action.objects.get(recommendation=advice)
    typed = {
        "text": "Write the list again",
        "owner_seat_id": lead.seat_id,
        "owner_organisation_id": lead.organisation_id,
    }
    post(client, manager, "action-edit", typed, pk=action.pk)
    page = words(get(client, manager, "action", pk=action.pk))
    assert "Write the list again" in page
    assert "Bea Lin" in page


def test_a_rating_is_set_by_hand_with_its_reason(client, manager, lead):
    action = making.action(manager, owner=lead)
    post(client, manager, "action-rating", {"rating": "red", "reason": "No money"}, pk=action.pk)
    assert "Set by hand: No money" in words(get(client, manager, "action", pk=action.pk))


def test_the_thread_leads_back_to_where_one_came_from(client, manager):
    found = making.finding(manager)
    page = get(client, manager, "picture", kind="finding", pk=found.pk)
    back = page.select_one(".govuk-back-link")["href"]
    assert back == address("finding", manager, pk=found.pk)


def test_only_what_is_needed_stands_open_and_what_was_filled_in_is_never_hidden(client, manager):
    found = making.finding(manager)

    def open_lines(page):
        lines = page.find("main").find_all("details")
        assert len(lines) == 3
        return [one.summary.get_text(strip=True) for one in lines if one.has_attr("open")]

    assert open_lines(get(client, manager, "new-recommendation")) == []
    page = get(client, manager, "new-recommendation", f"?finding={found.pk}")
    assert open_lines(page) == ["Findings that it rests on"]
    typed = {"due_on-day": "31", "due_on-month": "2", "due_on-year": "2030"}
    page = soup(post(client, manager, "new-recommendation", typed))
    assert open_lines(page) == ["Source, owner and due date"]
    assert page.find("input", {"name": "due_on-day"})["value"] == "31"
