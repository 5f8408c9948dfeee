"""What an action promises: who may move it, what completes it, what is kept."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions, queries
from goldenthread.foundations.thread.models import Action, ActionMove, ProgressNote
from goldenthread.foundations.thread.rules import owners
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.trail.models import Mark


def refused(match):
    return pytest.raises(PermissionDenied, match=match)


def test_an_action_is_complete_only_when_someone_else_has_seen_the_evidence(manager, lead):
    action = making.action(manager, owner=lead)
    with under(lead):
        actions.take_action_step("report-done", action=action, by=lead)
    with under(manager), refused("no evidence to see"):
        actions.see_evidence(of=action, enough=True, by=manager)
    with under(lead):
        actions.add_evidence(of=action, text="The minutes show it.", by=lead)
        with refused("is for"):
            actions.see_evidence(of=action, enough=True, by=lead)
    with under(manager):
        actions.see_evidence(of=action, enough=True, by=manager)
        action.refresh_from_db()
    assert action.stage == "complete"


def test_an_owner_who_is_a_manager_cannot_see_their_own_evidence(manager):
    action = making.action(manager, owner=manager)
    with under(manager):
        actions.add_evidence(of=action, text="Done.", by=manager)
        actions.take_action_step("report-done", action=action, by=manager)
        with refused(owners.OWN_ACTION):
            actions.see_evidence(of=action, enough=True, by=manager)
        with refused(owners.OWN_ACTION):
            actions.take_action_step("see-evidence", action=action, by=manager)


def test_evidence_that_is_not_enough_sends_the_action_back_with_the_reason(manager, lead):
    action = making.action(manager, owner=lead)
    with under(lead):
        actions.add_evidence(of=action, text="We talked about it.", by=lead)
        actions.take_action_step("report-done", action=action, by=lead)
    with under(manager):
        with refused("Give a reason"):
            actions.see_evidence(of=action, enough=False, by=manager)
        actions.see_evidence(of=action, enough=False, said="Show the minutes", by=manager)
        action.refresh_from_db()
        last = ActionMove.objects.filter(action=action).select_related("sight").first()
    assert (action.stage, last.reason, last.sight.enough) == (
        "in progress",
        "Show the minutes",
        False,
    )


def test_the_first_progress_starts_an_action_and_every_move_is_kept(manager, lead):
    action = making.action(manager, owner=lead)
    with under(lead):
        actions.tell_progress(action=action, text="Two teams have begun.", by=lead)
        moves = list(ActionMove.objects.filter(action=action).values_list("was", "now", "by"))
    assert moves == [
        ("not started", "in progress", lead.described),
        ("", "not started", manager.described),
    ]


def test_another_agency_cannot_touch_it(manager, lead):
    stranger = making.colleague(manager, Role.AGENCY_LEAD)
    action = making.action(manager, owner=lead)
    with under(stranger):
        assert list(queries.actions_seen_by(stranger)) == []
        with refused("belongs to another organisation"):
            actions.tell_progress(action=action, text="Hello", by=stranger)


def test_another_partnership_finds_nothing(manager, lead):
    action = making.action(manager, owner=lead)
    stranger = factories.member(Role.BUSINESS_MANAGER)
    with under(stranger):
        assert list(Action.objects.all()) == []
        with pytest.raises(Action.DoesNotExist):
            actions.tell_progress(action=action, text="Hello", by=stranger)


@pytest.mark.parametrize(
    ("role", "sees", "sets"),
    [
        (Role.BUSINESS_MANAGER, 1, True),
        (Role.COORDINATOR, 1, True),
        (Role.BUSINESS_SUPPORT, 1, True),
        (Role.GROUP_CHAIR, 1, True),
        (Role.SCRUTINEER, 1, False),
        (Role.LAY_MEMBER, 1, False),
        (Role.AGENCY_LEAD, 0, False),
        (Role.CONTRIBUTOR, 0, False),
        (Role.YOUNG_ADVISOR, 0, False),
        (Role.PRACTITIONER, 0, False),
        (Role.SYSTEM_ADMINISTRATOR, 0, False),
    ],
)
def test_who_sees_and_who_sets_actions(manager, lead, role, sees, sets):
    making.action(manager, owner=lead)
    someone = making.colleague(manager, role)
    with under(someone):
        assert queries.actions_seen_by(someone).count() == sees
        if sets:
            actions.record_action(text="Another", by=someone)
        else:
            with refused("Your role"):
                actions.record_action(text="Another", by=someone)


def test_business_support_types_in_and_does_not_sign_off(manager, lead):
    support = making.colleague(manager, Role.BUSINESS_SUPPORT)
    action = making.action(manager, owner=lead)
    with under(support):
        actions.add_evidence(of=action, text="Sent by post.", by=support)
        actions.take_action_step("report-done", action=action, by=support)
        with refused("is for"):
            actions.see_evidence(of=action, enough=True, by=support)


def test_an_extension_keeps_the_first_date_and_is_granted_by_someone_else(manager, lead):
    action = making.action(manager, owner=lead)
    later = making.DUE + timedelta(days=30)
    with under(lead):
        asked = actions.ask_extension(action=action, wanted_on=later, reason="Staff left", by=lead)
        with refused("asked for already"):
            actions.ask_extension(action=action, wanted_on=later, reason="Again", by=lead)
        with refused("business manager"):
            actions.answer_extension(extension=asked, granted=True, by=lead)
    with under(manager):
        actions.answer_extension(extension=asked, granted=True, by=manager)
        action.refresh_from_db()
        assert (action.first_due_on, action.due_on) == (making.DUE, later)
        with refused("answered already"):
            actions.answer_extension(extension=asked, granted=False, answer="No", by=manager)


def test_an_extension_must_be_later_and_a_refusal_must_say_why(manager, lead):
    action = making.action(manager, owner=lead)
    with under(lead):
        with refused("must be after"):
            actions.ask_extension(action=action, wanted_on=making.DUE, reason="x", by=lead)
        asked = actions.ask_extension(
            action=action, wanted_on=making.DUE + timedelta(days=1), reason="x", by=lead
        )
    with under(manager):
        with refused("Say why"):
            actions.answer_extension(extension=asked, granted=False, by=manager)
        actions.answer_extension(extension=asked, granted=False, answer="Too long", by=manager)
        action.refresh_from_db()
    assert action.due_on == making.DUE


def test_a_rating_is_set_with_a_reason_and_given_back(manager, lead):
    action = making.action(manager, owner=lead)
    with under(manager):
        with refused("Give a reason"):
            actions.rate(action=action, rating="red", reason=" ", by=manager)
        actions.rate(action=action, rating="red", reason="The funding fell through", by=manager)
        action.refresh_from_db()
        assert (action.said_rating, action.why_said) == ("red", "The funding fell through")
        actions.rate(action=action, rating="", reason="Funded again", by=manager)
        action.refresh_from_db()
        assert action.said_rating == ""
        assert action.rating_changes.count() == 2


def test_history_cannot_be_changed_even_by_sql(manager, lead):
    action = making.action(manager, owner=lead)
    with under(lead):
        actions.tell_progress(action=action, text="Begun.", by=lead)
    for model in (ActionMove, ProgressNote):
        with under(manager), pytest.raises(ProgrammingError), transaction.atomic():
            model.objects.update(by="nobody")


def test_a_decision_is_captured_in_one_line(manager):
    with under(manager):
        action = actions.capture(
            line="Sarah's team to audit 20 strategy discussions by 30 June 2027", by=manager
        )
    assert (action.text, action.owner_name, action.due_on) == (
        "Audit 20 strategy discussions",
        "Sarah's team",
        date(2027, 6, 30),
    )


def test_a_captured_line_finds_the_organisation_it_names(manager, lead):
    with under(manager):
        action = actions.capture(line=f"{lead.organisation} to report", by=manager)
    assert action.owner_organisation_id == lead.organisation_id


def test_an_action_waits_on_the_inbox_of_its_owner_then_of_those_who_see_evidence(manager, lead):
    action = making.action(manager, owner=lead)

    def waiting():
        with under(manager):
            return list(
                Due.objects.filter(settled_at__isnull=True).values_list("seat_id", "due_on")
            )

    assert waiting() == [(lead.seat_id, making.DUE)]
    with under(lead):
        actions.add_evidence(of=action, text="Done", by=lead)
        actions.take_action_step("report-done", action=action, by=lead)
    assert waiting() == [(None, today())]
    with under(manager):
        actions.see_evidence(of=action, enough=True, by=manager)
    assert waiting() == []


def test_closing_and_re_opening_ask_why(manager, lead):
    action = making.action(manager, owner=lead)
    with under(manager):
        with refused("Give a reason"):
            actions.take_action_step("close", action=action, by=manager)
        actions.take_action_step("close", action=action, reason="Done nationally", by=manager)
        actions.take_action_step("re-open", action=action, reason="It was not", by=manager)
        action.refresh_from_db()
    assert action.stage == "in progress"


def test_every_change_leaves_a_mark_without_its_words(manager, lead):
    action = making.action(manager, owner=lead)
    with under(lead):
        actions.tell_progress(action=action, text="A private matter", by=lead)
        marks = list(Mark.objects.filter(to=f"thread.action:{action.pk}"))
    assert {mark.did for mark in marks} == {"set an action", "start", "told progress"}
    assert "private" not in str([mark.detail for mark in marks])
