"""The worker process: jobs that wait in PostgreSQL, and beside them the sealer of the trail.

A job whose worker was killed stays marked as being done; the worker looks for such jobs and puts
them back, so every job must be safe to run twice. A database that restarts is waited for, never
given up on. SIGTERM lets the job in hand finish.
"""

import asyncio
import contextlib
import logging
import signal
import threading
from dataclasses import dataclass
from typing import Any, cast

import psycopg
from asgiref.sync import sync_to_async
from django.db import InterfaceError, OperationalError, close_old_connections, connections
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.db_cleanup import close_db_connections
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status

from goldenthread.config import logs
from goldenthread.foundations.people.queries import partnership_ids
from goldenthread.foundations.trail import actions as trail
from goldenthread.foundations.trail.sealing import seal_waiting

log = logging.getLogger("goldenthread.work")
AWAY = (ConnectorException, OperationalError, InterfaceError, psycopg.Error, OSError)
MOST_RUNS = 5  # a job that kills its worker each time is not put back for ever
CATCHING_UP_SECONDS = 23 * 3600  # the day's reminders go out even if nothing ran this morning


@dataclass(frozen=True)
class Pace:
    """How often the worker looks, in seconds; the tests take shorter steps."""

    seal: float = 0.5
    heartbeat: float = 10
    dead_after: float = 40  # no heartbeat for so long: its jobs are put back
    look_for_dead: float = 10
    try_again: float = 2


def work(pace: Pace | None = None) -> None:
    """Run until told to stop (Ctrl-C, or the service's stop signal)."""
    pace = pace or Pace()
    stopping = threading.Event()
    sealer = threading.Thread(target=seal_until, args=(stopping, pace.seal), daemon=True)
    sealer.start()
    try:
        asyncio.run(_serve(stopping, pace))
    finally:
        stopping.set()
        sealer.join(timeout=10)


def seal_until(stopping: threading.Event, every: float) -> None:
    """Seal what waits; one that fails is tried again at the next beat."""
    while not stopping.wait(every):
        try:
            close_old_connections()
            while seal_waiting(partnership_ids()):
                pass
        except Exception:  # the sealer outlives whatever one batch meets
            log.exception("the sealer could not seal and tries again")
            connections.close_all()


async def _serve(stopping: threading.Event, pace: Pace) -> None:
    """One connection to the database after another, until told to stop."""
    asked = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    while not asked.is_set():
        try:
            await _until_asked_or_lost(asked, pace)
        except AWAY:
            log.exception("the worker lost the database and tries again")
        await sync_to_async(connections.close_all)()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asked.wait(), pace.try_again)
    stopping.set()


async def _until_asked_or_lost(asked: asyncio.Event, pace: Pace) -> None:
    # The site's connection waits for nothing; the worker's listens for new jobs. Jobs themselves
    # keep the site's, so that what a job defers belongs to the job's own transaction.
    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    serving = app.with_connector(connector)
    serving.periodic_defaults = {"max_delay": CATCHING_UP_SECONDS}
    async with serving.open_async():
        log.info("working")
        tasks = [
            asyncio.create_task(_run(serving, pace)),
            asyncio.create_task(_put_back_for_ever(serving, pace)),
            asyncio.create_task(asked.wait()),
        ]
        done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in rest:
            task.cancel()  # the worker finishes the job in hand first
        await asyncio.gather(*rest, return_exceptions=True)
        for task in done:
            task.result()


async def _run(serving: App, pace: Pace) -> None:
    await serving.run_worker_async(
        concurrency=2,
        install_signal_handlers=False,
        delete_jobs="successful",
        update_heartbeat_interval=pace.heartbeat,
        stalled_worker_timeout=pace.dead_after,
        task_middleware=[close_db_connections, named_in_the_log],
    )


def named_in_the_log(call_next: Any, context: Any, worker: Any) -> Any:
    """A job's log lines and marks carry its number, as a request's carry its own."""
    name = f"job-{context.job.id}"
    in_log, on_trail = logs.REQUEST_ID.set(name), trail.REQUEST.set(name)
    try:
        return call_next()
    finally:
        logs.REQUEST_ID.reset(in_log)
        trail.REQUEST.reset(on_trail)


async def _put_back_for_ever(serving: App, pace: Pace) -> None:
    while True:
        await put_back(serving, pace.dead_after)
        await asyncio.sleep(pace.look_for_dead)


async def put_back(serving: App, dead_after: float) -> int:
    """Put back the jobs of workers that have gone quiet. How many there were."""
    jobs = serving.job_manager
    stalled = list(await jobs.get_stalled_jobs(seconds_since_heartbeat=dead_after))
    for job in stalled:
        facts = {"job": job.id, "task": job.task_name, "runs": job.attempts + 1}
        if job.attempts + 1 < MOST_RUNS:
            log.warning("its worker was killed: the job is put back", extra={"facts": facts})
            await jobs.retry_job(job)
        else:
            log.error("the job was put back too often and has failed", extra={"facts": facts})
            await jobs.finish_job(job, status=Status.FAILED, delete_job=False)
    return len(stalled)
