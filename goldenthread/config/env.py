"""Settings come from the environment, and a missing one says what it is for."""

import base64
import binascii
import os

from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32


def env(name: str, purpose: str, default: str | None = None) -> str:
    """The variable's value; without one and without a default, an error that a person can act on."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise ImproperlyConfigured(f"Set {name} in the server's environment: {purpose}")
    return value


def env_list(name: str, purpose: str, default: str | None = None) -> list[str]:
    parts = [part.strip() for part in env(name, purpose, default).split(",") if part.strip()]
    if not parts and default is None:
        raise ImproperlyConfigured(f"{name} holds nothing between its commas: {purpose}")
    return parts


def env_long(name: str, purpose: str, least: int) -> str:
    """A secret that is long enough not to be guessed."""
    value = env(name, purpose)
    if len(value) < least:
        raise ImproperlyConfigured(f"{name} is shorter than {least} characters: {purpose}")
    return value


def env_keys(name: str, purpose: str) -> list[str]:
    """Keys of 32 random bytes in URL-safe base64; a wrong one is told at the start, not at the first use."""
    keys = env_list(name, purpose)
    for place, key in enumerate(keys, start=1):
        try:
            right = len(base64.urlsafe_b64decode(key)) == KEY_BYTES
        except (binascii.Error, ValueError):
            right = False
        if not right:
            raise ImproperlyConfigured(f"Key {place} in {name} is not 32 bytes in URL-safe base64.")
    return keys
