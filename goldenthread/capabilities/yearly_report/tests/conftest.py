"""Whoever makes the report, and one that is begun with nothing from the record in it."""

import pytest

from goldenthread.capabilities.yearly_report import drafting
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories


@pytest.fixture
def manager(db):
    return factories.member(Role.BUSINESS_MANAGER, name="Ade Okoro")


@pytest.fixture
def report(manager):
    with under(manager):
        return drafting.begin(
            title="Yearly report",
            period="2025/26",
            edition="WT 2026",
            from_record=False,
            by=manager,
        )
