"""The worker process: jobs that wait in PostgreSQL, and beside them the sealer of the trail.

A job whose worker was killed stays marked as being done; the worker looks for such jobs and puts
them back, so every job must be safe to run twice.
"""

import logging
import threading
from typing import cast

from django.db import OperationalError, close_old_connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from goldenthread.foundations.people.queries import partnership_ids
from goldenthread.foundations.trail.sealing import seal_waiting

log = logging.getLogger("goldenthread.work")
SEAL_EVERY_SECONDS = 0.5


def work() -> None:
    """Run until told to stop (Ctrl-C, or the service's stop signal)."""
    stopping = threading.Event()
    sealer = threading.Thread(target=seal_until, args=(stopping,), daemon=True)
    sealer.start()
    try:
        # The site's connection waits for nothing; the worker's listens for new jobs.
        connector = cast(DjangoConnector, app.connector)
        app.with_connector(connector.get_worker_connector()).run_worker(concurrency=2)
    finally:
        stopping.set()
        sealer.join(timeout=10)


def seal_until(stopping: threading.Event) -> None:
    """Seal what waits, twice a second; a database that restarts is waited for, never given up on."""
    while not stopping.wait(SEAL_EVERY_SECONDS):
        try:
            close_old_connections()
            while seal_waiting(partnership_ids()):
                pass
        except OperationalError:
            log.exception("the sealer could not reach the database and tries again")
