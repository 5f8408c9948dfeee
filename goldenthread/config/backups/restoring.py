"""Put a backup into an empty database, whole or not at all, and see that it is what it should be."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import psycopg

from goldenthread.config.backups import archive, manifest, programs
from goldenthread.config.backups.manifest import Manifest
from goldenthread.config.backups.refusal import Refused
from goldenthread.config.backups.snapshot import TABLES, snapshot


@dataclass(frozen=True)
class Restored:
    """What was put back, and in `faults` what is not as the manifest says it should be."""

    manifest: Manifest
    documents: int
    faults: list[str]


def restore(path: Path, url: str, documents: Path, keys: list[str]) -> Restored:
    """Put the backup at `path` into the empty database at `url`, as the role that owns its tables."""
    with archive.opened(path) as backup:
        backup.check()
        insist_on_an_empty(url)
        kept = backup.put_documents(documents)
        with tempfile.TemporaryDirectory() as work:
            dump = Path(work) / "database.dump"
            backup.put_database(dump)
            with snapshot(url) as target:
                pg_restore = programs.folder_for(max(target.server, backup.manifest.server))
            arguments = ("--no-owner", "--single-transaction", "--exit-on-error")
            programs.run(pg_restore / "pg_restore", url, *arguments, str(dump))
        told = backup.manifest
    return Restored(told, kept, [*faults(told, url), *missing_keys(told, keys)])


def insist_on_an_empty(url: str) -> None:
    with psycopg.connect(url) as connection:
        if connection.execute(TABLES).fetchone():
            raise Refused(
                f"The database {connection.info.dbname} is in use, and nothing in it was changed."
                " Restore into a new one: --into NAME"
            )


def faults(told: Manifest, url: str) -> list[str]:
    """Where the database differs from what the backup says it held."""
    with snapshot(url) as now:
        rows, heads = now.rows(), now.heads()
    lines = [
        f"{table}: {rows.get(table, 0)} rows, and the backup held {told.rows.get(table, 0)}."
        for table in sorted(rows.keys() | told.rows.keys())
        if rows.get(table, 0) != told.rows.get(table, 0)
    ]
    return lines + [
        f"Chain {chain} of the trail does not end where it did: its tail was cut or changed."
        for chain, head in told.heads.items()
        if heads.get(chain) != head
    ]


def missing_keys(told: Manifest, keys: list[str]) -> list[str]:
    ours = {manifest.fingerprint_of_key(key) for key in keys}
    return [
        f"The sealing key {name} is not in SEALING_KEYS: what it sealed cannot be opened."
        for name in told.keys
        if name not in ours
    ]
