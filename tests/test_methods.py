"""Pages are read and forms are sent: no other method reaches a view, at any address."""

import pytest

from goldenthread.foundations.people import gate
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from tests.pages import every_page

NEVER = ("PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "CONNECT", "PROPFIND")


@pytest.fixture
def manager(client, db):
    someone = factories.member(Role.BUSINESS_MANAGER)
    factories.sign_in(client, someone)
    return someone


@pytest.fixture
def no_view_is_called(monkeypatch):
    def called(*_):
        raise AssertionError("a view was reached")

    monkeypatch.setattr(gate.Gate, "process_view", called)


@pytest.mark.parametrize("method", NEVER)
def test_no_other_method_reaches_any_page(client, manager, no_view_is_called, method):
    pages = every_page()
    assert len(pages) > 100, "the search for pages found too few"
    answers = {p.name: client.generic(method, p.address(manager.slug)).status_code for p in pages}
    assert {name for name, status in answers.items() if status != 405} == set()


def test_a_view_is_reached_by_those_that_are_allowed(client, manager, no_view_is_called):
    for method in ("GET", "HEAD", "POST"):
        with pytest.raises(AssertionError, match="a view was reached"):
            client.generic(method, f"/p/{manager.slug}/")


def test_the_refusal_is_a_plain_page_that_says_what_is_allowed(client, db):
    answer = client.delete("/account/sign-in/")
    assert answer["Allow"] == "GET, HEAD, POST"
    assert "Nothing was changed." in answer.content.decode()
    assert answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store, private"
