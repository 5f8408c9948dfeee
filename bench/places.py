"""A database of its own for benchmarks, on a server that writes to disk as a real one does."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

from goldenthread.config import database_setup
from goldenthread.config.embedded_postgres import Embedded
from goldenthread.config.embedded_site import Site

SERVER = Embedded("bench")


@contextmanager
def fresh_site(name: str) -> Iterator[Site]:
    """An empty, migrated, locked database; Django set up on it as the site's own role."""
    site = Site(SERVER, name)
    started = SERVER.start()
    database_setup.drop_database(site.admin_url(), name)
    site.start()
    os.environ |= {
        **site.urls(),
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.test",
    }
    import django

    django.setup()
    logging.disable(logging.INFO)  # a line for each page asked in this process
    from django.conf import settings
    from django.db import connections

    from goldenthread.config.databases import database
    from goldenthread.config.migrating import migrate

    connections["default"].close()
    connections["default"].settings_dict.update(database(site.urls()["DATABASE_URL"]))
    settings.DOCUMENTS_ROOT = str(SERVER.home.parent / "bench-documents")
    migrate(site.urls()["DATABASE_MIGRATE_URL"])
    try:
        yield site
    finally:
        connections["default"].close()
        database_setup.drop_database(site.admin_url(), name)
        if started:
            SERVER.stop()
