"""The embedded database of a demonstration or a test run, with its three roles, ready to use."""

import os
import secrets
from dataclasses import dataclass

from goldenthread.config import database_setup
from goldenthread.config.database_setup import APP, BACKUP, MIGRATE, Roles
from goldenthread.config.embedded_postgres import Embedded


@dataclass(frozen=True)
class Site:
    """One database on an embedded server."""

    server: Embedded
    database: str

    @property
    def roles(self) -> Roles:
        path = self.server.home / "roles"
        if not path.exists():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write("\n".join(secrets.token_urlsafe(24) for _ in range(3)))
        return Roles(*path.read_text().split())

    def admin_url(self, database: str = "postgres") -> str:
        return self.server.url(database)

    def urls(self) -> dict[str, str]:
        """The three addresses of the database, by the variables that the settings read."""
        roles, url = self.roles, self.server.url
        return {
            "DATABASE_URL": url(self.database, APP, roles.app),
            "DATABASE_MIGRATE_URL": url(self.database, MIGRATE, roles.migrate),
            "DATABASE_BACKUP_URL": url(self.database, BACKUP, roles.backup),
        }

    def start(self) -> bool:
        """Start the server, make the roles and the database where they are missing. True if started."""
        started = self.server.start()
        with self.server._one_at_a_time():  # two test workers start at the same moment
            database_setup.make_roles(self.admin_url(), self.roles)
            if database_setup.make_database(self.admin_url(), self.database):
                database_setup.prepare_database(self.admin_url(self.database))
        return started

    def copy(self, database: str) -> "Site":
        """A fresh copy of this database under another name."""
        database_setup.drop_database(self.admin_url(), database)
        database_setup.make_database(self.admin_url(), database, template=self.database)
        return Site(self.server, database)
