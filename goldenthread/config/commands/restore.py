"""`goldenthread restore FILE`: a backup into an empty database, checked against its manifest.

Into the database of DATABASE_MIGRATE_URL if that is empty, or with --into into a new one beside it,
which is then made as DATABASE_ADMIN_URL.
"""

import argparse
import sys
import time
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from goldenthread.config import database_setup
from goldenthread.config.commands import site


def main(arguments: list[str]) -> int:
    """0 when all is as it was, 1 when something is not or nothing was restored."""
    asked = parser().parse_args(arguments)
    site.load()
    from goldenthread.config.backups.refusal import Refused

    began = time.perf_counter()
    url = site.needed("DATABASE_MIGRATE_URL", "the database, as the role that owns its tables")
    made = False
    try:
        if asked.into:
            made = make(asked.into)
            url = make_conninfo(url, dbname=asked.into)
        faults = put_back(asked, url)
    except (Refused, OSError, psycopg.Error) as refused:
        if made:
            database_setup.drop_database(admin(), asked.into)
        sys.stderr.write(f"Nothing was restored. {refused}\n")
        return 1
    print(f"Restored in {time.perf_counter() - began:.1f} s; {len(faults)} faults.")
    return bool(faults)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="goldenthread restore", description=__doc__)
    made.add_argument("file", type=Path)
    made.add_argument("--into", metavar="NAME", help="a new database of this name")
    made.add_argument("--documents", type=Path, help="a folder other than DOCUMENTS_ROOT")
    return made


def put_back(asked: argparse.Namespace, url: str) -> list[str]:
    from django.conf import settings

    from goldenthread.config.backups import restoring

    documents = asked.documents or Path(settings.DOCUMENTS_ROOT)
    done = restoring.restore(asked.file, url, documents, settings.SEALING_KEYS)
    told = done.manifest
    print(f"Taken {told.taken} by version {told.version}; {done.documents} documents.")
    print(f"{sum(told.rows.values())} rows in {len(told.rows)} tables.")
    faults = [*done.faults, *faults_of_trail(url)]
    for fault in faults:
        print(fault)
    return faults


def faults_of_trail(url: str) -> list[str]:
    """Every chain read again, on the restored database, by the site's own role under the lock."""
    from django.db import connections

    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.queries import every_partnership
    from goldenthread.foundations.trail import verifying
    from goldenthread.foundations.trail.models import SYSTEM_CHAIN

    ours = connections["default"]
    ours.close()
    ours.settings_dict["NAME"] = conninfo_to_dict(url)["dbname"]
    with under(every_partnership(doing="restore", also=(SYSTEM_CHAIN,)), reads_only=True):
        return [fault.message for fault in verifying.summary().faults]


def make(name: str) -> bool:
    """A new database, with its extensions. True; one that is there already is left to be refused."""
    if not database_setup.make_database(admin(), name):
        return False
    database_setup.prepare_database(make_conninfo(admin(), dbname=name))
    return True


def admin() -> str:
    return site.needed("DATABASE_ADMIN_URL", "PostgreSQL, as a superuser, to make the new database")
