"""The demonstration's own processes, left running: the site and its worker."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from goldenthread.config.settings.places import ROOT

RUN = ROOT / ".local" / "run"
PATIENCE_SECONDS = 60
STOP_TENTHS = 30  # then it is killed: nothing that it was doing is lost or half done
SITE, WORKER = "site", "worker"


class DidNotStart(Exception):
    """A process of the demonstration did not come up; the message says where it left its account."""


def start(port: int) -> None:
    """Start the site and the worker anew, and come back when the site answers."""
    RUN.mkdir(parents=True, exist_ok=True)
    stop()
    refuse_a_taken_port(port)
    serve = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "2",
        "--blocking-threads",
        "4",
    ]
    serve += [
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-access-log",
        "--log-level",
        "warning",
    ]
    _leave_running(SITE, [*serve, "goldenthread.config.wsgi:application"])
    _leave_running(WORKER, [sys.executable, "-m", "goldenthread.cli", "work"])
    _wait_until_ready(port)


def stop() -> bool:
    """Ask what runs to stop, and see that it has. True if something ran."""
    running = [pid for pid in map(_pid, (SITE, WORKER)) if pid]
    for pid in running:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGTERM)
    for pid in running:
        _wait_for_end(pid)
    for name in (SITE, WORKER):
        (RUN / f"{name}.pid").unlink(missing_ok=True)
    return bool(running)


def refuse_a_taken_port(port: int) -> None:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2)  # noqa: S310
    except urllib.error.HTTPError:
        pass
    except OSError:
        return
    raise DidNotStart(f"Something else answers on port {port}. Choose another: make demo PORT=8001")


def _leave_running(name: str, command: list[str]) -> None:
    with open(RUN / f"{name}.log", "ab") as log:
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=ROOT,
            start_new_session=True,
        )
    (RUN / f"{name}.pid").write_text(str(process.pid))


def _pid(name: str) -> int | None:
    """The process that we left running, unless it has ended and its number means another one now."""
    try:
        pid = int((RUN / f"{name}.pid").read_text())
        command = Path(f"/proc/{pid}/cmdline")
        ours = not Path("/proc").exists() or b"goldenthread" in command.read_bytes()
        os.kill(pid, 0)
    except (OSError, ValueError):
        return None
    return pid if ours else None


def _wait_for_end(pid: int) -> None:
    for _ in range(STOP_TENTHS):
        try:
            os.killpg(pid, 0)
        except (ProcessLookupError, PermissionError):
            return
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
        time.sleep(0.1)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def _wait_until_ready(port: int) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    raise DidNotStart(f"The site did not answer. Its own account is in {RUN / 'site.log'}")
