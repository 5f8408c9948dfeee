"""Make the three roles and the database itself. Done by set-up, as a superuser; never by a migration.

`goldenthread_migrate` owns the tables and passes the lock (an owner under FORCE would update nothing
and say nothing); `goldenthread_app` runs the site and owns nothing; `goldenthread_backup` only reads,
and passes the lock too, since a backup without every row is none.
"""

from dataclasses import dataclass

import psycopg
from psycopg import sql

MIGRATE, APP, BACKUP = "goldenthread_migrate", "goldenthread_app", "goldenthread_backup"
POWERS = {
    MIGRATE: sql.SQL("LOGIN BYPASSRLS NOSUPERUSER"),
    APP: sql.SQL("LOGIN NOBYPASSRLS NOSUPERUSER"),
    BACKUP: sql.SQL("LOGIN BYPASSRLS NOSUPERUSER"),
}
TEXT_EXTENSIONS = ("pg_trgm", "btree_gist", "unaccent")


@dataclass(frozen=True)
class Roles:
    """The passwords of the three roles."""

    migrate: str
    app: str
    backup: str

    def pairs(self) -> list[tuple[str, str]]:
        return [(MIGRATE, self.migrate), (APP, self.app), (BACKUP, self.backup)]


def make_roles(admin_url: str, roles: Roles) -> None:
    with psycopg.connect(admin_url, autocommit=True) as connection:
        for name, password in roles.pairs():
            exists = connection.execute(
                "SELECT 1 FROM pg_roles WHERE rolname = %s", [name]
            ).fetchone()
            verb = sql.SQL("ALTER" if exists else "CREATE")
            statement = sql.SQL("{} ROLE {} {} PASSWORD {}")
            connection.execute(
                statement.format(verb, sql.Identifier(name), POWERS[name], sql.Literal(password))
            )


def make_database(admin_url: str, name: str, template: str | None = None) -> bool:
    """True if it was made now; a database that is there is left as it is."""
    with psycopg.connect(admin_url, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        owner, source = sql.Identifier(MIGRATE), sql.Identifier(template or "template0")
        statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} ENCODING 'UTF8'")
        connection.execute(statement.format(sql.Identifier(name), owner, source))
        return True


def drop_database(admin_url: str, name: str) -> None:
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


def prepare_database(admin_url_of_database: str) -> None:
    """Inside a new database: who may connect and use it, and the extensions only a superuser may add."""
    with psycopg.connect(admin_url_of_database, autocommit=True) as connection:
        for extension in TEXT_EXTENSIONS:
            connection.execute(
                sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
            )
        for statement in GRANTS:
            connection.execute(statement)


GRANTS = (
    f"ALTER SCHEMA public OWNER TO {MIGRATE}",
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    f"GRANT USAGE ON SCHEMA public TO {APP}, {BACKUP}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {MIGRATE} IN SCHEMA public"
    f" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {MIGRATE} IN SCHEMA public"
    f" GRANT USAGE, SELECT ON SEQUENCES TO {APP}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {MIGRATE} IN SCHEMA public GRANT SELECT ON TABLES TO {BACKUP}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {MIGRATE} IN SCHEMA public"
    f" GRANT SELECT ON SEQUENCES TO {BACKUP}",
)
