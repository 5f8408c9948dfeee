import pytest

from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories


@pytest.fixture
def manager(db):
    return factories.member(Role.BUSINESS_MANAGER, name="Ade Okoro")
