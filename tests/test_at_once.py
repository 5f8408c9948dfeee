"""Two at the same moment, in real transactions: it happens once, and the other is told in words."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client

from goldenthread.capabilities.business_plan.actions import balloting
from goldenthread.capabilities.business_plan.actions import importing as plan_files
from goldenthread.capabilities.business_plan.models import Objective, Paper, Plan, Voter
from goldenthread.capabilities.dataset import actions as figures
from goldenthread.capabilities.dataset.tests.conftest import EXAMPLE
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.clocks import closing
from goldenthread.foundations.clocks.models import Closure, Due
from goldenthread.foundations.measures.models import FigureImport, Observation
from goldenthread.foundations.people import tasks
from goldenthread.foundations.people.actions import invitations, make_link, seats, use_up
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import (
    Holding,
    Invitation,
    Link,
    Organisation,
    Partnership,
    Person,
    Seat,
)
from goldenthread.foundations.people.queries.links import guest_behind
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.people.tests.at_once import both
from goldenthread.foundations.trail.models import Mark

PLAN = b"Priority,Objective number,Objective\n1 Neglect,1.1,Train the trainers\n"
NEW_PASSWORD = "heron on a wet wall"  # noqa: S105


@pytest.fixture
def manager(committed):
    return factories.member(Role.BUSINESS_MANAGER)


def colleague(manager, *roles):
    with under(manager):
        here = Partnership.objects.get(pk=manager.partnership_id)
    return factories.member(*roles, partnership=here)


def doing(member, act):
    """The same thing as one deed of this member's, in a transaction of its own."""

    def deed():
        with under(member):
            act()

    return deed


def marks(member, did: str) -> int:
    with under(member):
        return Mark.objects.filter(did=did).count()


def invited(manager, email="noor@agency.example") -> str:
    """The path in the e-mail of an invitation."""
    with under(manager):
        made = invitations.invite(
            email=email,
            name="Noor Whitham",
            organisation=Organisation.objects.get(pk=manager.organisation_id),
            roles=["agency lead"],
            by=manager,
        )
    tasks.send_invitation(partnership=made.partnership_id, invitation=made.pk)
    return re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)[1]


def test_an_invitation_sent_back_twice_makes_one_account_and_one_seat(manager):
    path = invited(manager)
    typed = {"name": "Noor Whitham", "password": NEW_PASSWORD, "again": NEW_PASSWORD}
    answers = []
    assert both(*[lambda: answers.append(Client().post(path, typed).status_code)] * 2) == []
    assert answers.count(302) == 1
    assert set(answers) <= {200, 302, 404}
    with under(manager):
        assert Seat.objects.filter(person__email="noor@agency.example").count() == 1
        assert Person.objects.filter(email="noor@agency.example").count() == 1
    assert marks(manager, "accepted an invitation") == 1


def test_an_invitation_accepted_twice_by_one_who_is_known_gives_one_seat(manager):
    known = factories.member(email="noor@agency.example")
    token = invited(manager).rstrip("/").rsplit("/", 1)[-1]
    with under(known):
        person = Person.objects.get(pk=known.person_id)
    accept = doing(known, lambda: invitations.accept_invitation(token, person))
    assert len(both(accept, accept)) == 1
    with under(manager):
        assert Seat.objects.filter(person=person).count() == 1
        assert Holding.objects.filter(person=person).count() == 1
        assert Invitation.objects.get().accepted_by_id == person.pk


def test_a_seat_is_ended_once(manager):
    lead = colleague(manager, Role.AGENCY_LEAD)
    with under(manager):
        seat = Seat.objects.get(pk=lead.seat_id)

    def end():
        seats.end_seat(seat, on=today(), because="Left", successor=None, by=manager)

    assert both(*[doing(manager, end)] * 2) == ["This seat has already ended."]
    assert marks(manager, "ended a seat") == 1


def test_two_managers_cannot_end_each_others_seats_and_leave_nobody(manager):
    other = colleague(manager, Role.BUSINESS_MANAGER)

    def end(by, whose):
        with under(by):
            seat = Seat.objects.get(pk=whose.seat_id)
        return doing(
            by, lambda: seats.end_seat(seat, on=today(), because="Left", successor=None, by=by)
        )

    (refused,) = both(end(manager, other), end(other, manager))
    assert "only business manager" in refused
    with under(manager):
        assert Seat.objects.filter(until=None).count() == 1


def test_a_plans_file_is_brought_in_once(manager):
    with under(manager):
        file = plan_files.receive(
            name="plan.csv",
            content=PLAN,
            plan=None,
            title="Plan 2026",
            starts_on=date(2026, 4, 1),
            ends_on=date(2027, 3, 31),
            by=manager,
        )
    confirm = doing(manager, lambda: plan_files.keep(incoming=file, by=manager))
    (refused,) = both(confirm, confirm)
    assert "brought in or put aside already" in refused
    with under(manager):
        assert (Plan.objects.count(), Objective.objects.count()) == (1, 1)


def test_a_file_of_figures_is_brought_in_once(manager):
    analyst = colleague(manager, Role.DATA_ANALYST)
    with under(analyst):
        file = figures.receive(
            name="groups.csv",
            content=(EXAMPLE / "groups.csv").read_bytes(),
            period="",
            source_title="",
            by=analyst,
        )
    confirm = doing(analyst, lambda: figures.keep(file, by=analyst))
    (refused,) = both(confirm, confirm)
    assert "brought in or put aside already" in refused
    with under(analyst):
        assert (FigureImport.objects.count(), Observation.objects.count()) == (1, 8)


@pytest.fixture
def ballot(manager):
    with under(manager):
        return balloting.open_ballot(
            title="Worries",
            areas=["Neglect", "Exploitation"],
            wanted=1,
            closes_on=today() + timedelta(days=7),
            by=manager,
        )


def test_a_member_votes_once(manager, ballot):
    lead = colleague(manager, Role.AGENCY_LEAD)
    with under(lead):
        ranks = {area.pk: place for place, area in enumerate(ballot.areas.all(), start=1)}
    vote = doing(lead, lambda: balloting.vote(ballot=ballot, ranks=ranks, by=lead))
    assert len(both(vote, vote)) == 1
    with under(manager):
        assert (Voter.objects.count(), Paper.objects.count()) == (1, 1)


def test_a_ballot_is_closed_once_and_makes_one_plan(manager, ballot):
    close = doing(manager, lambda: balloting.close(ballot=ballot, by=manager))
    assert both(close, close) == ["The ballot is closed already"]
    with under(manager):
        chosen = [area.pk for area in ballot.areas.all()]

    def make():
        ends = date(2029, 3, 31)
        balloting.make_plan_of(
            ballot=ballot, areas=chosen, title="Plan", starts_on=today(), ends_on=ends, by=manager
        )

    assert len(both(*[doing(manager, make)] * 2)) == 1
    with under(manager):
        assert Plan.objects.get().priorities.count() == 2


def due(manager):
    clocks.set_due(
        "a:1",
        title="Look at it",
        due_on=today(),
        page="inbox",
        partnership_id=manager.partnership_id,
        by=manager,
    )


def test_what_is_due_is_written_once_and_settled_once(manager):
    assert both(*[doing(manager, lambda: due(manager))] * 2) == []
    with under(manager):
        assert Due.objects.count() == 1
    assert both(*[doing(manager, lambda: clocks.settle("a:1", by=manager))] * 2) == []
    with under(manager):
        assert Due.objects.get().settled_at is not None


def test_what_is_settled_and_put_back_at_once_is_never_there_twice(manager):
    with under(manager):
        due(manager)
    settle = doing(manager, lambda: clocks.settle("a:1", by=manager))
    assert both(settle, doing(manager, lambda: due(manager)), settle) == []
    with under(manager):
        assert Due.objects.filter(settled_at=None).count() <= 1


def test_a_link_is_used_once(manager):
    with under(manager):
        path = make_link("update an action", "thread.asking:1", "jo@x.example", "Jo", manager)
        guest, _ = guest_behind(path.rstrip("/").rsplit("/", 1)[-1])
    use = doing(guest, lambda: use_up(guest))
    assert both(use, use) == ["This link has already been used."]
    with under(manager):
        assert Link.objects.get().used_at
    assert marks(manager, "used a single-use link") == 1


def test_a_closed_day_is_taken_out_once(manager):
    with under(manager):
        shut = closing.close(first_day=today(), last_day=today(), reason="Snow", by=manager)
    again = doing(manager, lambda: closing.open_again(shut, by=manager))
    assert both(again, again) == ["This was taken out already."]
    with under(manager):
        assert not Closure.objects.exists()
    assert marks(manager, "opened the partnership again") == 1
