"""A partnership may give its people fewer minutes than the installation does, and never more."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.models import Partnership, Person, Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.sign_in.tests import people
from goldenthread.foundations.sign_in.tests.people import is_signed_in, sign_in
from goldenthread.foundations.sign_in.tests.test_idle import away


@pytest.fixture
def ade(committed):
    return people.someone(Role.BUSINESS_MANAGER)


def page(member) -> str:
    return reverse("sign_in:away", kwargs={"partnership": member.slug})


def allow(partnership_id: int, minutes: int | None) -> None:
    with opened(Keys(Door.MACHINE, (partnership_id,))):
        Partnership.objects.filter(pk=partnership_id).update(idle_minutes=minutes)


def test_the_business_manager_sets_fewer_minutes_and_they_hold(client, ade, owner):
    sign_in(client)
    assert client.post(page(ade), {"minutes": "6"}).status_code == 302
    assert people.marks(owner)[-1][1] == "set how long one may be away"
    away(client, 1)
    assert is_signed_in(client)  # opening this page, the session learns of it
    away(client, 5)
    assert is_signed_in(client)
    away(client, 7)
    assert not is_signed_in(client)


def test_whoever_signs_in_is_held_to_it_at_once(client, ade):
    allow(ade.partnership_id, 6)
    sign_in(client)
    away(client, 7)
    assert not is_signed_in(client)


def test_the_page_asks_in_time_whether_one_is_still_there(client, ade):
    allow(ade.partnership_id, 6)
    sign_in(client)
    shown = BeautifulSoup(client.get(reverse("inbox")).content, "html.parser")
    assert shown.find("dialog")["data-minutes"] == "6"


def test_with_several_seats_the_fewest_minutes_hold_and_an_ended_seat_counts_no_more(client, ade):
    elsewhere = factories.member(email="elsewhere@example.org")
    allow(elsewhere.partnership_id, 5)
    with opened(Keys(Door.SIGN_IN)):
        person = Person.objects.get(pk=ade.person_id)
    with opened(Keys(Door.MACHINE, (elsewhere.partnership_id,))):
        Seat.objects.filter(pk=elsewhere.seat_id).update(person=person)
    sign_in(client)
    away(client, 6)
    assert not is_signed_in(client)
    with opened(Keys(Door.MACHINE, (elsewhere.partnership_id,))):
        Seat.objects.filter(pk=elsewhere.seat_id).update(until="2026-01-01")
    sign_in(client)
    away(client, 6)
    assert is_signed_in(client)


def test_nobody_gets_more_than_the_installation_allows(client, ade, settings):
    allow(ade.partnership_id, 600)
    sign_in(client)
    away(client, 21)
    assert not is_signed_in(client)


@pytest.mark.parametrize("typed", ["4", "21", "-1", "six", "6.5"])
def test_a_number_that_cannot_be_is_refused_in_words(client, ade, owner, typed):
    sign_in(client)
    shown = BeautifulSoup(client.post(page(ade), {"minutes": typed}).content, "html.parser")
    assert shown.find(class_="govuk-error-summary").text
    assert owner.execute("SELECT idle_minutes FROM people_partnership").fetchone() == (None,)


def test_left_empty_the_installations_own_limit_holds_again(client, ade, owner):
    allow(ade.partnership_id, 6)
    sign_in(client)
    client.post(page(ade), {"minutes": ""})
    assert owner.execute("SELECT idle_minutes FROM people_partnership").fetchone() == (None,)
