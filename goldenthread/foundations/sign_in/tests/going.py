"""Short ways through the pages, for the tests of the journeys."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse

from goldenthread.foundations.sign_in.post import deliver


def page_of(response) -> BeautifulSoup:
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def problems(response) -> str:
    return page_of(response).select_one(".govuk-error-summary").text


def post_letters(owner) -> str:
    """Do what the worker would; the text of the last letter."""
    for (arguments,) in owner.execute(
        "DELETE FROM procrastinate_jobs WHERE task_name LIKE '%%deliver' RETURNING args"
    ).fetchall():
        deliver(**arguments)
    return mail.outbox[-1].body if mail.outbox else ""


def code_now(secret: str, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def set_up_app(client) -> str:
    """Sets up an authenticator app; its key."""
    page = page_of(client.get(reverse("mfa_activate_totp")))
    secret = page.find(id="totp-key").text
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    return secret
