import pytest

from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories


@pytest.fixture
def manager(settings):
    """Asked for no second factor, as in the demonstration."""
    settings.SECOND_FACTOR_REQUIRED = False
    settings.DEMONSTRATION = True
    return factories.member(Role.BUSINESS_MANAGER, name="Ade Okoro")
