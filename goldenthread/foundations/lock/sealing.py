"""Names and narrative are sealed before they are stored, with keys kept apart from the data.

Authenticated encryption (Fernet: AES-128 in CBC mode with HMAC-SHA256), by the `cryptography`
library. The newest key seals; older ones still open, so keys can be rotated.
"""

import base64
import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


class CannotOpen(Exception):
    """None of the keys in SEALING_KEYS opens this; an older key may be missing."""


@lru_cache(maxsize=4)
def _keyring(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def seal(text: str) -> str:
    return seal_bytes(text.encode()).decode()


def unseal(sealed: str) -> str:
    return unseal_bytes(sealed.encode()).decode()


def seal_bytes(content: bytes) -> bytes:
    return _keyring(tuple(settings.SEALING_KEYS)).encrypt(content)


def unseal_bytes(sealed: bytes) -> bytes:
    try:
        return _keyring(tuple(settings.SEALING_KEYS)).decrypt(sealed)
    except InvalidToken:
        raise CannotOpen("What was sealed does not open with the keys in SEALING_KEYS") from None


def sealed_anew(sealed: bytes) -> bytes:
    """The same, sealed with the newest key; untouched where that key sealed it. Else CannotOpen."""
    keys = tuple(settings.SEALING_KEYS)
    try:
        _keyring(keys[:1]).decrypt(sealed)
        return sealed
    except InvalidToken:
        unseal_bytes(sealed)
        return _keyring(keys).rotate(sealed)


def fingerprint(text: str) -> str:
    """For an exact match without opening: equal texts, ignoring case and spaces, have equal prints."""
    plain = " ".join(text.casefold().split())
    key = base64.urlsafe_b64decode(settings.SEALING_KEYS[-1])
    return hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()


class SealedText(models.TextField):
    """Text that is encrypted in the database and plain in Python. It cannot be searched or sorted."""

    def get_prep_value(self, value):
        return value if value is None else seal(str(value))

    def from_db_value(self, value, expression, connection):
        return value if value is None else unseal(value)

    def deconstruct(self):
        """In the database it is text like any other, and migrations import only Django."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def get_lookup(self, lookup_name):
        # Sealing the same words twice gives different results: a search would silently find nothing.
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None
