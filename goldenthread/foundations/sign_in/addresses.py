"""The pages by which people sign in and look after their account. No other page of allauth's exists.

The names are allauth's, since it looks its pages up by them.
"""

from functools import wraps

from allauth.account import views as account
from allauth.account.middleware import AccountMiddleware
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as organisations
from allauth.socialaccount.providers.openid_connect import views as openid
from django.template.response import SimpleTemplateResponse
from django.urls import path, register_converter
from django.urls.converters import StringConverter
from requests import RequestException

from goldenthread.foundations.lock.sealing import CannotOpen
from goldenthread.foundations.people import askers
from goldenthread.foundations.sign_in import views
from goldenthread.foundations.sign_in.drafts import views as drafts

_middleware = AccountMiddleware(lambda request: None)


class Base36(StringConverter):
    """allauth's way of writing a person's number in a link."""

    regex = "[0-9A-Za-z]+"


register_converter(Base36, "base36")


def page(address: str, view, name: str):
    """A page of allauth's, with the person at its head if somebody is signed in.

    Now and then allauth answers by raising, which the gate, calling the view itself, could not read.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
        except (ImmediateHttpResponse, ReauthenticationRequired) as raised:
            return _middleware.process_exception(request, raised)
        except (RequestException, CannotOpen):  # an organisation's own sign-in is out of order
            return organisations.login_error(request)
        if isinstance(response, SimpleTemplateResponse):
            request.member = askers.across_seats(request)
        return response

    return path(address, answer, name=name)


urlpatterns = [
    page("sign-in/", views.SignIn.as_view(), "account_login"),
    page("sign-out/", views.SignOut.as_view(), "account_logout"),
    page("closed/", account.account_inactive, "account_inactive"),
    page("confirm/", account.reauthenticate, "account_reauthenticate"),
    page("password/", account.password_change, "account_change_password"),
    page("password/set/", account.password_set, "account_set_password"),
    page("password/forgotten/", account.password_reset, "account_reset_password"),
    page("password/forgotten/sent/", account.password_reset_done, "account_reset_password_done"),
    page(
        "password/new/<base36:uidb36>-<str:key>/",
        account.password_reset_from_key,
        "account_reset_password_from_key",
    ),
    page(
        "password/new/done/",
        account.password_reset_from_key_done,
        "account_reset_password_from_key_done",
    ),
    page("email/", account.email, "account_email"),
    page("email/code/", account.email_verification_sent, "account_email_verification_sent"),
    page("", factors.index, "mfa_index"),
    page("second-factor/", factors.authenticate, "mfa_authenticate"),
    page("confirm/second-factor/", factors.reauthenticate, "mfa_reauthenticate"),
    page("app/", totp.activate_totp, "mfa_activate_totp"),
    page("app/remove/", totp.deactivate_totp, "mfa_deactivate_totp"),
    page("recovery-codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    page("recovery-codes/new/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    page("passkeys/", passkeys.list_webauthn, "mfa_list_webauthn"),
    page("passkeys/add/", passkeys.add_webauthn, "mfa_add_webauthn"),
    page("passkeys/sign-in/", passkeys.login_webauthn, "mfa_login_webauthn"),
    page("passkeys/confirm/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    page("passkeys/<int:pk>/remove/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    page("passkeys/<int:pk>/rename/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    page("sessions/", views.Sessions.as_view(), "usersessions_list"),
    page("organisation/<slug:provider_id>/", openid.login, "openid_connect_login"),
    page("organisation/<slug:provider_id>/back/", openid.callback, "openid_connect_callback"),
    page("organisation-cancelled/", organisations.login_cancelled, "socialaccount_login_cancelled"),
    page("organisation-failed/", organisations.login_error, "socialaccount_login_error"),
    path("stay/", views.stay, name="sign_in_stay"),
    path("kept/", drafts.everything, name="sign_in_everything_kept"),
    path("kept/keep/", drafts.keep, name="sign_in_keep"),
    path("kept/<int:pk>/", drafts.kept, name="sign_in_kept_words"),
    path("kept/<int:pk>/throw-away/", drafts.throw_away, name="sign_in_throw_away"),
]
