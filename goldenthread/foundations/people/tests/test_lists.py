"""Lists: what they hold, how they are narrowed, and that a longer one asks no more of the database."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.models import (
    Group,
    GroupSeat,
    Invitation,
    Participation,
    Person,
    Seat,
)
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.people.tests.counting import statements

pytestmark = pytest.mark.django_db
LISTS = ("directory", "organisations", "groups", "invitations", "structure", "roles", "kinds")
MOST_QUERIES = 12


def fill(manager, start: int, stop: int) -> None:
    """That many organisations, people with seats, groups with a chair, and invitations."""
    here = {"partnership_id": manager.partnership_id}
    with opened(Keys(Door.SIGN_IN, (manager.partnership_id,))):
        for n in range(start, stop):
            organisation = factories.OrganisationFactory(name=f"School {n:03}", kind="academy")
            Participation.objects.create(**here, organisation=organisation)
            person = Person.objects.create(email=f"p{n}@school.example", name=f"Person {n:03}")
            seat = Seat.objects.create(
                **here,
                organisation=organisation,
                person=person,
                roles=["agency lead"],
                since=date(2025, 1, 1),
            )
            group = Group.objects.create(**here, name=f"Group {n:03}", kind="sub-group")
            GroupSeat.objects.create(**here, group=group, seat=seat, position="chair")
            Invitation.objects.create(
                **here,
                organisation=organisation,
                email=f"i{n}@school.example",
                name=f"Invited {n}",
                roles=["contributor"],
                invited_by_id=manager.seat_id,
                fingerprint=f"{n}",
                expires_at="2099-01-01T00:00Z",
            )


def page_of(client, manager, name, asked=""):
    address = reverse(f"people:{name}", kwargs={"partnership": manager.slug})
    response = client.get(address + asked)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def queries(client, manager, name) -> int:
    page_of(client, manager, name)  # the first visit may fill caches
    return len(statements(lambda: page_of(client, manager, name)))


def test_lists_ask_as_much_of_the_database_at_20_rows_as_at_200(client, manager):
    factories.sign_in(client, manager)
    fill(manager, 0, 20)
    few = {name: queries(client, manager, name) for name in LISTS}
    fill(manager, 20, 200)
    many = {name: queries(client, manager, name) for name in LISTS}
    assert many == few
    assert max(many.values()) <= MOST_QUERIES, many


def names_in(soup) -> list[str]:
    return [cell.a.get_text(strip=True) for cell in soup.select("tbody th") if cell.a]


def test_the_directory_is_searched_and_sorted_by_its_address(client, manager):
    factories.sign_in(client, manager)
    fill(manager, 0, 3)
    asked = "?text=school.example&sort=-name&seats=now"
    assert names_in(page_of(client, manager, "directory", asked)) == [
        "Person 002",
        "Person 001",
        "Person 000",
    ]


def test_the_directory_is_narrowed_by_role(client, manager):
    factories.sign_in(client, manager)
    fill(manager, 0, 2)
    asked = "?role=business+manager&seats=now"
    assert names_in(page_of(client, manager, "directory", asked)) == ["Ade Okoro"]


def test_ended_seats_are_out_of_sight_until_asked_for(client, manager):
    factories.sign_in(client, manager)
    fill(manager, 0, 2)
    with opened(manager.keys):
        Seat.objects.filter(person__name="Person 000").update(until=date(2025, 5, 1))
    assert "Person 000" not in names_in(page_of(client, manager, "directory"))
    assert names_in(page_of(client, manager, "directory", "?seats=past")) == ["Person 000"]


def test_organisations_are_narrowed_by_sector(client, manager):
    factories.sign_in(client, manager)
    fill(manager, 0, 2)
    asked = "?sector=Education+and+childcare&takes-part=now"
    assert names_in(page_of(client, manager, "organisations", asked)) == [
        "School 000",
        "School 001",
    ]


def test_a_list_of_another_partnership_is_not_here(client, manager):
    factories.sign_in(client, manager)
    fill(factories.member(Role.BUSINESS_MANAGER), 0, 3)
    for name in ("directory", "organisations", "groups", "invitations"):
        assert "Person 00" not in page_of(client, manager, name).main.get_text()
        assert "School 00" not in page_of(client, manager, name).main.get_text()


def test_the_roles_page_says_who_holds_what_and_what_it_opens(client, manager):
    factories.sign_in(client, manager)
    page = page_of(client, manager, "roles")
    sections = {
        s.h2.get_text(strip=True): s.get_text(" ") for s in page.select("section[aria-labelledby]")
    }
    assert set(sections) == {role.value.capitalize() for role in Role}
    assert "Ade Okoro" in sections["Business manager"]
    assert "Change seat" in sections["Business manager"]
    assert "Nobody holds this role" in sections["Young advisor"]
    assert "Change seat" not in sections["Young advisor"]
