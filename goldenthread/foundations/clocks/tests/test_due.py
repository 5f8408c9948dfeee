from datetime import date

import pytest

from goldenthread.foundations.clocks import actions, queries
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories


@pytest.fixture
def manager(db):
    return factories.member(Role.BUSINESS_MANAGER)


def say(about, by, **whom):
    actions.set_due(
        about,
        title="Update an action",
        due_on=date(2026, 3, 1),
        page="inbox",
        partnership_id=by.partnership_id,
        by=by,
        **whom,
    )


def waiting(member):
    seats = Seat.objects.filter(pk=member.seat_id)
    return [due.about for due in queries.due_for(seats)]


def test_what_is_due_waits_for_the_seat_the_role_or_the_organisation(manager):
    with under(manager):
        say("a:1", manager, seat_id=manager.seat_id)
        say("a:2", manager, roles=[Role.BUSINESS_MANAGER])
        say("a:3", manager, roles=[Role.SCRUTINEER])
        say("a:4", manager, organisation_id=manager.organisation_id)
        say("a:5", manager, organisation_id=manager.organisation_id, roles=[Role.SCRUTINEER])
        assert waiting(manager) == ["a:1", "a:2", "a:4"]


def test_saying_it_again_moves_it(manager):
    with under(manager):
        say("a:1", manager, roles=[Role.BUSINESS_MANAGER])
        say("a:1", manager, roles=[Role.SCRUTINEER])
        assert waiting(manager) == []


def test_what_is_settled_waits_no_more_and_may_be_due_again(manager):
    with under(manager):
        say("a:1", manager, seat_id=manager.seat_id)
        actions.settle("a:1", by=manager)
        assert waiting(manager) == []
        say("a:1", manager, seat_id=manager.seat_id)
        assert waiting(manager) == ["a:1"]
