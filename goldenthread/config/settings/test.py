"""The tests. The database is started by conftest.py, which also says where it is."""

import os
import tempfile

from goldenthread.config.databases import database
from goldenthread.config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105
SHOWS_GALLERY = True
SEALING_KEYS = ["b25seS1mb3ItdGVzdHMtb25seS1mb3ItdGVzdHMtMTI="]
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = {"default": database(os.environ.get("DATABASE_URL", "postgresql://app@/tests"))}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "tests@example.org"
SITE_ADDRESS = "http://testserver"
DOCUMENTS_ROOT = os.path.join(tempfile.gettempdir(), f"goldenthread-tests-{os.getpid()}")
WHITENOISE_AUTOREFRESH = True  # straight from the folders of the apps; nothing is collected
WHITENOISE_USE_FINDERS = True
SECOND_FACTOR_REQUIRED = False  # the tests of sign-in switch it on
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # browsers allow passkeys at http://localhost
