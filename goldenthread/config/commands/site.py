"""Load Django for a command. The settings are the production ones unless the environment says otherwise."""

import os


def load(settings: str = "goldenthread.config.settings.production") -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django

    django.setup()
