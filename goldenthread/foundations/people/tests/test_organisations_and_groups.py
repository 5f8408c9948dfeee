"""Organisations and groups: added, changed, shared; and what is refused, with its reason."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.actions import groups, organisations
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import (
    Group,
    GroupSeat,
    Organisation,
    Participation,
    Partnership,
    Region,
    Seat,
)
from goldenthread.foundations.people.queries.groups import groups_seen_by
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail.models import Mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def neighbour(manager):
    """The business manager of another partnership in the same region."""
    with opened(Keys(Door.MACHINE, (manager.partnership_id,))):
        region = Region.objects.create(name="Vales", slug="vales")
        Partnership.objects.filter(pk=manager.partnership_id).update(region=region)
    other = factories.PartnershipFactory(region=region)
    return factories.member(Role.BUSINESS_MANAGER, partnership=other, name="Bo Neighbour")


def at(member, page, **kwargs):
    return reverse(f"people:{page}", kwargs={"partnership": member.slug, **kwargs})


def part_of(manager) -> Participation:
    return Participation.objects.get(partnership_id=manager.partnership_id)


def add(manager, name="Marl Lane Academy", kind="academy"):
    return organisations.add_organisation(
        name=name, kind=kind, standing="relevant", since=None, by=manager
    )


def set_up(manager, name, parent=None, shared_with=()):
    return groups.add_group(
        name=name,
        kind="sub-group",
        parent=parent,
        purpose="",
        since=None,
        shared_with=shared_with,
        by=manager,
    )


def test_an_organisation_that_serves_two_partnerships_is_one(manager, neighbour):
    with under(manager):
        first = add(manager, "Vale Trust", "nhs-trust")
    with under(neighbour):
        second = add(neighbour, "vale trust ", "nhs-trust")
    assert first.organisation_id == second.organisation_id
    assert Organisation.objects.filter(name__iexact="vale trust").count() == 1


def test_it_cannot_take_part_twice(client, manager):
    with under(manager):
        add(manager)
    factories.sign_in(client, manager)
    typed = {"name": "Marl Lane Academy", "kind": "academy", "standing": "relevant"}
    page = client.post(at(manager, "add-organisation"), typed)
    assert "takes part already" in page.content.decode()
    assert 'value="Marl Lane Academy"' in page.content.decode()


def test_a_historic_kind_cannot_be_chosen(client, manager):
    factories.sign_in(client, manager)
    page = client.get(at(manager, "add-organisation")).content.decode()
    assert "Integrated care board" in page
    assert "Clinical commissioning group" not in page


def test_an_organisation_with_seats_cannot_leave(client, manager):
    factories.sign_in(client, manager)
    with under(manager):
        part = part_of(manager)
    typed = {
        "name": "Agency",
        "kind": "academy",
        "standing": "relevant",
        "until-day": 1,
        "until-month": 6,
        "until-year": 2025,
    }
    page = client.post(at(manager, "change-organisation", part=part.pk), typed)
    assert "1 seat is still held here" in page.content.decode()


def test_an_organisation_is_changed_with_one_mark(client, manager):
    factories.sign_in(client, manager)
    with under(manager):
        part = part_of(manager)
    typed = {"name": "New Name", "kind": "academy", "standing": "other"}
    assert client.post(at(manager, "change-organisation", part=part.pk), typed).status_code == 302
    with under(manager):
        assert part_of(manager).organisation.name == "New Name"
        assert Mark.objects.filter(did="changed an organisation").count() == 1


def test_what_came_after_an_organisation_is_kept(client, manager):
    factories.sign_in(client, manager)
    with under(manager):
        part = add(manager, "Old Trust", "nhs-trust")
        after = add(manager, "New Trust", "nhs-trust").organisation
    typed = {
        "name": "Old Trust",
        "kind": "nhs-trust",
        "standing": "relevant",
        "succeeded_by": after.pk,
    }
    address = at(manager, "change-organisation", part=part.pk)
    assert "Enter the day since which" in client.post(address, typed).content.decode()
    ended = {"ended_on-day": 1, "ended_on-month": 4, "ended_on-year": 2025}
    assert client.post(address, typed | ended).status_code == 302
    page = client.get(at(manager, "organisation", part=part.pk)).content.decode()
    assert "New Trust came after it" in page


def test_a_group_cannot_stand_beneath_itself(manager):
    with under(manager):
        top = set_up(manager, "Executive")
        below = set_up(manager, "Sub-group", parent=top)
        with pytest.raises(PermissionDenied, match="beneath itself"):
            groups.change_group(
                top,
                name="Executive",
                kind="executive",
                parent=below,
                purpose="",
                since=None,
                until=None,
                by=manager,
            )


def test_a_shared_group_is_seen_there_and_changed_only_by_its_host(client, manager, neighbour):
    with under(manager):
        panel = set_up(
            manager,
            "Child Death Overview Panel",
            shared_with=[Partnership.objects.get(pk=neighbour.partnership_id)],
        )
    with under(neighbour):
        assert [group.name for group in groups_seen_by(neighbour)] == ["Child Death Overview Panel"]
    factories.sign_in(client, neighbour)
    assert client.get(at(neighbour, "group", group=panel.pk)).status_code == 200
    assert client.get(at(neighbour, "change-group", group=panel.pk)).status_code == 403


def test_each_partnership_gives_its_own_seats_places_in_a_joint_group(manager, neighbour):
    with under(manager):
        other = Partnership.objects.get(pk=neighbour.partnership_id)
        panel = set_up(manager, "Panel", shared_with=[other])
    with under(neighbour):
        seat = Seat.objects.get(pk=neighbour.seat_id)
        groups.add_to_group(panel, seat=seat, position="member", by=neighbour)
        assert GroupSeat.objects.get().partnership_id == neighbour.partnership_id
    with under(manager):
        assert not GroupSeat.objects.exists()


def test_a_group_no_longer_shared_is_gone_from_there(manager, neighbour):
    with under(manager):
        other = Partnership.objects.get(pk=neighbour.partnership_id)
        panel = set_up(manager, "Panel", shared_with=[other])
        groups.change_group(
            panel,
            name="Panel",
            kind="panel",
            parent=None,
            purpose="",
            since=None,
            until=None,
            by=manager,
        )
    with under(neighbour):
        assert not groups_seen_by(neighbour).exists()


def test_a_group_has_one_chair(client, manager):
    colleague = factories.member(
        Role.AGENCY_LEAD, partnership=Partnership.objects.get(pk=manager.partnership_id)
    )
    with under(manager):
        group = set_up(manager, "Executive")
        seat = Seat.objects.get(pk=manager.seat_id)
        groups.add_to_group(group, seat=seat, position="chair", by=manager)
    factories.sign_in(client, manager)
    typed = {"seat": colleague.seat_id, "position": "chair"}
    page = client.post(at(manager, "add-to-group", group=group.pk), typed)
    assert "Ade Okoro chairs this group" in page.content.decode()


def test_a_place_is_given_and_ended(client, manager):
    with under(manager):
        group = set_up(manager, "Executive")
    factories.sign_in(client, manager)
    typed = {"seat": manager.seat_id, "position": "deputy"}
    client.post(at(manager, "add-to-group", group=group.pk), typed)
    page = BeautifulSoup(client.get(at(manager, "group", group=group.pk)).content, "html.parser")
    assert "Deputy chair" in page.main.get_text()
    with under(manager):
        place = GroupSeat.objects.get()
    client.post(at(manager, "take-out-of-group", place=place.pk))
    with under(manager):
        assert not GroupSeat.objects.exists()
        assert Mark.objects.filter(did="ended a place in a group").count() == 1


def test_a_group_is_set_up_by_the_form(client, manager, neighbour):
    factories.sign_in(client, manager)
    typed = {
        "name": "Panel",
        "kind": "panel",
        "shared_with": neighbour.partnership_id,
        "since-day": 1,
        "since-month": 4,
        "since-year": 2024,
    }
    assert client.post(at(manager, "add-group"), typed).status_code == 302
    with under(manager):
        group = Group.objects.get()
        assert group.since == date(2024, 4, 1)
        assert group.shares.count() == 1


def test_the_structure_is_drawn_and_listed(client, manager):
    with under(manager):
        top = set_up(manager, "Executive")
        set_up(manager, "Exploitation", parent=top)
    factories.sign_in(client, manager)
    page = BeautifulSoup(client.get(at(manager, "structure")).content, "html.parser")
    assert page.main.svg
    listed = page.main.select_one("li li a").get_text()
    assert listed == "Exploitation"
    drawn = page.main.svg.get_text(" ")
    assert "Executive" in drawn
    assert "Exploitation" in drawn


@pytest.mark.parametrize("role", [Role.AGENCY_LEAD, Role.SCRUTINEER, Role.BUSINESS_SUPPORT])
def test_others_change_nothing(role):
    someone = factories.member(role)
    with under(someone), pytest.raises(PermissionDenied, match="Only the business manager"):
        set_up(someone, "Executive")
    with under(someone), pytest.raises(PermissionDenied, match="Only the business manager"):
        add(someone)
