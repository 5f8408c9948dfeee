"""Read a backup, trusting nothing of it before its checksums were compared."""

import gzip
import os
import re
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from goldenthread.config.backups import manifest
from goldenthread.config.backups.manifest import PIECE, Manifest
from goldenthread.config.backups.refusal import Refused
from goldenthread.config.backups.taking import DATABASE, DOCUMENTS, MANIFEST

# partnership / first two letters / checksum: nothing in it can climb out of the folder
DOCUMENT = re.compile(rf"{DOCUMENTS}/(\d+/[0-9a-f]{{2}}/[0-9a-f]{{64}})")


class Archive:
    def __init__(self, tar: tarfile.TarFile):
        self.tar = tar
        with self._open(MANIFEST) as file:
            self.manifest = Manifest.read(file.read())

    def check(self) -> None:
        """Every part is there and is what it was, and nothing else is."""
        named = set(self.tar.getnames()) - {MANIFEST}
        if strange := named.symmetric_difference(self.manifest.checksums):
            raise Refused(f"Part of this backup is missing or was added: {sorted(strange)[0]}.")
        for name, wanted in self.manifest.checksums.items():
            with self._open(name) as file:
                if manifest.checksum(file) != wanted:
                    raise Refused(f"{name} is not as it was when the backup was made.")

    def put_database(self, target: Path) -> None:
        with self._open(DATABASE) as packed, gzip.open(packed) as source:
            _write(source, target)

    def put_documents(self, folder: Path) -> int:
        """Write the documents that are not there yet. How many the backup holds."""
        found = [match for name in self.manifest.checksums if (match := DOCUMENT.fullmatch(name))]
        for match in found:
            path = folder / match[1]
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                part = path.with_suffix(f".{os.getpid()}.part")
                self._put(match[0], part)
                part.rename(path)
        return len(found)

    def _put(self, name: str, target: Path) -> None:
        with self._open(name) as source:
            _write(source, target)

    def _open(self, name: str) -> IO[bytes]:
        try:
            file = self.tar.extractfile(name)
        except KeyError:
            file = None
        if file is None:
            raise Refused(f"This is no whole backup: it has no {name}.")
        return file


def _write(source: IO[bytes] | gzip.GzipFile, target: Path) -> None:
    with open(target, "wb") as out:
        shutil.copyfileobj(source, out, PIECE)
        out.flush()
        os.fsync(out.fileno())


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    try:
        tar = tarfile.open(path)  # noqa: SIM115  closed by the `with` below
    except (tarfile.TarError, OSError, EOFError) as error:
        raise Refused(f"{path} cannot be read as a backup.") from error
    try:
        with tar:
            yield Archive(tar)
    except tarfile.TarError as error:
        raise Refused(f"{path} is cut short or damaged.") from error
