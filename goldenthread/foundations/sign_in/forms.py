"""allauth's forms, asking in our words. What they check stays theirs."""

from allauth.account import forms as account
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as factors
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError

LONG_ENOUGH = (
    "At least 12 characters, such as three words that have nothing to do with each other. Not your name"
    " or e-mail address, not numbers alone, and not a password that many people use."
)
EMAIL = "E-mail address"
ASK = {
    "login": (EMAIL, "Enter your e-mail address, like name@example.org"),
    "email": (EMAIL, "Enter an e-mail address, like name@example.org"),
    "password": ("Password", "Enter your password"),
    "oldpassword": ("The password you use now", "Enter the password that you use now"),
    "password1": ("New password", "Enter a new password"),
    "password2": ("New password again", "Enter the new password again"),
    "code": ("Code", "Enter the code"),
    "name": ("What to call this passkey", "Enter a name for this passkey"),
}


class InOurWords(forms.Form):
    """Labels and messages as the rest of the site has them, and no grey text inside the boxes."""

    hints: dict[str, str] = {}
    says_optional = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = self.hints.get(name, "")
            if name in ASK:
                field.label, required = ASK[name]
                field.error_messages |= {"required": required, "invalid": required}


class SignInForm(InOurWords, account.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"

    def clean(self):
        # A mismatch belongs to a field, so that the summary of errors can lead to it.
        try:
            return super().clean()
        except ValidationError as problem:
            self.add_error("login", problem)
            return self.cleaned_data


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):
    pass


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    hints = {"password1": LONG_ENOUGH}


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    hints = {"password1": LONG_ENOUGH}


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):
    pass


class NewPasswordForm(InOurWords, account.ResetPasswordKeyForm):
    hints = {"password1": LONG_ENOUGH}


class ChangeEmailForm(InOurWords, account.AddEmailForm):
    hints = {"email": "We will send a code to it, to see that it is yours."}


class ConfirmEmailForm(InOurWords, account.ConfirmEmailVerificationCodeForm):
    pass


class UsedOnce(factors.BaseAuthenticateForm):
    """A code that has let someone in lets nobody in again, for as long as it could.

    allauth remembers a code for one period of thirty seconds; with a clock's tolerance it lives for three.
    """

    def clean_code(self) -> str:
        code = super().clean_code()
        lives = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        once = f"sign_in.code?person={self.user.pk}&code={normalize_user_code(code)}"
        if not cache.add(once, "used", timeout=lives):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondFactorForm(UsedOnce, InOurWords, factors.AuthenticateForm):
    hints = {"code": "From your authenticator app, or one of your recovery codes."}


class SecondFactorAgainForm(UsedOnce, InOurWords, factors.ReauthenticateForm):
    hints = {"code": "From your authenticator app, or one of your recovery codes."}


class SetUpAppForm(InOurWords, totp.ActivateTOTPForm):
    hints = {"code": "The six figures that the app shows now."}


class AddPasskeyForm(InOurWords, webauthn.AddWebAuthnForm):
    hints = {"name": "So that you know it again, for example “work laptop”."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].label = "Sign in with this passkey alone, without a password"


class RenamePasskeyForm(InOurWords, webauthn.EditWebAuthnForm):
    pass
