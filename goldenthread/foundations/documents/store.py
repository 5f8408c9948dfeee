"""Where the bytes are: sealed files named by the checksum of what they hold, never overwritten."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from goldenthread.foundations.lock import sealing
from goldenthread.foundations.lock.resealing import Tally

CHECKSUM_LENGTH = 64


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes, *, partnership_id: int) -> str:
    """Write the bytes so that they are on disk when this returns. Their checksum."""
    name = checksum(content)
    path = _path(name, partnership_id)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path, sealing.seal_bytes(content))
    return name


def fetch(name: str, *, partnership_id: int) -> bytes:
    """The bytes again, checked against their name."""
    content = sealing.unseal_bytes(_path(name, partnership_id).read_bytes())
    if checksum(content) != name:
        raise sealing.CannotOpen("A kept file no longer matches its checksum")
    return content


def reseal() -> Tally:
    """Seal every kept file with the newest key, one after the other; run again, it goes on."""
    tally = Tally("documents")
    for path in kept_files():
        tally.seen += 1
        held = path.read_bytes()
        try:
            fresh = sealing.sealed_anew(held)
        except sealing.CannotOpen:
            tally.unopened += 1
            continue
        if fresh != held:
            _write(path, fresh)
            tally.renewed += 1
    return tally


def kept_files() -> Iterator[Path]:
    """Each file under DOCUMENTS_ROOT that is named by a checksum; none that is still being written."""
    for folder, _, names in os.walk(settings.DOCUMENTS_ROOT):
        yield from (Path(folder) / name for name in sorted(names) if len(name) == CHECKSUM_LENGTH)


def _write(path: Path, sealed: bytes) -> None:
    """Whole and on disk, or not at all: a reader finds the old file or the new one."""
    part = path.with_suffix(f".{os.getpid()}.part")
    with open(part, "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    part.rename(path)


def _path(name: str, partnership_id: int) -> Path:
    return Path(settings.DOCUMENTS_ROOT) / str(partnership_id) / name[:2] / name
