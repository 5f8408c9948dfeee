"""The e-mails that sign-in sends. They say that something waits or has changed, and where to go."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

CHANGED = (
    "Something changed in how you sign in to Golden Thread. If it was not you, open this page."
)


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str


def letter(kind: str, context: dict[str, Any]) -> Letter:
    """The letter of one of allauth's kinds. Whatever is not named below tells of a change."""
    write = WRITTEN.get(kind.removesuffix("_signup"), changed)
    return write(context)


def new_password(context: dict[str, Any]) -> Letter:
    asked = "You asked to choose a new password. Open this page; it works once, for three days."
    return Letter(
        "Choose a new password", f"{asked}\n\n{context['password_reset_url']}\n\n{IGNORE}"
    )


def code(context: dict[str, Any]) -> Letter:
    return Letter(
        "Your code", f"Type this code on the page that asked for it.\n\n{context['code']}"
    )


def taken(context: dict[str, Any]) -> Letter:
    said = "Someone gave this address as theirs, but it already belongs to an account."
    return Letter("Your account", f"{said} If it was you, sign in.\n\n{_page('account_login')}")


def changed(context: dict[str, Any]) -> Letter:
    return Letter("A change to your account", f"{CHANGED}\n\n{_page('mfa_index')}")


IGNORE = "If you did not ask, you need do nothing."
WRITTEN = {
    "account/email/password_reset_key": new_password,
    "account/email/email_confirmation": code,
    "account/email/account_already_exists": taken,
}


def _page(name: str) -> str:
    return settings.SITE_ADDRESS + reverse(name)
