"""Where the bytes are: sealed files named by the checksum of what they hold, never overwritten."""

import hashlib
import os
from pathlib import Path

from django.conf import settings

from goldenthread.foundations.lock import sealing


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes, *, partnership_id: int) -> str:
    """Write the bytes so that they are on disk when this returns. Their checksum."""
    name = checksum(content)
    path = _path(name, partnership_id)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = path.with_suffix(f".{os.getpid()}.part")
        with open(part, "wb") as file:
            file.write(sealing.seal_bytes(content))
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    return name


def fetch(name: str, *, partnership_id: int) -> bytes:
    """The bytes again, checked against their name."""
    content = sealing.unseal_bytes(_path(name, partnership_id).read_bytes())
    if checksum(content) != name:
        raise sealing.CannotOpen("A kept file no longer matches its checksum")
    return content


def _path(name: str, partnership_id: int) -> Path:
    return Path(settings.DOCUMENTS_ROOT) / str(partnership_id) / name[:2] / name
