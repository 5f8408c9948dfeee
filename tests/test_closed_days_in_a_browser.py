"""The page of closed days, as a business manager uses it, on a wide and on a narrow screen."""

from datetime import date

import pytest

from goldenthread.foundations.clocks import closing
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def inside(client, committed, settings):
    """A manager whose partnership is closed for some days, and the cookie of their session."""
    settings.SECOND_FACTOR_REQUIRED = False
    manager = factories.member(Role.BUSINESS_MANAGER)
    with under(manager):
        closing.close(
            first_day=date(2026, 12, 29),
            last_day=date(2026, 12, 31),
            reason="Offices closed after Christmas",
            by=manager,
        )
    factories.sign_in(client, manager)
    return manager.slug, client.cookies["sessionid"].value


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_date_is_worked_out_and_the_page_is_open_to_everyone(browser, site_address, inside, size):
    slug, session = inside
    with opened(browser, size) as window:
        page = window.page
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": site_address}])
        page.goto(f"{site_address}/p/{slug}/clocks/closed-days/new/")
        faults = accessibility_faults(page)
        assert not sticks_out(page)
        page.goto(f"{site_address}/p/{slug}/clocks/closed-days/")
        page.get_by_label("How many working days").fill("5")
        for part, typed in (("Day", "24"), ("Month", "12"), ("Year", "2026")):
            page.get_by_label(part, exact=True).fill(typed)
        with page.expect_navigation():
            page.get_by_role("button", name="Work out the date").click()
        assert "8 January 2027" in page.inner_text(".govuk-inset-text")
        faults += accessibility_faults(page)
        assert not sticks_out(page)
        assert faults == []
        assert window.complaints == []
