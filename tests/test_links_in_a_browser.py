"""A single-use link in real browsers: by its e-mail, in two windows at once, and a step back afterwards."""

import re

import pytest
from django.core import mail

from goldenthread.foundations.messages import tasks as post
from goldenthread.foundations.messages.models import Message
from goldenthread.foundations.people import tasks
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Link
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.tests import making
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")
DONE = "What shows that it was done?"


@pytest.fixture
def manager(committed):
    return factories.member()


@pytest.fixture
def link(manager, site_address) -> str:
    """The address in the e-mail that an owner without an account gets."""
    action = making.action(manager, owner_name="Jo Reed", owner_email="jo@surgery.example")
    with under(manager):
        actions.ask_owner(action=action, by=manager)
        message = Message.objects.get()
    post.deliver(message_id=message.pk, partnership_id=manager.partnership_id)
    return site_address + re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)[1]


def link_of(manager) -> Link:
    with under(manager):
        return Link.objects.get()


def press(page, name: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=name).click()


def prove(page, link: str, manager) -> None:
    """Ask for a code, take it out of the e-mail, type it."""
    page.goto(link)
    press(page, "Send me a code")
    tasks.send_code(partnership=manager.partnership_id, link=link_of(manager).pk)
    page.get_by_label("Code").fill(re.search(r"\b(\d{6})\b", mail.outbox[-1].body)[1])
    press(page, "Continue")


def say_done(page, words: str) -> None:
    page.get_by_label("It is done").check()
    page.get_by_label(DONE).fill(words)
    press(page, "Save and finish")


def forget_the_minute(manager) -> None:
    with under(manager):
        Link.objects.update(code_sent_at=None)


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_a_guest_answers_by_link_and_a_step_back_sends_nothing_twice(
    browser, link, manager, script
):
    with opened(browser, java_script_enabled=script) as window:
        prove(window.page, link, manager)
        say_done(window.page, "The list was sent on Monday.")
        assert "Thank you" in window.page.inner_text("main")
        window.page.go_back()
        window.page.reload()
        assert "Save and finish" not in window.page.inner_text("main")
        window.page.goto(link)
        assert "opens nothing any more" in window.page.inner_text("h1")
        assert window.complaints == []


def test_of_two_windows_the_second_to_send_changes_nothing(browser, link, manager):
    with opened(browser) as first, opened(browser) as second:
        prove(first.page, link, manager)
        forget_the_minute(manager)
        prove(second.page, link, manager)
        say_done(first.page, "The first answer")
        say_done(second.page, "The second answer")
        assert "Thank you" in first.page.inner_text("main")
        assert "Page not found" in second.page.inner_text("h1")
    with under(manager):
        assert list(link_evidence()) == ["The first answer"]


def link_evidence():
    from goldenthread.foundations.thread.models import Evidence

    return Evidence.objects.values_list("text", flat=True)


def test_a_session_that_only_opened_the_link_gets_no_further(browser, link, manager, site_address):
    page_behind = f"{site_address}/p/{manager.slug}/thread/by-link/"
    with opened(browser) as window:
        window.page.goto(link)
        assert window.page.goto(page_behind).status == 404
    assert link_of(manager).codes_sent == 0


def test_under_another_partnership_the_browser_gets_the_same_refusal(browser, link, manager):
    elsewhere = link.replace(manager.slug, factories.member().slug)
    with opened(browser) as window:
        assert window.page.goto(elsewhere).status == 404
        assert "opens nothing any more" in window.page.inner_text("h1")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_each_page_of_the_way_is_open_to_everyone(browser, link, manager, size):
    with opened(browser, size) as window:
        page, faults = window.page, []
        for address in (link, f"{link}code/", f"{link}x/"):
            page.goto(address)
            faults += accessibility_faults(page)
            assert not sticks_out(page)
        prove(page, link, manager)
        faults += accessibility_faults(page)
        assert not sticks_out(page)
        assert faults == []
