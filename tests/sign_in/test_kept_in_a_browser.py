"""What is typed outlives the session: by a script, by a button, and by the form that is sent too late."""

import pytest
from django.urls import reverse

from goldenthread.foundations.people import entrances
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.sign_in.tests import people
from tests.browsing import accessibility_faults, opened
from tests.sign_in import trial
from tests.sign_in.test_in_a_browser import EMAIL, sign_in

pytestmark = pytest.mark.xdist_group("browser")
WORDS = "The family had moved twice that year."


@pytest.fixture
def door(site_address, settings, monkeypatch):
    people.someone(email=EMAIL)
    table = {**entrances.page_table(), **trial.PAGES}
    monkeypatch.setattr(entrances, "page_table", lambda: table)
    monkeypatch.setattr(trial.trial, "received", [])
    settings.ROOT_URLCONF = "tests.sign_in.trial"
    return site_address


def let_time_pass(owner) -> None:
    """As if the session had been left alone: the server's clock reads what the session says."""
    from goldenthread.foundations.sign_in.sealed_sessions import SessionStore

    for (key,) in owner.execute("SELECT session_key FROM django_session").fetchall():
        session = SessionStore(key)
        session["seen"] = session.get("seen", 0) - 21 * 60
        session.save()


def test_a_script_keeps_what_is_typed_and_the_page_opens_with_it(browser, door):
    with opened(browser) as window:
        page = window.page
        sign_in(page, door)
        page.goto(f"{door}/trial/")
        page.get_by_label("What happened").fill(WORDS)
        page.get_by_text("Kept at").wait_for()
        page.goto(f"{door}/trial/")
        assert page.get_by_label("What happened").input_value() == WORDS
        assert page.get_by_role("link", name="Look at what you kept").is_visible()
        page.get_by_role("button", name="Send").click()
        page.wait_for_url(f"{door}/")
        assert trial.trial.received == [WORDS]
        page.goto(f"{door}/trial/")
        assert page.get_by_label("What happened").input_value() == ""
        assert window.complaints == []


def test_without_scripts_a_button_keeps_it(browser, door):
    with opened(browser, script=False) as window:
        page = window.page
        sign_in(page, door)
        page.goto(f"{door}/trial/")
        page.get_by_label("What happened").fill(WORDS)
        page.get_by_role("button", name="Save for later").click()
        page.get_by_text("What you typed is kept for 30 days").wait_for()
        assert page.get_by_label("What happened").input_value() == WORDS


def test_sent_too_late_signed_in_again_and_sent(browser, door, owner):
    with opened(browser) as window:
        page = window.page
        sign_in(page, door)
        page.goto(f"{door}/trial/")
        page.get_by_label("What happened").fill(WORDS)
        let_time_pass(owner)
        page.get_by_role("button", name="Send", exact=True).click()
        page.get_by_text("They are kept: sign in to carry on").wait_for()
        assert trial.trial.received == []
        page.get_by_label("E-mail address").fill(EMAIL)
        page.get_by_label("Password", exact=True).fill(people.PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.get_by_role("heading", name="What you typed is kept").wait_for()
        page.get_by_text(WORDS).wait_for()
        assert accessibility_faults(page) == []
        page.get_by_role("button", name="Send it now").click()
        page.wait_for_url(f"{door}/")
        assert trial.trial.received == [WORDS]


def test_one_is_asked_before_the_clock_runs_out(browser, door):
    with opened(browser) as window:
        page = window.page
        page.clock.install()
        sign_in(page, door)
        page.goto(door + reverse("mfa_index"))
        page.clock.fast_forward("17:00")
        assert not page.get_by_role("dialog").is_visible()
        page.clock.fast_forward("01:30")
        page.get_by_role("dialog", name="Are you still there?").wait_for()
        assert accessibility_faults(page) == []
        page.get_by_role("button", name="Stay signed in").click()
        page.get_by_role("dialog").wait_for(state="hidden")
        assert window.complaints == []


def test_a_finding_half_written_is_offered_after_being_away(browser, site_address, owner):
    writer = people.someone(Role.BUSINESS_MANAGER, email=EMAIL)
    page_of_finding = site_address + reverse("thread:new-finding", args=[writer.slug])
    with opened(browser) as window:
        page = window.page
        sign_in(page, site_address)
        page.goto(page_of_finding)
        page.locator("textarea[name=text]").fill(WORDS)
        page.get_by_text("Kept at").wait_for()
        let_time_pass(owner)
        page.reload()
        page.get_by_text("You were signed out because you had been away").wait_for()
        page.get_by_label("E-mail address").fill(EMAIL)
        page.get_by_label("Password", exact=True).fill(people.PASSWORD)
        with page.expect_navigation():
            page.get_by_role("button", name="Sign in", exact=True).click()
        page.goto(page_of_finding)
        assert page.get_by_role("link", name="Look at what you kept").is_visible()
        assert page.locator("textarea[name=text]").input_value() == WORDS
        assert accessibility_faults(page) == []
        assert window.complaints == []
