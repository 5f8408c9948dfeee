"""Make the three roles and the database. Run once, as a superuser of PostgreSQL."""

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from goldenthread.config import database_setup
from goldenthread.config.commands import site


def main(arguments: list[str]) -> int:
    admin = site.needed("DATABASE_ADMIN_URL", "PostgreSQL, as a superuser, for this command only")
    urls = {
        role: conninfo_to_dict(site.needed(name, f"the database, as {role}"))
        for role, name in (
            (database_setup.MIGRATE, "DATABASE_MIGRATE_URL"),
            (database_setup.APP, "DATABASE_URL"),
            (database_setup.BACKUP, "DATABASE_BACKUP_URL"),
        )
    }
    passwords = [str(urls[role]["password"]) for role in urls]
    name = str(urls[database_setup.APP]["dbname"])
    database_setup.make_roles(admin, database_setup.Roles(*passwords))
    database_setup.make_database(admin, name)
    database_setup.prepare_database(make_conninfo(admin, dbname=name))
    return 0
