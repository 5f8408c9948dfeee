"""The settings of the tests for a process of its own: letters land in a folder, jobs are slow."""

import os

from goldenthread.config.settings.test import *  # noqa: F403

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = os.environ["LETTERS"]
DOCUMENTS_ROOT = os.environ.get("DOCUMENTS_ROOT", EMAIL_FILE_PATH)
