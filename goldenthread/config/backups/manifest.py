"""What a backup should hold, written beside it as JSON that a person can read."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import IO

from goldenthread.config.backups.refusal import Refused

FORMAT = 1
PIECE = 1 << 20


@dataclass(frozen=True)
class Head:
    """Where a chain of the trail ended."""

    place: int
    hash: str


@dataclass(frozen=True)
class Manifest:
    taken: str  # ISO 8601, UTC
    version: str  # of the application
    server: int  # of PostgreSQL, as 180006
    keys: list[str]  # fingerprints of the sealing keys in use, the newest first
    migrations: list[str]  # "app.name"
    rows: dict[str, int]  # by table
    heads: dict[str, Head]  # by chain: a partnership's number, "0" for sign-in and the system
    checksums: dict[str, str]  # SHA-256 of each part of the archive

    def as_json(self) -> bytes:
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1, sort_keys=True).encode()

    @classmethod
    def read(cls, content: bytes) -> "Manifest":
        try:
            held = json.loads(content)
            if held.pop("format") != FORMAT:
                raise Refused("This backup was made by a version that this one does not know.")
            heads = {chain: Head(**head) for chain, head in held.pop("heads").items()}
            return cls(heads=heads, **held)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Refused("The manifest of this backup cannot be read.") from error


def checksum(file: IO[bytes]) -> str:
    """SHA-256 of what is left of the file, in bounded memory."""
    total = hashlib.sha256()
    while piece := file.read(PIECE):
        total.update(piece)
    return total.hexdigest()


def fingerprint_of_key(key: str) -> str:
    """Names a sealing key without giving it away: the keys are 32 random bytes."""
    return hashlib.sha256(b"goldenthread sealing key " + key.encode()).hexdigest()[:16]
