"""The two people of most tests: who runs the partnership's business, and who leads for one agency."""

import pytest

from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread.tests import making


@pytest.fixture
def manager(db):
    return factories.member(Role.BUSINESS_MANAGER)


@pytest.fixture
def lead(manager):
    return making.colleague(manager, Role.AGENCY_LEAD, name="Bea Lin")
