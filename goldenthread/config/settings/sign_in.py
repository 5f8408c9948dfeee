"""How people sign in. The journeys are allauth's; foundations/sign_in says which of them exist."""

AUTHENTICATION_BACKENDS = ["goldenthread.foundations.people.backends.PersonWithSeats"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "inbox"
LOGOUT_REDIRECT_URL = "account_login"

# scrypt is built in and memory-hard; argon2 would be one more compiled dependency for little more.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]

_ADAPTERS = "goldenthread.foundations.sign_in.adapters"
_FORMS = "goldenthread.foundations.sign_in.forms"
ACCOUNT_ADAPTER = f"{_ADAPTERS}.accounts.AccountAdapter"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False  # the session ends with the browser, and before that by the clock
ACCOUNT_RATE_LIMITS = {
    # Wrong passwords: for one account whoever tries, and for one address whatever they try.
    "login_failed": "20/m/ip,5/15m/key",
}
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.SignInForm",
    "reauthenticate": f"{_FORMS}.ReauthenticateForm",
    "change_password": f"{_FORMS}.ChangePasswordForm",
    "set_password": f"{_FORMS}.SetPasswordForm",
    "reset_password": f"{_FORMS}.ResetPasswordForm",
    "reset_password_from_key": f"{_FORMS}.NewPasswordForm",
    "add_email": f"{_FORMS}.ChangeEmailForm",
    "confirm_email_verification_code": f"{_FORMS}.ConfirmEmailForm",
}

MFA_ADAPTER = f"{_ADAPTERS}.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Golden Thread"
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off
MFA_FORMS = {
    "authenticate": f"{_FORMS}.SecondFactorForm",
    "reauthenticate": f"{_FORMS}.SecondFactorAgainForm",
    "activate_totp": f"{_FORMS}.SetUpAppForm",
    "add_webauthn": f"{_FORMS}.AddPasskeyForm",
    "edit_webauthn": f"{_FORMS}.RenamePasskeyForm",
}

USERSESSIONS_ADAPTER = f"{_ADAPTERS}.sessions.SessionAdapter"

SOCIALACCOUNT_ADAPTER = f"{_ADAPTERS}.organisations.OrganisationAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_LOGIN_ON_GET = True  # a posted form may not lead to another site: form-action 'self'
SOCIALACCOUNT_STORE_TOKENS = False

# Attempts are counted in the database: a count in one worker's memory would let each worker allow
# its own five, and forget them at every restart. See docs/adr/0004.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "sign_in_count",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

SESSION_ENGINE = "goldenthread.foundations.sign_in.sealed_sessions"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60  # outlives the clocks below, so that a late form is known
IDLE_MINUTES = 20  # without opening a page, until one must sign in again
LONGEST_HOURS = 12  # from signing in, however busy
