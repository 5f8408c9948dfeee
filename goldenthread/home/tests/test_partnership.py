"""The front page of a partnership: what waits, how things stand, and where to go."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions as thread
from goldenthread.foundations.thread.rules.kinds import TestMethod, TestResult
from goldenthread.foundations.thread.tests import making


def act(by, text: str, days: int):
    with under(by):
        thread.record_action(
            text=text,
            recommendation=None,
            due_on=today() + timedelta(days=days),
            owner_seat_id=by.seat_id,
            by=by,
        )


def front(client, member):
    response = factories.sign_in(client, member).get(f"/p/{member.slug}/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_it_says_at_a_glance_what_is_late_and_leads_to_it(client, manager):
    act(manager, "Brief the school nurses", -4)
    red = front(client, manager).select_one(".gt-tile:has(a[href*='rating=red'])")
    assert red.select_one(".gt-tile__number").text.strip() == "1"
    assert red.a["href"] == f"/p/{manager.slug}/thread/?rating=red"


def test_what_waits_says_what_it_is_about_and_not_only_its_number(client, manager):
    act(manager, "Brief the school nurses", -4)
    row = front(client, manager).select_one("tbody tr").text
    assert "Brief the school nurses" in row
    assert "4 days late" in row


def test_it_asks_the_same_number_of_queries_at_any_length(
    client, manager, django_assert_max_num_queries
):
    for number in range(8):
        act(manager, f"Brief group {number}", number)
    factories.sign_in(client, manager)
    with django_assert_max_num_queries(25):
        page = client.get(f"/p/{manager.slug}/")
    assert "See everything in your inbox" in page.content.decode()


def test_a_practitioner_is_shown_no_number_that_they_may_not_open(client, manager):
    act(manager, "Brief the school nurses", -4)
    someone = factories.member(
        Role.PRACTITIONER, partnership=Partnership.objects.get(pk=manager.partnership_id)
    )
    page = front(client, someone)
    assert page.select(".gt-tile") == []
    assert page.select_one("[role=search]") is None


@pytest.mark.parametrize("role", [Role.YOUNG_ADVISOR, Role.PRACTITIONER])
def test_who_does_not_read_the_thread_sees_what_changed_and_whom_to_ask(client, manager, role):
    own = Partnership.objects.get(pk=manager.partnership_id)
    owner = making.colleague(manager, Role.AGENCY_LEAD)
    tested = making.evidence_seen(manager, owner, text="Ask children what they want")
    with under(manager):
        thread.record_test(
            recommendation=tested,
            method=TestMethod.CHILDREN,
            tested_on=today(),
            result=TestResult.PASSED,
            seen="Six children said so",
            by=manager,
        )
    page = front(client, factories.member(role, partnership=own)).get_text(" ")
    assert "They said that practice had changed for 1." in page
    assert manager.name in page
    assert "Ask children what they want" not in page
    assert "Six children said so" not in page


def test_who_reads_the_tracker_is_not_shown_it_twice(client, manager):
    assert "Who to ask" not in front(client, manager).get_text(" ")
