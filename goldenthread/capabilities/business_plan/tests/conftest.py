"""A partnership with its business unit, some owners and a plan, and the site as they see it."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.capabilities.business_plan.actions import objectives, plans
from goldenthread.capabilities.business_plan.queries.owners import Named
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Group, GroupSeat, Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories

EXAMPLE = Path(__file__).parents[1] / "worked_example" / "business_plan.csv"


@pytest.fixture
def manager(db, settings):
    settings.DEMONSTRATION = True  # asks for no second factor
    return factories.member(Role.BUSINESS_MANAGER, name="Joan Marsh")


@pytest.fixture
def colleague(manager):
    """Another member of the same partnership."""

    def made(*roles, **fields):
        own = Partnership.objects.get(pk=manager.partnership_id)
        return factories.member(*roles, partnership=own, **fields)

    return made


@pytest.fixture
def plan(manager):
    with under(manager):
        return plans.make_plan(
            title="Plan 2025/27", starts_on=date(2025, 4, 1), ends_on=date(2027, 3, 31), by=manager
        )


@pytest.fixture
def priority(manager, plan):
    with under(manager):
        return plans.add_priority(
            plan=plan, number="1", title="Early support", aim="Help comes soon", by=manager
        )


@pytest.fixture
def owner(colleague):
    return colleague(Role.AGENCY_LEAD, name="Sam Hill")


@pytest.fixture
def objective(manager, priority, owner):
    with under(manager):
        return objectives.add_objective(
            priority=priority,
            number="1.1",
            text="Agree one threshold document",
            owners=[Named(organisation_id=owner.organisation_id)],
            due_on=date(2026, 9, 30),
            due_is_month=True,
            by=manager,
        )


@pytest.fixture
def in_force(manager, plan):
    with under(manager):
        plans.take_step("begin", plan=plan, by=manager)
        plan.refresh_from_db()
    return plan


@pytest.fixture
def chair(colleague):
    """A chair and the group that they chair."""
    seat = colleague(Role.GROUP_CHAIR, name="Ruth Lane")
    with under(seat):
        group = Group.objects.create(
            partnership_id=seat.partnership_id, name="Early Help Sub-Group", kind="sub-group"
        )
        GroupSeat.objects.create(
            partnership_id=seat.partnership_id, group=group, seat_id=seat.seat_id, position="chair"
        )
    return seat, group


class Seen:
    """The site as one member sees it."""

    def __init__(self, client, member):
        self.client, self.member = client, member

    def at(self, page, **kwargs):
        place = {"partnership": self.member.slug, **kwargs}
        return reverse(f"business_plan:{page}", kwargs=place)

    def sign_in(self):
        """Once, so that a count of queries is of the page alone."""
        if getattr(self.client, "who", None) is not self.member:
            factories.sign_in(self.client, self.member)
            self.client.who = self.member

    def ask(self, page, query="", **kwargs):
        self.sign_in()
        return self.client.get(self.at(page, **kwargs) + query)

    def get(self, page, query="", **kwargs):
        answer = self.ask(page, query, **kwargs)
        assert answer.status_code == 200, answer.content.decode()[:3000]
        return BeautifulSoup(answer.content, "html.parser")

    def send(self, page, sent=None, **kwargs):
        self.sign_in()
        filled = {"sent": "yes"} | (sent or {})  # a real form is never empty: it bears its token
        return self.client.post(self.at(page, **kwargs), filled, follow=True)

    def post(self, page, sent=None, **kwargs):
        answer = self.send(page, sent, **kwargs)
        assert answer.status_code == 200, answer.content.decode()[:3000]
        return BeautifulSoup(answer.content, "html.parser")


@pytest.fixture
def site_of(client):
    return lambda member: Seen(client, member)


@pytest.fixture
def here(site_of, manager):
    return site_of(manager)


def words(page) -> str:
    return " ".join(page.find("main").get_text(" ").split())
