"""`goldenthread backup [FOLDER]`: everything but the keys, in one new file."""

import argparse
import sys
import time
from pathlib import Path

import psycopg

from goldenthread.config.commands import site


def main(arguments: list[str]) -> int:
    """0 when there is a new backup, 1 when there is none; the message says why."""
    parser = argparse.ArgumentParser(prog="goldenthread backup", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("/var/backups/goldenthread"))
    folder = parser.parse_args(arguments).folder
    site.load()
    from django.conf import settings

    from goldenthread.config.backups import taking
    from goldenthread.config.backups.refusal import Refused

    began = time.perf_counter()
    url = site.needed("DATABASE_BACKUP_URL", "the database, as the role that only reads")
    try:
        made = taking.take(url, Path(settings.DOCUMENTS_ROOT), settings.SEALING_KEYS, folder)
        taking.leave_note(Path(settings.BACKUP_NOTE))
    except (Refused, OSError, psycopg.Error) as refused:
        sys.stderr.write(f"No backup was made. {refused}\n")
        return 1
    seconds = time.perf_counter() - began
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB in {seconds:.1f} s.")
    print("The sealing keys are not in it: keep them elsewhere, or nobody can open it.")
    return 0
