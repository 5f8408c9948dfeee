"""Changing, handing over and ending seats; and who may."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.lock.keys import SIGNING_IN, opened
from goldenthread.foundations.people import held_work
from goldenthread.foundations.people.actions import accept_invitation
from goldenthread.foundations.people.actions import seats as actions
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.held_work import HeldWork
from goldenthread.foundations.people.models import (
    Group,
    GroupSeat,
    Holding,
    Invitation,
    Partnership,
    Person,
    Seat,
)
from goldenthread.foundations.people.models.links import token_fingerprint
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail.models import Mark

pytestmark = pytest.mark.django_db
TOKEN = "a-token-for-the-test"  # noqa: S105
LEFT = {"on": date(2025, 6, 1), "because": "Left the organisation"}


@pytest.fixture
def partnership(manager):
    return Partnership.objects.get(pk=manager.partnership_id)


@pytest.fixture
def colleague(partnership):
    return factories.member(Role.AGENCY_LEAD, partnership=partnership, name="Bea Ferris")


def seat_of(member) -> Seat:
    return Seat.objects.select_related("person", "organisation").get(pk=member.seat_id)


def place(member, name="Executive") -> GroupSeat:
    group, _ = Group.objects.get_or_create(
        partnership_id=member.partnership_id, name=name, defaults={"kind": "executive"}
    )
    return GroupSeat.objects.create(
        partnership_id=member.partnership_id, group=group, seat_id=member.seat_id
    )


def test_an_ended_seat_keeps_its_day_and_reason(manager, colleague):
    with under(manager):
        actions.end_seat(seat_of(colleague), **LEFT, successor=None, by=manager)
        assert seat_of(colleague).until == date(2025, 6, 1)
        holding = Holding.objects.get(seat_id=colleague.seat_id)
        assert (holding.person_id, holding.until) == (colleague.person_id, date(2025, 6, 1))
        assert holding.left_because == "Left the organisation"
        assert Mark.objects.filter(did="ended a seat").count() == 1


def test_whoever_left_is_let_in_no_more(client, manager, colleague):
    address = reverse("people:directory", kwargs={"partnership": manager.slug})
    assert factories.sign_in(client, colleague).get(address).status_code == 200
    with under(manager):
        actions.end_seat(seat_of(colleague), **LEFT, successor=None, by=manager)
    assert client.get(address).status_code == 403


def test_open_work_passes_to_the_successor(manager, partnership, colleague):
    successor = factories.member(Role.AGENCY_LEAD, partnership=partnership, name="Cy Grant")
    with under(manager):
        place(colleague), place(colleague, "Exploitation"), place(successor)
        actions.end_seat(seat_of(colleague), **LEFT, successor=seat_of(successor), by=manager)
        left = GroupSeat.objects.filter(seat_id=colleague.seat_id).count()
        taken = set(
            GroupSeat.objects.filter(seat_id=successor.seat_id).values_list(
                "group__name", flat=True
            )
        )
    assert left == 0
    assert taken == {"Executive", "Exploitation"}


def test_what_a_seat_holds_is_asked_of_every_app(manager, colleague, monkeypatch):
    class Offers:
        @staticmethod
        def work_held_by(seat, asker):
            return [HeldWork("Actions", 4, "/actions/"), HeldWork("Reviews", 0)]

    monkeypatch.setattr(held_work, "_that_answer", lambda question: iter([Offers]))
    with under(manager):
        held = held_work.work_held_by(seat_of(colleague), asker=manager)
    assert held == [HeldWork("Actions", 4, "/actions/")]


def test_people_itself_answers_what_a_seat_holds(manager, colleague):
    with under(manager):
        place(colleague)
        held = held_work.work_held_by(seat_of(colleague), asker=manager)
    assert HeldWork("Places in groups", 1) in held


def test_a_role_mailbox_is_handed_over_with_its_work_and_history(manager, colleague):
    with under(manager):
        place(colleague)
        Seat.objects.filter(pk=colleague.seat_id).update(mailbox="dsl@school.example")
        invitation = actions.hand_over(
            seat_of(colleague), **LEFT, email="next@school.example", name="Di Hurst", by=manager
        )
        vacant = seat_of(colleague)
        assert vacant.person is None
        assert vacant.until is None
        assert GroupSeat.objects.filter(seat=vacant).count() == 1
    new = factories.member(Role.PRACTITIONER, name="Di Hurst", email="next@school.example")
    with under(manager):
        Invitation.objects.filter(pk=invitation.pk).update(fingerprint=token_fingerprint(TOKEN))
    with opened(SIGNING_IN):
        accept_invitation(TOKEN, Person.objects.get(pk=new.person_id))
    with under(manager):
        seat = seat_of(colleague)
        assert seat.person.name == "Di Hurst"
        holders = list(Holding.objects.filter(seat=seat).values_list("person__name", flat=True))
    assert holders == ["Di Hurst", "Bea Ferris"]


def test_a_seat_without_a_mailbox_is_not_handed_over(manager, colleague):
    with under(manager), pytest.raises(PermissionDenied, match="no role mailbox"):
        actions.hand_over(seat_of(colleague), **LEFT, email="a@b.example", name="A", by=manager)


def test_nobody_changes_their_own_roles(manager):
    with under(manager), pytest.raises(PermissionDenied, match="your own roles"):
        actions.change_seat(
            seat_of(manager), title="", roles=["lay member"], mailbox="", by=manager
        )


def test_the_last_one_who_gives_access_cannot_be_taken_away(manager, partnership):
    administrator = factories.member(Role.SYSTEM_ADMINISTRATOR, partnership=partnership)
    with under(administrator):
        actions.end_seat(seat_of(manager), **LEFT, successor=None, by=administrator)
    factories.member(Role.BUSINESS_MANAGER)  # in another partnership, which does not help
    with under(administrator), pytest.raises(PermissionDenied, match="Appoint another first"):
        actions.end_seat(seat_of(administrator), **LEFT, successor=None, by=manager)


@pytest.mark.parametrize("role", [Role.AGENCY_LEAD, Role.LAY_MEMBER, Role.BUSINESS_SUPPORT])
def test_others_end_no_seats(manager, partnership, colleague, role):
    other = factories.member(role, partnership=partnership)
    with under(other), pytest.raises(PermissionDenied, match="Only the business manager"):
        actions.end_seat(seat_of(colleague), **LEFT, successor=None, by=other)


def test_a_coordinator_cannot_touch_a_business_managers_roles(manager, partnership):
    coordinator = factories.member(Role.COORDINATOR, partnership=partnership)
    with under(coordinator), pytest.raises(PermissionDenied, match="Only a business manager"):
        actions.change_seat(
            seat_of(manager), title="", roles=["lay member"], mailbox="", by=coordinator
        )


def test_a_last_day_in_the_future_is_refused_on_the_form(client, manager, colleague):
    factories.sign_in(client, manager)
    kwargs = {"partnership": manager.slug, "seat": colleague.seat_id}
    day = today() + timedelta(days=1)
    typed = {
        "on-day": day.day,
        "on-month": day.month,
        "on-year": day.year,
        "because": "Left the organisation",
    }
    page = client.post(reverse("people:end-seat", kwargs=kwargs), typed)
    assert "Last day must be today or in the past" in page.content.decode()


def test_a_seat_is_ended_by_the_form(client, manager, colleague):
    factories.sign_in(client, manager)
    kwargs = {"partnership": manager.slug, "seat": colleague.seat_id}
    typed = {"on-day": 1, "on-month": 6, "on-year": 2025, "because": "Left the organisation"}
    assert client.post(reverse("people:end-seat", kwargs=kwargs), typed).status_code == 302
    with under(manager):
        assert seat_of(colleague).until == date(2025, 6, 1)


def test_another_partnerships_seat_is_not_there(client, manager):
    stranger = factories.member(Role.AGENCY_LEAD)
    factories.sign_in(client, manager)
    kwargs = {"partnership": manager.slug, "seat": stranger.seat_id}
    assert client.get(reverse("people:seat", kwargs=kwargs)).status_code == 404


def test_someone_with_two_seats_chooses_which_to_act_from(client, partnership, manager):
    other = factories.OrganisationFactory(name="Zest Charity")
    with under(manager):
        second = Seat.objects.create(
            partnership=partnership,
            organisation=other,
            person_id=manager.person_id,
            roles=[Role.LAY_MEMBER.value],
            since=date(2025, 1, 1),
        )
    factories.sign_in(client, manager)
    directory = reverse("people:directory", kwargs={"partnership": manager.slug})
    page = BeautifulSoup(client.get(directory).content, "html.parser")
    assert "You hold 2 seats here" in page.get_text()
    client.post(
        reverse("people:choose-seat", kwargs={"partnership": manager.slug}), {"seat": second.pk}
    )
    page = BeautifulSoup(client.get(directory).content, "html.parser")
    assert "Invite someone" not in page.main.get_text()


def test_someone_who_sees_no_directory_can_choose_a_seat_too(client):
    contributor = factories.member(Role.CONTRIBUTOR)
    factories.sign_in(client, contributor)
    page = client.get(reverse("people:choose-seat", kwargs={"partnership": contributor.slug}))
    assert "You hold one seat here" in page.content.decode()


def test_a_seat_of_someone_else_cannot_be_chosen(client, manager, colleague):
    factories.sign_in(client, colleague)
    choose = reverse("people:choose-seat", kwargs={"partnership": manager.slug})
    client.post(choose, {"seat": manager.seat_id})
    page = client.get(reverse("people:directory", kwargs={"partnership": manager.slug}))
    assert "Invite someone" not in page.content.decode()
