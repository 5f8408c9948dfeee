"""Take a backup. It has its name only when it is whole and on disk."""

import gzip
import io
import json
import os
import shutil
import tarfile
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from goldenthread.config.backups import manifest, programs
from goldenthread.config.backups.manifest import Manifest
from goldenthread.config.backups.snapshot import Snapshot, snapshot

DATABASE, DOCUMENTS, MANIFEST = "database.dump.gz", "documents", "manifest.json"


def take(url: str, documents: Path, keys: list[str], folder: Path) -> Path:
    """A new file in `folder` with everything of this database and these documents. Its path.

    `url` is the database as the role for backups; of `keys` only the fingerprints are kept.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    now = datetime.now(UTC)
    whole = folder / f"goldenthread-{now:%Y-%m-%dT%H%M%S}Z.tar"
    with tempfile.TemporaryDirectory(dir=folder, prefix=".taking-") as work:
        dump, part = Path(work) / DATABASE, Path(work) / "part"
        with snapshot(url) as moment:
            _dump(url, moment, dump)
            told = Manifest(
                taken=now.isoformat(timespec="seconds"),
                version=version("goldenthread"),
                server=moment.server,
                keys=[manifest.fingerprint_of_key(key) for key in keys],
                migrations=moment.migrations(),
                rows=moment.rows(),
                heads=moment.heads(),
                checksums={},
            )
        _write(part, dump, documents, told)
        part.rename(whole)
    _sync(folder)
    return whole


def _dump(url: str, moment: Snapshot, dump: Path) -> None:
    """Compressed here, since not every pg_dump was built to do it."""
    plain = dump.with_suffix("")
    arguments = ("--format=custom", "--compress=0", "--no-comments", f"--snapshot={moment.name()}")
    pg_dump = programs.folder_for(moment.server) / "pg_dump"
    programs.run(pg_dump, url, *arguments, f"--file={plain}")
    with open(plain, "rb") as source, gzip.open(dump, "wb", compresslevel=6) as out:
        shutil.copyfileobj(source, out, manifest.PIECE)
    plain.unlink()


def leave_note(note: Path) -> None:
    """When the last backup finished, for the page and the alarm that tell its age."""
    note.parent.mkdir(parents=True, exist_ok=True)
    part = note.with_suffix(".part")
    part.write_text(json.dumps({"finished": time.time()}))
    part.rename(note)


def _write(part: Path, dump: Path, documents: Path, told: Manifest) -> None:
    """Documents are read after the snapshot: a file lies on disk before its row is committed."""
    with open(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        with tarfile.open(fileobj=out, mode="w") as archive:
            for name, path in [(DATABASE, dump), *_kept(documents)]:
                archive.add(path, name)
                with open(path, "rb") as file:
                    told.checksums[name] = manifest.checksum(file)
            content = told.as_json()
            entry = tarfile.TarInfo(MANIFEST)
            entry.size, entry.mtime = len(content), int(time.time())
            archive.addfile(entry, io.BytesIO(content))
        out.flush()
        os.fsync(out.fileno())


def _kept(documents: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(documents.glob("*/*/*")):
        if path.is_file() and path.suffix != ".part":
            yield f"{DOCUMENTS}/{path.relative_to(documents).as_posix()}", path


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    os.fsync(opened)
    os.close(opened)
