"""Writers and their database killed in the middle of writing, as a power cut would."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import connections

from goldenthread.config.backups import programs
from goldenthread.config.databases import database
from goldenthread.config.embedded_postgres import Embedded
from goldenthread.config.embedded_site import Site
from goldenthread.config.settings.places import ROOT
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.queries import every_partnership, partnership_ids
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail import verifying
from goldenthread.foundations.trail.models import SYSTEM_CHAIN
from goldenthread.foundations.trail.sealing import seal_waiting
from tests.running import worker

pytestmark = pytest.mark.xdist_group("running")
SERVER = Embedded("drill")  # not forgetful: what it confirmed must be on disk
ENOUGH = 60


@pytest.fixture
def drill(site, committed, owner, tmp_path):
    """A copy of this database, with one partnership in it, on a server of its own."""
    factories.member()
    dump = tmp_path / "dump"
    tools = programs.folder_for(owner.info.server_version)
    programs.run(tools / "pg_dump", site.admin_url(site.database), "-Fc", f"--file={dump}")
    ours = Site(SERVER, "drill")
    SERVER.start()
    with psycopg.connect(SERVER.url("postgres"), autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS drill WITH (FORCE)")
    ours.start()
    programs.run(tools / "pg_restore", ours.admin_url("drill"), "--clean", "--if-exists", str(dump))
    yield ours
    SERVER.stop()


@contextmanager
def writing(site: Site, acknowledged: Path, folder: Path):
    """Two writers, killed without warning at the end."""
    command = [sys.executable, "-m", "tests.running.writer", str(acknowledged)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = worker.environment(site, folder)
    writers = [subprocess.Popen(command, cwd=ROOT, env=environment, **quiet) for _ in range(2)]
    try:
        yield writers
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()


def lines(path: Path) -> list[str]:
    """Whole lines only: a killed writer may have left half of its last."""
    return path.read_text().split("\n")[:-1] if path.exists() else []


def kill_the_database() -> None:
    """The whole server at once, its children too, with no chance to write anything more."""
    postmaster = int((SERVER.home / "data" / "postmaster.pid").read_text().split()[0])
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    for pid in [postmaster, *map(int, children)]:
        os.kill(pid, signal.SIGKILL)
    worker.wait_until(lambda: not SERVER.is_running())


def written(site: Site) -> tuple[set[str], set[str]]:
    """The changes and the marks that the database holds."""
    with psycopg.connect(site.admin_url("drill")) as owner:
        changes = owner.execute("SELECT subject FROM post_message").fetchall()
        marks = owner.execute("""SELECT substr("to", 7) FROM trail_mark WHERE did = 'wrote'""")
        return {subject for (subject,) in changes}, {subject for (subject,) in marks.fetchall()}


def faults(site: Site, monkeypatch) -> tuple[int, list[str]]:
    """How many marks the chain holds once the rest is sealed, and what is wrong with it."""
    ours = connections["default"]
    ours.close()
    for part, value in database(site.urls()["DATABASE_URL"]).items():
        monkeypatch.setitem(ours.settings_dict, part, value)
    while seal_waiting(partnership_ids()):
        pass
    with under(every_partnership(doing="the drill", also=(SYSTEM_CHAIN,)), reads_only=True):
        found = verifying.summary()
    ours.close()
    return sum(head.place for _, head in found.heads), [fault.message for fault in found.faults]


def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(drill, tmp_path, monkeypatch):
    acknowledged = tmp_path / "acknowledged"
    with worker.running(drill, tmp_path) as sealer, writing(drill, acknowledged, tmp_path):
        worker.wait_until(lambda: len(lines(acknowledged)) > ENOUGH)
        kill_the_database()
        sealer.kill()
    SERVER.start()
    promised = set(lines(acknowledged))
    changes, marks = written(drill)
    assert len(promised) > ENOUGH
    assert promised <= changes, f"{len(promised - changes)} acknowledged changes are lost"
    assert changes == marks, "a change stands without its mark, or a mark without its change"
    assert faults(drill, monkeypatch) == (len(marks), [])
