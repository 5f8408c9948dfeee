"""The tests' own PostgreSQL: started once, migrated once for each set of migrations, copied for each worker.

Tests run as the role of the site, under the lock. `db` gives one transaction that is undone at the
end; `committed` gives real transactions, and empties the tables afterwards.
"""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from goldenthread.config.databases import database
from goldenthread.config.embedded_postgres import Embedded
from goldenthread.config.embedded_site import Site

ROOT = Path(__file__).parent
SERVER = Embedded("test", forgetful=True)
STARTED = "GOLDENTHREAD_TESTS_STARTED_POSTGRES"
# No test fails because somebody else keeps the machine busy.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_sessionfinish(session):
    if not hasattr(session.config, "workerinput") and os.environ.pop(STARTED, None):
        SERVER.stop()


def pytest_sessionstart(session):
    """The first process starts the server, so that it also stops it; workers find it running."""
    if not hasattr(session.config, "workerinput") and SERVER.start():
        os.environ[STARTED] = "yes"


def schema_fingerprint() -> str:
    """Changes when a migration or a declaration of the lock changes."""
    sources = sorted(
        [*ROOT.glob("goldenthread/**/migrations/*.py"), *ROOT.glob("goldenthread/**/models*.py")]
        + [*ROOT.glob("goldenthread/**/models/*.py"), *ROOT.glob("goldenthread/**/apps.py")]
        + [*ROOT.glob("goldenthread/foundations/lock/*.py"), ROOT / "uv.lock"]
    )
    assert sources, "the search for migrations found none"
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]


def migrated_template() -> Site:
    from goldenthread.config.migrating import migrate

    template = Site(SERVER, f"template_{schema_fingerprint()}")
    with SERVER._one_at_a_time():
        ready = SERVER.home / f"{template.database}.ready"
        template.roles  # noqa: B018  made once, before anyone reads them
    template.start()
    with SERVER._one_at_a_time():
        if not ready.exists():
            migrate(template.urls()["DATABASE_MIGRATE_URL"])
            ready.touch()
    return template


@pytest.fixture(scope="session")
def site(request, django_db_blocker) -> Site:
    """This worker's own database."""
    from django.db import connections

    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    with django_db_blocker.unblock():
        template = migrated_template()
        connections["default"].close()
        with SERVER._one_at_a_time():
            own = template.copy(f"tests_{worker}")
    return own


@pytest.fixture(scope="session")
def django_db_setup(site, django_db_blocker):
    from django.db import connections

    with django_db_blocker.unblock():
        connections["default"].settings_dict.update(database(site.urls()["DATABASE_URL"]))
    yield
    with django_db_blocker.unblock():
        connections.close_all()


@pytest.fixture
def owner(site, django_db_blocker):
    """A plain connection past every lock: to arrange what a test needs, and to tamper."""
    import psycopg

    with psycopg.connect(site.admin_url(site.database), autocommit=True) as connection:
        yield connection


@pytest.fixture
def committed(django_db_setup, django_db_blocker, owner):
    """Real transactions under the lock; afterwards every table that a test can fill is emptied."""
    from django.db import connections

    with django_db_blocker.unblock():
        yield
        connections["default"].close()
    tables = owner.execute(
        "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname = 'public'"
        " AND tablename NOT IN ('django_migrations', 'django_content_type')"
    ).fetchone()[0]
    owner.execute("SET session_replication_role = replica")
    owner.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
