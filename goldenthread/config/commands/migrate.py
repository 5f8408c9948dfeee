"""Bring the database up to date, as its owner, and fit the lock."""

from goldenthread.config.commands import site


def main(arguments: list[str]) -> int:
    site.load()
    from goldenthread.config.migrating import migrate

    migrate(site.needed("DATABASE_MIGRATE_URL", "the database, as the role that owns its tables"))
    return 0
