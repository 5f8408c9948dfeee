"""What one reads where one may not go, and the way out from there."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories

ASK = "ask your partnership’s business manager"


@pytest.fixture(autouse=True)
def no_second_factor(db, settings):
    settings.DEMONSTRATION = True  # asks for no second factor


def refused(client, role: Role, page: str) -> BeautifulSoup:
    member = factories.member(role)
    factories.sign_in(client, member)
    answer = client.get(reverse(page, args=[member.slug]))
    assert answer.status_code == 403
    return BeautifulSoup(answer.content, "html.parser")


def test_a_closed_page_names_the_roles_that_may_open_it(client):
    said = refused(client, Role.PRACTITIONER, "trail").get_text(" ")
    assert "Your seat holds practitioner." in said
    assert "business manager, independent scrutineer, system administrator" in said
    assert ASK in said


def test_a_business_manager_is_not_told_to_ask_the_business_manager(client):
    said = refused(client, Role.BUSINESS_MANAGER, "system").get_text(" ")
    assert "This page is for: system administrator." in said
    assert ASK not in said


def test_from_a_refusal_and_from_a_missing_page_one_can_sign_out_and_go_home(client):
    here = refused(client, Role.PRACTITIONER, "trail")
    missing = BeautifulSoup(client.get("/no/such/page/").content, "html.parser")
    for page in (here, missing):
        ways = {a["href"] for a in page.select(".gt-header a")}
        assert {"/", reverse("account_logout")} <= ways


def test_who_has_not_signed_in_is_offered_to(client):
    page = BeautifulSoup(client.get("/no/such/page/").content, "html.parser")
    ways = {a["href"] for a in page.select(".gt-header a")}
    assert reverse("account_login") in ways
    assert reverse("account_logout") not in ways
