"""Migrate as the owner, then fit the lock. The site's own role can do neither."""

from django.core.management import call_command

from goldenthread.config.databases import database
from goldenthread.foundations.lock import fitting
from goldenthread.foundations.lock.owner import OWNER, as_owner


def migrate(owner_url: str) -> None:
    """Bring the database at this address up to date; run again, it changes nothing."""
    with as_owner(database(owner_url)) as connection:
        call_command("migrate", database=OWNER, verbosity=0, interactive=False)
        fitting.fit(connection)
