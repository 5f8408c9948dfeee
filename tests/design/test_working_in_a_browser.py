"""What the pages do in a real browser: by keyboard, by mouse, and when something is wrong."""

import gzip
import re

import pytest

from goldenthread.foundations.design.navigation import Item
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")
CAPABILITIES = "Business plan;Self-assessment;Audits;Reviews;Child deaths;Training;Meetings;Scrutiny;Voice;Yearly report"
FIRST_VISIT_AT_MOST = 120_000


def many_places(member) -> list[Item]:
    return [Item(name, f"/p/{n}/") for n, name in enumerate(CAPABILITIES.split(";"))]


@pytest.fixture
def signed_in(site_address, client):
    someone = factories.member(
        Role.BUSINESS_MANAGER,
        name="Joan Marsh",
        organisation=factories.OrganisationFactory(name="Northmoor Integrated Care Board"),
    )
    factories.sign_in(client, someone)
    cookie = client.cookies["sessionid"].value
    return [{"name": "sessionid", "value": cookie, "url": site_address}]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_page_with_errors_leads_to_each_of_them(browser, site_address, size):
    with opened(browser, size) as window:
        page = window.page
        page.goto(site_address + "/design/form/")
        page.fill("#id_due-day", "31")
        page.fill("#id_due-month", "2")
        page.fill("#id_due-year", "2027")
        with page.expect_navigation():
            page.click("button:has-text('Plan the audit')")
        assert page.title().startswith("Error: Plan an audit")
        page.locator(".govuk-error-summary:focus").wait_for()
        page.click(".govuk-error-summary a:has-text('real date')")
        page.locator("#id_due-day:focus").wait_for()
        assert page.input_value("#id_due-year") == "2027"
        assert accessibility_faults(page) == []
        assert not sticks_out(page)
        assert window.complaints == []


def test_a_choice_brings_out_its_question_and_a_long_list_is_searched(browser, site_address):
    with opened(browser) as window:
        page = window.page
        page.goto(site_address + "/design/form/")
        assert not page.is_visible("#id_kind_in_words")
        page.check("#id_kind-3")
        assert page.is_visible("#id_kind_in_words")
        page.fill("#id_lead", "hosp")
        page.click("li:has-text('Eastvale Hospitals')")
        assert page.input_value("#id_lead-select") == "Eastvale Hospitals"
        assert accessibility_faults(page) == []
        assert window.complaints == []


def test_without_a_script_every_question_can_be_answered(browser, site_address):
    with opened(browser, script=False) as window:
        page = window.page
        page.goto(site_address + "/design/form/")
        assert page.is_visible("#id_kind_in_words")
        page.select_option("#id_lead", "Northmoor Police")
        with page.expect_navigation():
            page.click("button:has-text('Plan the audit')")
        assert page.input_value("#id_lead") == "Northmoor Police"
        assert page.is_visible(".govuk-error-summary")


def test_the_menu_of_what_does_not_fit_opens_and_closes_by_keyboard(
    browser, site_address, signed_in, settings
):
    settings.NAVIGATION = f"{__name__}.many_places"
    with opened(browser) as window:
        page = window.page
        page.context.add_cookies(signed_in)
        page.goto(site_address + "/")
        page.focus(".gt-more__summary")
        page.keyboard.press("Enter")
        assert page.is_visible(".gt-more a:has-text('Yearly report')")
        assert accessibility_faults(page) == []
        page.keyboard.press("Escape")
        assert not page.is_visible(".gt-more a:has-text('Yearly report')")
        assert window.complaints == []


def test_signed_in_the_narrowest_page_fits_and_says_who_one_is(
    browser, site_address, signed_in, settings
):
    settings.NAVIGATION, settings.DEMONSTRATION = f"{__name__}.many_places", True
    with opened(browser, NARROW) as window:
        window.page.context.add_cookies(signed_in)
        window.page.goto(site_address + "/")
        assert "Joan Marsh" in window.page.inner_text(".gt-account")
        window.page.click("button:has-text('Menu')")
        assert accessibility_faults(window.page) == []
        assert not sticks_out(window.page)


@pytest.mark.parametrize("colours", ["active", "none"])
def test_a_page_holds_at_twice_the_size_and_in_forced_colours(browser, site_address, colours):
    half = {"width": 640, "height": 450}
    with opened(browser, half, device_scale_factor=2, forced_colors=colours) as window:
        window.page.goto(site_address + "/design/")
        assert not sticks_out(window.page)
        shown = window.page.locator(".gt-status__shape").first.bounding_box()
        assert shown["width"] >= 10


def test_the_navigation_and_buttons_are_not_printed(browser, site_address):
    with opened(browser) as window:
        window.page.goto(site_address + "/design/")
        window.page.emulate_media(media="print")
        assert not window.page.is_visible(".gt-filters")
        assert not window.page.is_visible(".gt-footer")
        assert window.page.is_visible(".govuk-table >> nth=0")


def test_a_table_too_wide_for_the_page_is_reached_by_keyboard(browser, site_address):
    with opened(browser, NARROW) as window:
        window.page.goto(site_address + "/design/")
        wide = "[...document.querySelectorAll('.gt-scroll')].filter(e => e.scrollWidth > e.clientWidth)"
        assert window.page.evaluate(f"{wide}.length") > 0
        assert window.page.evaluate(f"{wide}.every(e => e.tabIndex === 0)")


def test_a_first_visit_weighs_little(browser, site_address):
    """As it is served in earnest: compressed. Whatever the page fetches is counted."""
    weights: dict[str, int] = {}
    with opened(browser) as window:
        window.page.on(
            "response",
            lambda answer: weights.update({answer.url: len(gzip.compress(answer.body()))}),
        )
        window.page.goto(site_address + "/design/form/", wait_until="networkidle")
    assert len([url for url in weights if re.search(r"\.(css|js)$", url)]) >= 5
    assert sum(weights.values()) < FIRST_VISIT_AT_MOST
