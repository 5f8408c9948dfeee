"""Secrets of a demonstration, made once and kept beside it so that a restart signs nobody out."""

import base64
import os
import secrets

from goldenthread.config.settings.places import ROOT


def kept(name: str) -> str:
    path = ROOT / ".local" / "secrets" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(base64.urlsafe_b64encode(secrets.token_bytes(32)))
    return path.read_text()
