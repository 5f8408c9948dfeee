"""The demonstration: an embedded database, invented people, no second factor, and it says so."""

import os

from django.core.exceptions import ImproperlyConfigured

from goldenthread.config.databases import database
from goldenthread.config.local_secrets import kept
from goldenthread.config.settings.base import *  # noqa: F403
from goldenthread.config.settings.places import ROOT
from goldenthread.foundations.people.demonstration import PASSWORD, accounts

DEMONSTRATION = True
DEMONSTRATION_ACCOUNTS = [(a.email, f"{a.name}, {a.role}") for a in accounts()]
DEMONSTRATION_PASSWORD = PASSWORD
SHOWS_GALLERY = True
SECOND_FACTOR_REQUIRED = False
SECRET_KEY = kept("secret_key")
SEALING_KEYS = [kept("sealing_key")]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
# `goldenthread demo` starts the database and says where it is; without it, nothing can connect.
DATABASES = {"default": database(os.environ.get("DATABASE_URL", "postgresql://app@/demo"))}
if not DATABASES["default"].get("HOST", "/").startswith(("/", "localhost", "127.0.0.1", "[::1]")):
    raise ImproperlyConfigured(
        "These are the demonstration's settings, whose passwords everyone knows, and DATABASE_URL is"
        " on another machine. Set DJANGO_SETTINGS_MODULE to goldenthread.config.settings.production."
    )
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = ROOT / ".local" / "sent-mail"
DEFAULT_FROM_EMAIL = "demonstration@example.org"
SITE_ADDRESS = os.environ.get("SITE_ADDRESS", "http://127.0.0.1:8000")
DOCUMENTS_ROOT = ROOT / ".local" / "documents"
STATIC_ROOT = ROOT / ".local" / "static"
ACCOUNT_EMAIL_VERIFICATION = "none"  # nobody reads an invented person's e-mail
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # browsers allow passkeys at http://localhost
