"""The navigation shows a member what they may open, and nothing else."""

import pytest

from goldenthread.foundations.people import entrances
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.home import navigation


@pytest.fixture
def for_managers_only(monkeypatch):
    table = {**entrances.page_table(), "people:roles": entrances.seats(Role.BUSINESS_MANAGER)}
    monkeypatch.setattr(entrances, "page_table", lambda: table)
    places = [
        navigation.Place("Roles", "people:roles", ""),
        navigation.Place("Nowhere", "no:such-page", ""),
    ]
    monkeypatch.setattr(navigation, "every_place", lambda: places)


def texts(member) -> list[str]:
    return [item.text for item in navigation.items(member)]


def test_a_member_is_shown_what_their_roles_may_open(db, for_managers_only):
    manager = factories.member(Role.BUSINESS_MANAGER)
    assert texts(manager)[-1] == "Roles"
    assert f"/p/{manager.slug}/" in navigation.items(manager)[-1].href


def test_a_member_is_not_shown_what_would_be_refused(db, for_managers_only):
    shown = texts(factories.member(Role.LAY_MEMBER))
    assert "Roles" not in shown
    assert "Nowhere" not in shown


def test_nobody_signed_in_is_shown_nowhere_to_go():
    assert navigation.items(None) == []


def test_asking_where_a_member_may_go_takes_no_query(db, django_assert_num_queries):
    member = factories.member(Role.BUSINESS_MANAGER)
    with django_assert_num_queries(0):
        assert navigation.items(member)
