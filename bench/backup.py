"""The drill's times: a backup, and its restore into a new database, at 200, 2,000 and 20,000 rows of each kind.

    python -m bench.backup

Each size also has documents, a tenth as many, of 20 kB each.
"""

import os
import tempfile
import time
from math import log
from pathlib import Path

from bench.filling import fill
from bench.pages import furnish
from bench.places import fresh_site
from goldenthread.config import database_setup
from goldenthread.config.backups import restoring, taking

SIZES = (200, 2_000, 20_000)
DOCUMENT_BYTES = 20_000


def main() -> None:
    with fresh_site("bench_backup") as site, tempfile.TemporaryDirectory() as folder:
        from django.db import connection

        furnish()
        connection.close()
        print("rows of each kind   rows in all   documents      MB   backup s   restore s")
        times = [drill(site, size, Path(folder)) for size in SIZES]
        slope = log(times[-1] / times[0]) / log(SIZES[-1] / SIZES[0])
        print(f"slope of both together {slope:.2f}")


def drill(site, size: int, folder: Path) -> float:
    from django.conf import settings

    fill(site.admin_url(site.database), size)
    documents = folder / "documents"
    make_documents(documents, size // 10)
    urls = site.urls()
    began = time.perf_counter()
    file = taking.take(
        urls["DATABASE_BACKUP_URL"], documents, settings.SEALING_KEYS, folder / "kept"
    )
    taken = time.perf_counter() - began
    into = f"{site.database}_restored"
    database_setup.drop_database(site.admin_url(), into)
    began = time.perf_counter()
    database_setup.make_database(site.admin_url(), into)
    database_setup.prepare_database(site.admin_url(into))
    url = urls["DATABASE_MIGRATE_URL"].replace(f"/{site.database}?", f"/{into}?")
    done = restoring.restore(file, url, folder / f"restored-{size}", settings.SEALING_KEYS)
    restored = time.perf_counter() - began
    database_setup.drop_database(site.admin_url(), into)
    assert not done.faults, done.faults
    rows, megabytes = sum(done.manifest.rows.values()), file.stat().st_size / 1e6
    print(
        f"{size:17,} {rows:13,} {done.documents:11,} {megabytes:7.1f} {taken:10.1f} {restored:11.1f}",
        flush=True,
    )
    file.unlink()
    return taken + restored


def make_documents(folder: Path, upto: int) -> None:
    """Files as the store keeps them: named by a checksum, of bytes that no compression helps."""
    for number in range(upto):
        path = folder / "1" / "00" / f"{number:064x}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(os.urandom(DOCUMENT_BYTES))


if __name__ == "__main__":
    main()
