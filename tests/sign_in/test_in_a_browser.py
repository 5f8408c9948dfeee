"""Signing in, driven in a real browser with a made-up security key; and a look at each page."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import reverse

from goldenthread.foundations.sign_in.tests import people
from tests.browsing import NARROW, WIDE, accessibility_faults, opened, sticks_out

pytestmark = pytest.mark.xdist_group("browser")
EMAIL = "ade@example.org"
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def door(site_address):
    """By name, since a passkey belongs to a name and not to a number."""
    people.someone(email=EMAIL)
    return site_address.replace("127.0.0.1", "localhost")


def key_in(page):
    """A security key in this window's computer. Returns how to take the person's finger off it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    number = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]

    def unwilling():
        verified = {"authenticatorId": number, "isUserVerified": False}
        devtools.send("WebAuthn.setUserVerified", verified)

    return unwilling


def sign_in(page, site: str) -> None:
    page.goto(site + reverse("account_login"))
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(people.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(re.compile(r"/$|/second-factor/$"))


def confirm(page, site: str, then: str) -> None:
    """Open a page that asks again who one is, and say so."""
    page.goto(site + reverse(then))
    page.get_by_label("Password", exact=True).fill(people.PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(site + reverse(then))


def sign_out(page, site: str) -> None:
    page.goto(site + reverse("account_logout"))
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(site + reverse("account_login"))


def add_passkey(page, site: str, *, alone: bool) -> None:
    confirm(page, site, "mfa_add_webauthn")
    page.get_by_label("What to call this passkey").fill("Work laptop")
    if alone:
        page.get_by_label("Sign in with this passkey alone").check()
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url(site + reverse("mfa_view_recovery_codes"))


def test_a_passkey_alone_signs_one_in(browser, door):
    with opened(browser) as window:
        page = window.page
        key_in(page)
        sign_in(page, door)
        add_passkey(page, door, alone=True)
        page.goto(door + reverse("mfa_list_webauthn"))
        assert "Work laptop" in page.locator("main").inner_text()
        sign_out(page, door)
        page.get_by_role("button", name="Sign in with a passkey").click()
        page.wait_for_url(door + "/")
        page.get_by_role("banner").get_by_text("Ade Okoro").wait_for()
        assert window.complaints == []


def test_a_passkey_is_the_second_factor_after_a_password(browser, door):
    with opened(browser) as window:
        page = window.page
        key_in(page)
        sign_in(page, door)
        add_passkey(page, door, alone=False)
        sign_out(page, door)
        sign_in(page, door)
        assert page.url == door + reverse("mfa_authenticate")
        page.get_by_role("button", name="Use a passkey").click()
        page.wait_for_url(door + "/")
        assert window.complaints == []


def test_a_device_that_does_not_confirm_says_so_and_lets_nobody_in(browser, door):
    with opened(browser) as window:
        page = window.page
        take_finger_off = key_in(page)
        sign_in(page, door)
        add_passkey(page, door, alone=True)
        sign_out(page, door)
        take_finger_off()
        page.get_by_role("button", name="Sign in with a passkey").click()
        problem = page.get_by_role("alert").filter(has_text="did not confirm")
        problem.wait_for()
        page.goto(door + "/")
        assert reverse("account_login") in page.url


def test_an_app_is_set_up_and_asked_for(browser, door):
    with opened(browser) as window:
        page = window.page
        sign_in(page, door)
        confirm(page, door, "mfa_activate_totp")
        secret = page.locator("#totp-key").inner_text()
        assert page.locator("main img").evaluate("picture => picture.naturalWidth") > 0
        page.get_by_label("Code").fill(code(secret))
        page.get_by_role("button", name="Turn on").click()
        page.wait_for_url(door + reverse("mfa_view_recovery_codes"))
        with page.expect_download() as download:
            page.get_by_role("link", name="Download them as a file").click()
        kept = download.value.path().read_text().split()
        assert kept == page.locator("#recovery-codes").inner_text().split()
        sign_out(page, door)
        sign_in(page, door)
        page.get_by_label("Code").fill(code(secret, 1))
        page.get_by_role("button", name="Continue").click()
        page.wait_for_url(door + "/")
        assert window.complaints == []


def code(secret: str, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


BEFORE = ("account_login", "account_reset_password", "account_reset_password_done")
ONES_OWN = (
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
    "account_change_password",
    "account_email",
    "account_logout",
    "account_reauthenticate",
    "usersessions_list",
    "sign_in_everything_kept",
)


def look(page, site: str, names, faults: dict, photograph) -> None:
    for name in names:
        page.goto(site + reverse(name))
        assert page.url == site + reverse(name), f"{name} led to {page.url}"
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            found = accessibility_faults(page) + ["sticks out"] * sticks_out(page)
            faults |= {(name, size["width"]): found} if found else {}
            photograph(page, f"{name}-{size['width']}")


@pytest.fixture
def photograph(request):
    """Pictures to look at, where PICTURES names a folder."""
    import os

    folder = os.environ.get("PICTURES")

    def take(page, name):
        if folder:
            page.screenshot(path=f"{folder}/{name}.png", full_page=True)

    return take


def test_every_page_is_accessible_wide_and_narrow(browser, door, photograph):
    faults: dict = {}
    with opened(browser) as window:
        page = window.page
        key_in(page)
        look(page, door, BEFORE, faults, photograph)
        sign_in(page, door)
        add_passkey(page, door, alone=True)
        look(page, door, ONES_OWN, faults, photograph)
        assert window.complaints == []
    assert faults == {}


def test_a_wrong_password_is_told_accessibly(browser, door, photograph):
    with opened(browser, NARROW) as window:
        page = window.page
        page.goto(door + reverse("account_login"))
        page.get_by_label("E-mail address").fill(EMAIL)
        page.get_by_label("Password", exact=True).fill("not the password")
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.locator(".govuk-error-summary").wait_for()
        photograph(page, "wrong-password-320")
        assert page.title().startswith("Error: ")
        assert accessibility_faults(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_demonstrations_door_is_accessible(browser, door, settings, size, photograph):
    settings.DEMONSTRATION = True
    with opened(browser, size) as window:
        window.page.goto(door + reverse("account_login"))
        photograph(window.page, f"demonstration-{size['width']}")
        assert window.page.get_by_role("heading", name="Choose somebody to be").is_visible()
        assert accessibility_faults(window.page) == []
        assert not sticks_out(window.page)
