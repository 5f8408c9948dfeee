"""The real worker in a process of its own, at a quick pace, with jobs that only tests have."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from goldenthread.config.settings.places import ROOT


def environment(site, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        **site.urls(),
        "DJANGO_SETTINGS_MODULE": "tests.running.settings",
        "LETTERS": str(folder),
    }


@contextmanager
def running(site, folder: Path):
    """A worker on this database; killed at the end if the test has not ended it."""
    log = folder / "worker.log"
    with open(log, "ab") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.running.worker"],
            cwd=ROOT,
            env=environment(site, folder),
            stdout=out,
            stderr=out,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()


def wait_until(true, seconds: float = 60) -> float:
    """Seconds until it was true; fails when it does not become so."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < seconds, "waited in vain"
        time.sleep(0.05)
    return time.monotonic() - began


def slow(*, folder: str) -> None:
    """Leaves a sign that it has begun; ends only when it finds the sign that it may."""
    place = Path(folder)
    with open(place / "begun", "a") as begun:
        begun.write("begun\n")
    while not (place / "may-end").exists():
        time.sleep(0.05)
    (place / "ended").touch()


def deadly(*, folder: str) -> None:
    """Kills its own worker, each time it is tried."""
    with open(Path(folder) / "deaths", "a") as deaths:
        deaths.write("died\n")
    os.kill(os.getpid(), signal.SIGKILL)


def tick(timestamp: int) -> None:
    """Writes down for which second it was told to run."""
    with open(Path(os.environ["LETTERS"]) / "ticks", "a") as ticks:
        ticks.write(f"{timestamp}\n")


def main() -> None:
    import django

    django.setup()
    from procrastinate.contrib.django import app

    from goldenthread.config.working import Pace, work

    app.task(name="tests.slow")(slow)
    app.task(name="tests.deadly")(deadly)
    app.periodic(cron="* * * * * */1")(app.task(name="tests.tick")(tick))
    work(Pace(seal=0.2, heartbeat=0.3, dead_after=1.5, look_for_dead=0.3, try_again=0.3))


if __name__ == "__main__":
    main()
