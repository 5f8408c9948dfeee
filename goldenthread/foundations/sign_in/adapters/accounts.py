"""Our answers to allauth about accounts: no one signs themselves up, and letters say little."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.sign_in import letters, marks
from goldenthread.foundations.sign_in.post import post

WRONG = "Enter the e-mail address and the password that belong together"
LOCKED = "There have been too many wrong attempts. Wait 15 minutes and try again, or choose a new password"
OURS = {
    "account_inactive": "This account is closed. Ask your partnership’s business unit",
    "duplicate_email": "Enter a different e-mail address: this one is yours already",
    "email_password_mismatch": WRONG,
    "enter_current_password": "Enter the password that you use now",
    "incorrect_code": "Enter the code exactly as it is shown; a code works once and not for long",
    "incorrect_password": "Enter your password",
    "invalid_login": WRONG,
    "rate_limited": "Wait a moment, then try again",
    "too_many_login_attempts": LOCKED,
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {**DefaultAccountAdapter.error_messages, **OURS}

    def is_open_for_signup(self, request) -> bool:
        return False

    def pre_authenticate(self, request, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            marks.attempt("was locked out", credentials.get("email", ""))
            raise

    def get_reset_password_from_key_url(self, key: str) -> str:
        """At the site's own address, whatever host the request named."""
        return settings.SITE_ADDRESS + urlsplit(super().get_reset_password_from_key_url(key)).path

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        post(letters.letter(template_prefix, context), to=email)

    def send_account_already_exists_mail(self, email: str) -> None:
        post(letters.letter("account/email/account_already_exists", {}), to=email)

    def send_notification_mail(self, template_prefix, user, context=None, email=None) -> None:
        # allauth sends these once the change is stored, when the gate's own lock is shut again.
        with opened(Keys(Door.SIGN_IN, person=user.pk)):
            super().send_notification_mail(template_prefix, user, context, email)
