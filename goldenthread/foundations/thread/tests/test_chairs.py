"""A chair reads the whole thread and changes what the chair's own group answers for."""

import pytest
from django.core.exceptions import PermissionDenied

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.thread import actions, permissions, queries
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import address, get, post, words

NOT_THEIRS = "another group"


@pytest.fixture
def chaired(manager):
    return making.chair_of_group(manager)


def reported_done(manager, lead, **fields):
    made = making.action(manager, owner=lead, **fields)
    with under(lead):
        actions.add_evidence(of=made, text="The new list is in use.", by=lead)
        actions.take_action_step("report-done", action=made, by=lead)
        made.refresh_from_db()
    return made


def test_a_chair_reads_what_other_groups_do(manager, lead, chaired):
    chair, _ = chaired
    advice = making.recommendation(manager)
    making.action(manager, owner=lead, recommendation=advice)
    making.finding(manager)
    with under(chair):
        assert queries.actions_seen_by(chair).count() == 1
        assert queries.recommendations_seen_by(chair).count() == 1
        assert queries.findings_seen_by(chair).count() == 1


def test_a_chair_sees_the_evidence_of_the_own_groups_actions_and_of_no_other(
    manager, lead, chaired
):
    chair, group = chaired
    ours = making.recommendation(manager, owner_group_id=group)
    theirs = making.recommendation(manager, "Another lesson")
    own = reported_done(manager, lead, recommendation=ours)
    other = reported_done(manager, lead, recommendation=theirs)
    with under(chair):
        with pytest.raises(PermissionDenied, match=NOT_THEIRS):
            actions.see_evidence(of=other, enough=True, by=chair)
        actions.see_evidence(of=own, enough=True, by=chair)
        own.refresh_from_db()
        assert own.stage == "complete"


def test_a_chair_tells_rates_and_sets_for_the_own_group_only(manager, lead, chaired):
    chair, group = chaired
    ours = making.recommendation(manager, owner_group_id=group)
    theirs = making.recommendation(manager, "Another lesson")
    own, other = (making.action(manager, owner=lead, recommendation=one) for one in (ours, theirs))
    with under(chair):
        actions.tell_progress(action=own, text="Half way", by=chair)
        actions.rate(action=own, rating="red", reason="Stuck", by=chair)
        actions.record_action(text="Another", recommendation=ours, by=chair)
        actions.record_action(text="Captured in a meeting", by=chair)
        with pytest.raises(PermissionDenied, match="another organisation"):
            actions.tell_progress(action=other, text="Hello", by=chair)
        with pytest.raises(PermissionDenied, match=NOT_THEIRS):
            actions.rate(action=other, rating="red", reason="Stuck", by=chair)
        with pytest.raises(PermissionDenied, match=NOT_THEIRS):
            actions.record_action(text="Another", recommendation=theirs, by=chair)


def test_the_place_in_the_group_decides_and_ends_with_it(manager, chaired):
    chair, group = chaired
    advice = making.recommendation(manager, owner_group_id=group)
    other = making.colleague(manager, Role.GROUP_CHAIR, name="Chairs nothing")
    with under(manager):
        assert permissions.may_edit_recommendation(chair, advice)
        assert not permissions.may_edit_recommendation(other, advice)


def test_a_page_offers_a_chair_only_what_the_chair_may_do(client, manager, lead, chaired):
    chair, group = chaired
    ours = making.recommendation(manager, owner_group_id=group)
    theirs = making.recommendation(manager, "Another lesson")
    assert "Accept" in words(get(client, chair, "recommendation", pk=ours.pk))
    page = words(get(client, chair, "recommendation", pk=theirs.pk))
    assert "Another lesson" in page
    assert "Accept" not in page
    assert "Reword it" not in page
    answer = post(client, chair, "recommendation-step", {}, pk=theirs.pk, step="accept")
    assert answer.status_code == 403


def test_the_owner_group_is_set_and_shown(client, manager, chaired):
    chair, group = chaired
    advice = making.recommendation(manager)
    typed = {"owner_group_id": group, "owner_organisation_id": "", "owner_seat_id": ""}
    answer = post(client, manager, "recommendation-owner", typed, pk=advice.pk)
    assert answer["Location"] == address("recommendation", manager, pk=advice.pk)
    assert "Owner Learning and Development" in words(
        get(client, manager, "recommendation", pk=advice.pk)
    )
    assert post(client, chair, "recommendation-owner", typed, pk=advice.pk).status_code == 302


def test_an_agency_lead_does_not_change_who_owns_a_recommendation(client, manager, lead):
    advice = making.recommendation(manager, owner_organisation_id=lead.organisation_id)
    with under(lead), pytest.raises(PermissionDenied, match="business unit"):
        actions.change_recommendation_owner(recommendation=advice, owner_group_id=None, by=lead)
