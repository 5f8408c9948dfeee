"""Progress and ratings: who may tell them, that they stay, and what is due because of them."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from goldenthread.capabilities.business_plan.actions import objectives, plans, telling
from goldenthread.capabilities.business_plan.models import Progress, RatingRow
from goldenthread.capabilities.business_plan.queries.owners import Named
from goldenthread.capabilities.business_plan.rules import who
from goldenthread.capabilities.business_plan.tests.conftest import words
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.clocks.queries import due_for
from goldenthread.foundations.documents.models import Document
from goldenthread.foundations.people.actions import groups, seats
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import GroupSeat, Organisation, Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests.counting import statements
from goldenthread.foundations.thread import actions as thread


def due() -> list[Due]:
    return list(Due.objects.filter(settled_at__isnull=True))


def test_an_owner_tells_progress_with_a_document_that_shows_it(site_of, owner, objective, in_force):
    paper = SimpleUploadedFile("minutes.txt", b"Agreed.", "text/plain")
    sent = {"text": "Three agencies agreed", "evidence": "Minutes", "upload": paper}
    shown = words(site_of(owner).post("progress", sent, pk=objective.pk))
    assert "Three agencies agreed" in shown
    assert "minutes.txt" in shown
    with under(owner):
        assert Document.objects.get().about == f"business_plan.objective:{objective.pk}"
        objective.refresh_from_db()
        assert objective.heard_on is not None


def test_the_chair_of_an_owning_group_tells_progress(site_of, manager, chair, objective):
    seat, group = chair
    with under(manager):
        objectives.change_objective(
            objective=objective, owners=[Named(group_id=group.pk)], by=manager
        )
    assert "Begun" in words(site_of(seat).post("progress", {"text": "Begun"}, pk=objective.pk))


def test_others_read_and_are_told_why_they_may_not_tell(site_of, colleague, objective):
    reader = site_of(colleague(Role.AGENCY_LEAD))
    assert "Progress is told by those who answer" in words(reader.get("objective", pk=objective.pk))
    assert reader.ask("progress", pk=objective.pk).status_code == 403


def test_progress_without_words_is_asked_for_and_keeps_nothing(site_of, owner, objective):
    shown = words(site_of(owner).post("progress", {"evidence": "A paper"}, pk=objective.pk))
    assert "Say what has been done" in shown
    with under(owner):
        assert not Progress.objects.exists()


def test_progress_and_ratings_can_not_be_changed_or_taken_away(manager, objective):
    with under(manager):
        told = telling.tell_progress(objective=objective, text="Begun", by=manager)
        row = telling.rate(objective=objective, rating="green", why="I saw it", by=manager)
        for change in (
            lambda: Progress.objects.filter(pk=told.pk).update(text="Never"),
            lambda: RatingRow.objects.filter(pk=row.pk).delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_a_rating_keeps_its_history_with_who_why_and_what_was_suggested(here, objective, in_force):
    shown = words(here.post("rate", {"rating": "green"}, pk=objective.pk))
    assert "Say why the rating is not the one suggested (red: off track)" in shown
    here.post("rate", {"rating": "green", "why": "Done, to be written up"}, pk=objective.pk)
    shown = words(here.post("rate", {"rating": "red"}, pk=objective.pk))
    assert "Done, to be written up" in shown
    assert "The rule suggested red: off track" in shown
    assert shown.count("Joan Marsh") >= 2
    with under(here.member):
        assert list(RatingRow.objects.values_list("rating", flat=True)) == ["red", "green"]


def test_not_rated_is_shown_as_such_and_never_filled_in_by_the_rule(here, objective, in_force):
    page = here.get("objective", pk=objective.pk)
    assert "Not rated yet" in words(page)
    assert "The rule suggests red: off track" in words(page)
    with under(here.member):
        objective.refresh_from_db()
        assert objective.rating == ""


def test_only_managers_rate(site_of, owner, colleague, objective):
    for member in (owner, colleague(Role.BUSINESS_SUPPORT), colleague(Role.LAY_MEMBER)):
        assert site_of(member).ask("rate", pk=objective.pk).status_code == 403


def test_what_is_due_waits_for_its_owners_once_the_plan_is_in_force(manager, objective, plan):
    with under(manager):
        assert due() == []
        plans.take_step("begin", plan=plan, by=manager)
        (waiting,) = due()
        assert waiting.due_on == date(2026, 9, 30)
        assert waiting.organisation_id == objective.owners.get().organisation_id
        telling.rate(objective=objective, rating="blue", why="Signed", by=manager)
        assert due() == []
        telling.rate(objective=objective, rating="amber", why="Not quite", by=manager)
        assert len(due()) == 1
        plans.take_step("end", plan=plan, reason="Over", by=manager)
        assert due() == []


def test_an_owner_in_words_leaves_the_reminder_with_the_managers(manager, objective, in_force):
    with under(manager):
        objectives.change_objective(
            objective=objective, owners=[Named(name="All subgroups")], by=manager
        )
        (waiting,) = due()
        assert Role.BUSINESS_MANAGER in waiting.roles


def test_a_chairs_inbox_holds_what_the_group_answers_for(manager, chair, objective, in_force):
    seat, group = chair
    with under(manager):
        objectives.change_objective(
            objective=objective, owners=[Named(group_id=group.pk)], by=manager
        )
        assert [waiting.seat_id for waiting in due()] == [seat.seat_id]


def test_a_step_that_asks_why_gets_a_reason(here, objective, in_force):
    shown = words(here.post("plan_step", {}, pk=in_force.pk, step="end"))
    assert "Give a reason" in shown
    shown = words(here.post("plan_step", {"reason": "Over"}, pk=in_force.pk, step="end"))
    assert "This plan has ended" in shown


def test_an_ended_plan_is_read_and_not_changed(here, owner, objective, in_force):
    here.post("plan_step", {"reason": "Over"}, pk=in_force.pk, step="end")
    assert here.ask("edit_objective", pk=objective.pk).status_code == 403
    with under(owner), pytest.raises(PermissionDenied, match="has ended"):
        telling.tell_progress(objective=objective, text="Late word", by=owner)


def test_an_objective_is_linked_to_an_action_of_the_tracker(here, manager, objective):
    with under(manager):
        action = thread.record_action(text="Write the letter", due_on=date(2027, 1, 1), by=manager)
    sent = {"kind": "thread.action", "action": str(action.pk)}
    page = here.post("add_link", sent, pk=objective.pk)
    assert "Write the letter" in words(page)
    assert page.select_one(f"a[href$='/thread/actions/{action.pk}/']")
    shown = words(here.post("add_link", {"kind": "thread.action", "action": "99"}, pk=objective.pk))
    assert "There is no action with this number" in shown
    link = int(page.select_one("form[action*='/links/']")["action"].split("/")[-3])
    assert "Write the letter" not in words(here.post("remove_link", pk=link))


def test_the_page_of_one_objective_asks_little_however_much_was_told(here, manager, objective):
    here.get("objective", pk=objective.pk)
    few = len(statements(lambda: here.get("objective", pk=objective.pk)))
    with under(manager):
        for n in range(30):
            telling.tell_progress(objective=objective, text=f"Step {n}", by=manager)
    many = len(statements(lambda: here.get("objective", pk=objective.pk)))
    assert many == few
    assert many <= 12, many


@pytest.fixture
def waits_for_chair(manager, chair, objective, in_force):
    with under(manager):
        owners = [Named(group_id=chair[1].pk)]
        objectives.change_objective(objective=objective, owners=owners, by=manager)


def test_what_waits_for_a_chair_follows_when_another_is_named(
    manager, chair, colleague, waits_for_chair
):
    seat, group = chair
    heir = colleague(Role.GROUP_CHAIR, name="Nia Holt")
    with under(manager):
        groups.take_out_of_group(GroupSeat.objects.get(seat_id=seat.seat_id), by=manager)
        assert [(one.seat_id, one.roles) for one in due()] == [(None, sorted(who.MANAGES))]
        place = {"seat": Seat.objects.get(pk=heir.seat_id), "position": "chair"}
        groups.add_to_group(group, **place, by=manager)
        assert [one.seat_id for one in due()] == [heir.seat_id]


def test_what_waits_for_a_chair_goes_to_the_successor_of_the_seat(
    manager, chair, colleague, waits_for_chair
):
    seat, group = chair
    heir = colleague(Role.GROUP_CHAIR, name="Nia Holt")
    with under(manager):
        leaving, to = (Seat.objects.get(pk=one.seat_id) for one in (seat, heir))
        groups.add_to_group(group, seat=to, position="member", by=manager)
        seats.end_seat(leaving, on=today(), because="Retired", successor=to, by=manager)
        assert [one.seat_id for one in due()] == [heir.seat_id]
        assert GroupSeat.objects.get(group=group).position == "chair"


def test_an_organisations_contributors_are_not_asked_what_its_lead_answers_for(
    manager, colleague, owner, objective, in_force
):
    with under(manager):
        organisation = Organisation.objects.get(pk=owner.organisation_id)
    contributor = colleague(Role.CONTRIBUTOR, organisation=organisation)
    with under(manager):
        waits = {
            someone.name: list(due_for(Seat.objects.filter(pk=someone.seat_id)))
            for someone in (owner, contributor)
        }
    assert [len(lines) for lines in waits.values()] == [1, 0]


def test_where_nobody_speaks_for_an_organisation_the_managers_are_reminded(
    manager, colleague, objective, in_force
):
    contributor = colleague(Role.CONTRIBUTOR)
    with under(manager):
        owners = [Named(organisation_id=contributor.organisation_id)]
        objectives.change_objective(objective=objective, owners=owners, by=manager)
        assert [one.roles for one in due()] == [sorted(who.MANAGES)]
