"""The pages on which a partnership decides how its people sign in, on a wide and on a narrow screen."""

import pytest

from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.sign_in.tests.test_ways import enter
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_its_pages_are_open_to_everyone(browser, site_address, client, committed, size):
    admin = factories.member(Role.SYSTEM_ADMINISTRATOR, Role.BUSINESS_MANAGER)
    assert enter(client, admin).status_code == 302
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    with opened(browser, size) as window:
        page, faults = window.page, []
        page.context.add_cookies([{**session, "url": site_address}])
        for part in ("", "away/", "organisations/new/"):
            page.goto(f"{site_address}/p/{admin.slug}/sign_in/{part}")
            assert page.locator("h1").count() == 1
            faults += accessibility_faults(page)
            assert not sticks_out(page), part or "the list"
        assert faults == []
        assert window.complaints == []
