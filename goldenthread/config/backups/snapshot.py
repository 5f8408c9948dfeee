"""One moment of the database: its counts, the ends of its chains, its migrations."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

from goldenthread.config.backups.manifest import Head

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
HEADS = "SELECT DISTINCT ON (chain) chain, place, hash FROM trail_seal ORDER BY chain, place DESC"
MIGRATIONS = "SELECT app || '.' || name FROM django_migrations ORDER BY app, name"


class Snapshot:
    """Everything asked of it is answered as of one moment, whatever others write meanwhile."""

    def __init__(self, connection: psycopg.Connection):
        self.connection = connection

    @property
    def server(self) -> int:
        return self.connection.info.server_version

    def name(self) -> str:
        """What pg_dump must be told so that it dumps this very moment."""
        return self._all("SELECT pg_export_snapshot()")[0][0]

    def rows(self) -> dict[str, int]:
        count = sql.SQL("SELECT count(*) FROM {}")
        return {
            table: self._all(count.format(sql.Identifier(table)))[0][0]
            for (table,) in self._all(TABLES)
        }

    def heads(self) -> dict[str, Head]:
        return {str(chain): Head(place, hash_) for chain, place, hash_ in self._all(HEADS)}

    def migrations(self) -> list[str]:
        return [name for (name,) in self._all(MIGRATIONS)]

    def _all(self, query: str | sql.Composed) -> list[tuple]:
        return self.connection.execute(query).fetchall()  # type: ignore[arg-type]


@contextmanager
def snapshot(url: str) -> Iterator[Snapshot]:
    """The database at this address; it must be asked as a role that passes the lock."""
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        yield Snapshot(connection)
