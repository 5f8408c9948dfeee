"""The worker as a process of its own, killed and stopped as real ones are."""

import json
import signal

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from goldenthread.config.settings.places import ROOT
from goldenthread.foundations.messages import actions as messages
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail import actions as trail
from tests.running import worker

HOUSE = ROOT / "goldenthread"
pytestmark = pytest.mark.xdist_group("running")


def defer(task: str, **arguments) -> None:
    app.configure_task(task, allow_unknown=True).defer(**arguments)


def jobs(owner, condition: str = "true") -> int:
    return owner.execute(f"SELECT count(*) FROM procrastinate_jobs WHERE {condition}").fetchone()[0]


def letter_to_someone():
    manager = factories.member()
    with under(manager):
        messages.send(
            to="lead@example.org",
            name="Ade",
            subject="Something waits for you",
            paragraphs=["An action waits."],
            by=manager,
        )


def letters(folder) -> list[str]:
    return [path.read_text() for path in folder.glob("*.log") if path.name != "worker.log"]


def test_a_job_whose_worker_is_killed_is_finished_by_the_next(site, committed, owner, tmp_path):
    defer("tests.slow", folder=str(tmp_path))
    with worker.running(site, tmp_path) as first:
        worker.wait_until((tmp_path / "begun").exists)
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert jobs(owner, "status = 'doing' AND task_name = 'tests.slow'") == 1
    (tmp_path / "may-end").touch()
    with worker.running(site, tmp_path):
        worker.wait_until((tmp_path / "ended").exists)
        worker.wait_until(lambda: jobs(owner, "task_name = 'tests.slow'") == 0)
    assert (tmp_path / "begun").read_text().splitlines() == ["begun", "begun"]


def test_a_letter_of_a_committed_change_is_posted_though_its_worker_was_killed(
    site, committed, owner, tmp_path
):
    with worker.running(site, tmp_path) as first:
        defer("tests.slow", folder=str(tmp_path))
        worker.wait_until((tmp_path / "begun").exists)
        first.send_signal(signal.SIGSTOP)  # it can take nothing more, and then it is killed
        letter_to_someone()
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert not letters(tmp_path)
    (tmp_path / "may-end").touch()
    with worker.running(site, tmp_path):
        worker.wait_until(lambda: letters(tmp_path))
        worker.wait_until(lambda: jobs(owner, "queue_name = 'messages'") == 0)
    assert len(letters(tmp_path)) == 1


def test_a_mark_is_sealed_within_about_a_second(site, committed, owner, tmp_path):
    manager = factories.member()
    with worker.running(site, tmp_path):
        with under(manager):
            trail.record(by=manager, did="began", to="tests:1")
        worker.wait_until(lambda: sealed(owner) == 1)  # while the process comes up
        with under(manager):
            trail.record(by=manager, did="went on", to="tests:1")
        assert worker.wait_until(lambda: sealed(owner) == 2) < 2


def sealed(owner) -> int:
    return owner.execute("SELECT count(*) FROM trail_seal").fetchone()[0]


def test_told_to_stop_it_finishes_the_job_in_hand(site, committed, owner, tmp_path):
    defer("tests.slow", folder=str(tmp_path))
    with worker.running(site, tmp_path) as only:
        worker.wait_until((tmp_path / "begun").exists)
        only.send_signal(signal.SIGTERM)
        (tmp_path / "may-end").touch()
        assert only.wait(timeout=60) == 0
    assert (tmp_path / "ended").exists()
    assert jobs(owner, "task_name = 'tests.slow'") == 0
    assert owner.execute("SELECT count(*) FROM procrastinate_workers").fetchone() == (0,)


def test_it_waits_for_a_database_that_throws_it_out(site, committed, owner, tmp_path):
    with worker.running(site, tmp_path) as only:
        worker.wait_until(lambda: "working" in (tmp_path / "worker.log").read_text())
        owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE usename = 'goldenthread_app' AND datname = current_database()"
        )
        connection.close()
        letter_to_someone()
        worker.wait_until(lambda: letters(tmp_path))
        assert only.poll() is None


def test_a_job_that_kills_every_worker_is_given_up_and_says_so(site, committed, owner, tmp_path):
    defer("tests.deadly", folder=str(tmp_path))
    owner.execute("UPDATE procrastinate_jobs SET attempts = 4")
    with worker.running(site, tmp_path) as one:
        worker.wait_until(lambda: one.poll() is not None)
    with worker.running(site, tmp_path):
        worker.wait_until(lambda: jobs(owner, "status = 'failed'") == 1)
        worker.wait_until(lambda: "put back too often" in (tmp_path / "worker.log").read_text())
    assert len((tmp_path / "deaths").read_text().splitlines()) == 1


def test_each_line_of_its_log_is_json_with_the_jobs_number(site, committed, owner, tmp_path):
    letter_to_someone()
    with worker.running(site, tmp_path) as only:
        worker.wait_until(lambda: letters(tmp_path))
        only.send_signal(signal.SIGTERM)
        only.wait(timeout=60)
    lines = (tmp_path / "worker.log").read_text().splitlines()
    assert lines
    assert all("request" in json.loads(line) for line in lines)
    assert "lead@example.org" not in "".join(lines)


def test_what_runs_by_the_clock_runs_once_though_two_workers_run(site, committed, tmp_path):
    def ticks() -> list[str]:
        path = tmp_path / "ticks"
        return path.read_text().splitlines() if path.exists() else []

    with worker.running(site, tmp_path), worker.running(site, tmp_path):
        worker.wait_until(lambda: (tmp_path / "worker.log").read_text().count('"working"') == 2)
        before = len(ticks())
        worker.wait_until(lambda: len(ticks()) >= before + 3)
    assert len(ticks()) == len(set(ticks()))


def test_every_job_of_every_app_is_found_and_is_tried_again():
    files = sorted(HOUSE.glob("*/*/tasks.py"))
    assert files, "the search for jobs found none"
    tasks = list(app.tasks.values())
    for path in files:
        module = ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)
        assert module in {task.func.__module__ for task in tasks}, f"the worker lacks {module}"
    ours = [task for task in tasks if task.func.__module__.startswith("goldenthread.")]
    assert not [task.name for task in ours if task.retry_strategy is None]
