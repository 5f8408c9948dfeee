"""What every way of running the site has in common."""

from csp.constants import NONCE, NONE, SELF

from goldenthread.config.settings.places import ROOT
from goldenthread.config.settings.sign_in import *  # noqa: F403

ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Person"

CAPABILITIES = [
    "business_plan",
    "dataset",
    "yearly_report",
]
FOUNDATIONS = [
    "thread",
    "publishing",
    "measures",
    "documents",
    "messages",
    "clocks",
    "sign_in",
    "people",
    "trail",
    "calendar",
    "design",
    "lock",
]
INSTALLED_APPS = [
    "goldenthread.home",
    *(f"goldenthread.capabilities.{name}" for name in CAPABILITIES),
    *(f"goldenthread.foundations.{name}" for name in FOUNDATIONS),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
]
MIDDLEWARE = [
    "goldenthread.config.request_log.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "goldenthread.foundations.people.methods.OnlyReadOrSent",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "goldenthread.foundations.sign_in.idle.IdleClock",
    "goldenthread.foundations.people.gate.Gate",  # last: it calls the view inside the lock
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "goldenthread.foundations.design.environment.environment",
            "extensions": ["jinja2.ext.do"],
            "trim_blocks": True,
            "lstrip_blocks": True,
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "goldenthread.foundations.sign_in.context.session",
            ],
        },
    },
]
FORM_RENDERER = "goldenthread.foundations.design.renderer.GovukRenderer"

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "staticfiles"
# The style of a report is the writers' own, the same on the site as in the file to keep.
STATICFILES_DIRS = [("report", ROOT / "goldenthread" / "engine" / "writers" / "styles")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

NAVIGATION = "goldenthread.home.navigation.items"
CSRF_FAILURE_VIEW = "goldenthread.foundations.sign_in.stale.refused"
SHOWS_GALLERY = False  # every component on one page, for the demonstration and the tests
DEMONSTRATION = False
SECOND_FACTOR_REQUIRED = True

# Nothing is fetched from anyone else, nothing runs that we did not serve.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
UPLOADS_WAIT_DAYS = 7  # for somebody to say yes to what a file holds; then the file is removed
BACKUP_NOTE = str(ROOT / ".local" / "last-backup.json")  # left by `goldenthread backup`
LOGGING_CONFIG = "goldenthread.config.logs.configure"
LOGGING = {"version": 1}  # were this empty, Django would not call the line above at all
