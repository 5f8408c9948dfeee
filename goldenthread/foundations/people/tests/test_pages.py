"""The pages of people as someone sees them."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Group, Participation, Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories

pytestmark = pytest.mark.django_db
PLAIN_PAGES = (
    "directory",
    "organisations",
    "kinds",
    "groups",
    "structure",
    "roles",
    "invitations",
    "invite",
    "add-organisation",
    "add-group",
)


def at(member, page, **kwargs):
    return reverse(f"people:{page}", kwargs={"partnership": member.slug, **kwargs})


def see(client, member, page, **kwargs):
    response = factories.sign_in(client, member).get(at(member, page, **kwargs))
    return response, BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("page", PLAIN_PAGES)
def test_every_page_opens_for_the_business_manager(client, manager, page):
    response, soup = see(client, manager, page)
    assert response.status_code == 200
    assert soup.h1.get_text(strip=True)


@pytest.mark.parametrize("page", ["seat", "change-seat"])
def test_pages_of_a_seat_open(client, manager, page):
    response, soup = see(client, manager, page, seat=manager.seat_id)
    assert response.status_code == 200
    assert "Ade Okoro" in soup.h1.get_text()


@pytest.mark.parametrize("page", ["end-seat", "hand-over-seat"])
def test_leaving_pages_open_for_a_colleagues_seat(client, manager, page):
    with under(manager):
        partnership = Seat.objects.get(pk=manager.seat_id).partnership
    colleague = factories.member(Role.AGENCY_LEAD, partnership=partnership, name="Bea Ferris")
    with under(manager):
        Seat.objects.filter(pk=colleague.seat_id).update(mailbox="dsl@school.example")
    response, soup = see(client, manager, page, seat=colleague.seat_id)
    assert response.status_code == 200
    assert "Bea Ferris" in soup.h1.get_text()


def test_pages_of_an_organisation_and_a_group_open(client, manager):
    with under(manager):
        part = Participation.objects.get(partnership_id=manager.partnership_id)
        group = Group.objects.create(
            partnership_id=manager.partnership_id, name="Executive", kind="executive"
        )
    for page, kwargs in (
        ("organisation", {"part": part.pk}),
        ("change-organisation", {"part": part.pk}),
        ("group", {"group": group.pk}),
        ("change-group", {"group": group.pk}),
        ("add-to-group", {"group": group.pk}),
        ("structure", {}),
    ):
        response, _ = see(client, manager, page, **kwargs)
        assert response.status_code == 200, page


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.PRACTITIONER, Role.YOUNG_ADVISOR])
def test_those_not_at_the_table_do_not_see_the_directory(client, role):
    someone = factories.member(role)
    response, _ = see(client, someone, "directory")
    assert response.status_code == 403


@pytest.mark.parametrize("role", [Role.LAY_MEMBER, Role.AGENCY_LEAD])
def test_a_reader_sees_no_buttons_that_would_be_refused(client, role):
    reader = factories.member(role)
    response, soup = see(client, reader, "directory")
    assert response.status_code == 200
    assert "Invite someone" not in soup.get_text()
    assert factories.sign_in(client, reader).get(at(reader, "invite")).status_code == 403
