"""The state that the last version left is restored, migrated, and fits: nothing is lost on the way."""

import re
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from psycopg.conninfo import make_conninfo

from goldenthread.config import database_setup
from goldenthread.config.backups import archive, restoring
from goldenthread.config.backups.snapshot import snapshot
from goldenthread.config.migrating import migrate
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.queries import every_partnership
from goldenthread.foundations.trail import verifying

pytestmark = pytest.mark.xdist_group("running")
HERE = Path(__file__).parent
RUN = "A migration was changed or removed after the dump was made. Before the first release, run"
TOOL = f"{RUN} python tools/dump_state.py; after it, write a new migration instead."
SHAPE = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default"
    " FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace AND contype <> 'n'",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tablename, policyname, qual, with_check FROM pg_policies",
)
CASTS = re.compile(r"::(character varying|text|bigint)(\[\])?|[()]")


@pytest.fixture
def newest() -> Path:
    dumps = sorted(HERE.glob("*.tar"))
    assert dumps, "there is no dump of an earlier state: run python tools/dump_state.py"
    return dumps[-1]


@pytest.fixture
def restored(site, committed, newest, tmp_path, settings, monkeypatch):
    """The address, as owner of its tables, of a database as the dump's version left it."""
    name = f"{site.database}_upgraded"
    database_setup.drop_database(site.admin_url(), name)
    database_setup.make_database(site.admin_url(), name)
    database_setup.prepare_database(site.admin_url(name))
    monkeypatch.setitem(connections["default"].settings_dict, "NAME", name)
    url = make_conninfo(site.urls()["DATABASE_MIGRATE_URL"], dbname=name)
    done = restoring.restore(newest, url, tmp_path / "documents", settings.SEALING_KEYS)
    assert not done.faults
    yield url
    connection.close()
    database_setup.drop_database(site.admin_url(), name)


def shape(url: str) -> list[set[tuple]]:
    with psycopg.connect(url) as asked:
        return [{plain(row) for row in asked.execute(query).fetchall()} for query in SHAPE]


def plain(row: tuple) -> tuple:
    """A condition is written with other casts and brackets once it was dumped and restored."""
    return tuple(CASTS.sub("", str(part)) for part in row)


def test_the_migrations_that_made_the_dump_are_all_still_here(newest):
    with archive.opened(newest) as dump:
        made_by = set(dump.manifest.migrations)
    ours = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    assert made_by
    assert not made_by - ours, f"{sorted(made_by - ours)[0]}: {TOOL}"


def test_the_last_state_migrates_and_fits_and_keeps_its_rows(restored, newest, site):
    with archive.opened(newest) as dump:
        before = dump.manifest.rows
    connections["default"].close()
    migrate(restored)
    theirs, ours = shape(restored), shape(site.admin_url(site.database))
    odd = [sorted(a ^ b)[0] for a, b in zip(theirs, ours, strict=True) if a != b]
    assert all(theirs)
    assert not odd, f"{odd[0]}: {TOOL}"
    with snapshot(restored) as moment:
        now = moment.rows()
    lost = {table for table in before if table in now and now[table] < before[table]}
    assert not lost


def test_what_was_written_before_is_read_after_and_its_trail_holds(restored):
    connections["default"].close()
    migrate(restored)
    with under(every_partnership(doing="look")):
        assert Partnership.objects.get().slug == "from-before"
        found = verifying.summary()
    assert not found.faults
    assert found.heads[0][1].place > 3
