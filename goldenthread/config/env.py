"""Settings come from the environment, and a missing one says what it is for."""

import os

from django.core.exceptions import ImproperlyConfigured


def env(name: str, purpose: str, default: str | None = None) -> str:
    """The variable's value; without one and without a default, an error that a person can act on."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name} in the server's environment: {purpose}")
    return value


def env_list(name: str, purpose: str, default: str | None = None) -> list[str]:
    return [part.strip() for part in env(name, purpose, default).split(",") if part.strip()]
