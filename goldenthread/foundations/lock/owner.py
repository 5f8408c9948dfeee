"""A connection as the owner of the tables: for migrations and for fitting the lock, never the site."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

OWNER = "owner"


@contextmanager
def as_owner(settings: dict[str, object]) -> Iterator[BaseDatabaseWrapper]:
    """A second connection, under the alias `owner`, with these parts of `DATABASES` put over the first."""
    connections.settings[OWNER] = {**connections.settings[DEFAULT_DB_ALIAS], **settings}
    try:
        yield connections[OWNER]
    finally:
        connections[OWNER].close()
        del connections[OWNER]
        del connections.settings[OWNER]
