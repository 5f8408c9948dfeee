"""Load Django for a command. The settings are the production ones unless the environment says otherwise.

On a machine where the environment names no database and the demonstration runs, a command works on
the demonstration and says so: that is how an analyst tries `report build` after `make demo`.
"""

import os
import sys

PRODUCTION = "goldenthread.config.settings.production"
DEMONSTRATION = "goldenthread.config.settings.demo"
SAYS_WHERE = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
NOT_SET_UP = 2


def load(settings: str = PRODUCTION) -> None:
    """Ready Django. Exits with a sentence, not a traceback, when something it needs is not set."""
    if settings == PRODUCTION and not SAYS_WHERE & os.environ.keys():
        settings = demonstration_if_it_runs() or settings
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as missing:
        sys.stderr.write(f"{missing}\nOr start the demonstration with: make demo\n")
        raise SystemExit(NOT_SET_UP) from None


def needed(name: str, purpose: str) -> str:
    """A variable that only some commands need. Exits with the same sentence when it is not set."""
    from django.core.exceptions import ImproperlyConfigured

    from goldenthread.config.env import env

    try:
        return env(name, purpose)
    except ImproperlyConfigured as missing:
        sys.stderr.write(f"{missing}\n")
        raise SystemExit(NOT_SET_UP) from None


def demonstration_if_it_runs() -> str:
    """The demonstration's settings, with its database in the environment; empty when it does not run."""
    from goldenthread.config.demonstration.command import SITE

    if not SITE.server.is_running():
        return ""
    os.environ.update(SITE.urls())
    sys.stderr.write("Working on the demonstration of this checkout.\n")
    return DEMONSTRATION
