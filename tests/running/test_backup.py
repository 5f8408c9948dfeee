"""The drill: back up, restore into a new database, compare, and read it as the site would."""

import io
import json
import tarfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections

from goldenthread.config import database_setup
from goldenthread.config.backups import manifest
from goldenthread.config.commands import backup, restore, trail
from goldenthread.foundations.documents import actions as documents
from goldenthread.foundations.documents import store
from goldenthread.foundations.documents.models import Version
from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.queries import partnership_ids
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail.sealing import seal_waiting

pytestmark = pytest.mark.xdist_group("running")


@pytest.fixture
def place(site, committed, tmp_path, settings, monkeypatch):
    """A site with a document and a sealed trail, its addresses in the environment."""
    settings.DOCUMENTS_ROOT = str(tmp_path / "documents")
    settings.BACKUP_NOTE = str(tmp_path / "note" / "last.json")
    for name, url in {**site.urls(), "DATABASE_ADMIN_URL": site.admin_url()}.items():
        monkeypatch.setenv(name, url)
    monkeypatch.setitem(connections["default"].settings_dict, "NAME", site.database)
    manager = factories.member()
    with under(manager):
        upload = SimpleUploadedFile("learning.txt", b"What we learned")
        documents.keep(
            upload,
            title="Learning",
            classification=Classification.RESTRICTED,
            about="tests:1",
            by=manager,
        )
    seal_waiting(partnership_ids())
    yield manager
    connection.close()
    database_setup.drop_database(site.admin_url(), into(site))


def into(site) -> str:
    return f"{site.database}_restored"


def taken(tmp_path):
    assert backup.main([str(tmp_path / "kept")]) == 0
    (made,) = (tmp_path / "kept").iterdir()
    return made


def manifest_of(path) -> dict:
    with tarfile.open(path) as tar:
        return json.load(tar.extractfile("manifest.json"))


def rewritten(path, change) -> None:
    """The backup again, with `change(name, content)` done to each part; None leaves it out."""
    with tarfile.open(path) as tar:
        parts = [(entry.name, tar.extractfile(entry).read()) for entry in tar]
    with tarfile.open(path, "w") as tar:
        for name, content in parts:
            changed = change(name, content)
            if changed is not None:
                entry = tarfile.TarInfo(name)
                entry.size = len(changed)
                tar.addfile(entry, io.BytesIO(changed))


def test_what_was_backed_up_is_restored_whole_and_read_under_the_lock(
    site, place, owner, tmp_path, settings, capsys
):
    before = {
        table: owner.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for (table,) in owner.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
    }
    made = taken(tmp_path)
    assert manifest_of(made)["rows"] == before
    assert sum(before.values()) > 50
    settings.DOCUMENTS_ROOT = str(tmp_path / "elsewhere")
    assert restore.main([str(made), "--into", into(site)]) == 0, capsys.readouterr()
    # From here on the site's own role is connected to the restored database.
    with under(place):
        version = Version.objects.get()
        kept = store.fetch(version.checksum, partnership_id=place.partnership_id)
        assert kept == b"What we learned"
    with under(factories.member()):
        assert not Version.objects.exists(), "the lock was not restored"
        assert Seat.objects.count() == 1


def test_a_backup_says_when_it_finished_and_holds_no_key(place, tmp_path, settings):
    made = taken(tmp_path)
    assert json.loads((tmp_path / "note" / "last.json").read_text())["finished"] > 1e9
    told = manifest_of(made)
    assert told["keys"] == [manifest.fingerprint_of_key(settings.SEALING_KEYS[0])]
    assert not any(key.encode() in made.read_bytes() for key in settings.SEALING_KEYS)
    assert settings.SECRET_KEY.encode() not in made.read_bytes()
    assert made.stat().st_mode & 0o077 == 0
    assert told["heads"][str(place.partnership_id)]["place"] == 1


def test_a_database_in_use_is_never_written_over(site, place, owner, tmp_path, capsys):
    made = taken(tmp_path)
    assert restore.main([str(made)]) == 1
    assert "is in use, and nothing in it was changed" in capsys.readouterr().err
    assert restore.main([str(made), "--into", site.database]) == 1
    assert owner.execute("SELECT count(*) FROM documents_version").fetchone() == (1,)


def test_a_damaged_backup_restores_nothing_and_says_what_is_wrong(site, place, tmp_path, capsys):
    made = taken(tmp_path)
    rewritten(made, lambda name, held: held[:-1] + b"!" if name.startswith("documents/") else held)
    assert restore.main([str(made), "--into", into(site)]) == 1
    assert "is not as it was when the backup was made" in capsys.readouterr().err
    rewritten(made, lambda name, held: None if name.startswith("documents/") else held)
    assert restore.main([str(made), "--into", into(site)]) == 1
    assert "missing or was added" in capsys.readouterr().err
    made.write_bytes(b"not a backup")
    assert restore.main([str(made), "--into", into(site)]) == 1
    assert "cannot be read as a backup" in capsys.readouterr().err
    databases = connection.cursor().execute("SELECT datname FROM pg_database").fetchall()
    assert (into(site),) not in databases


def test_a_cut_tail_of_the_trail_and_a_missing_row_show(site, place, tmp_path, capsys):
    def as_if_more_had_been_there(name, held):
        if name != "manifest.json":
            return held
        told = json.loads(held)
        told["heads"][str(place.partnership_id)] = {"place": 2, "hash": "f" * 64}
        told["rows"]["documents_version"] = 2
        return json.dumps(told).encode()

    made = taken(tmp_path)
    rewritten(made, as_if_more_had_been_there)
    assert restore.main([str(made), "--into", into(site)]) == 1
    told = capsys.readouterr().out
    assert "does not end where it did" in told
    assert "documents_version: 1 rows, and the backup held 2" in told


def test_a_backup_whose_key_is_lost_says_so(site, place, tmp_path, settings, capsys):
    made = taken(tmp_path)
    settings.SEALING_KEYS = ["YW5vdGhlci1rZXktYW5vdGhlci1rZXktYW5vdGhlci0="]
    assert restore.main([str(made), "--into", into(site)]) == 1
    assert "is not in SEALING_KEYS" in capsys.readouterr().out


def test_without_a_database_there_is_no_backup_and_no_half_of_one(
    place, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr("goldenthread.config.backups.programs._major", lambda folder: 0)
    assert backup.main([str(tmp_path / "kept")]) == 1
    assert "there is no pg_dump of that version" in capsys.readouterr().err
    assert not list((tmp_path / "kept").iterdir())


def test_a_tail_cut_from_the_live_trail_shows_against_a_backup(place, owner, tmp_path, capsys):
    made = taken(tmp_path)
    assert trail.main(["verify", "--against", str(made)]) == 0, capsys.readouterr()
    owner.execute("SET session_replication_role = replica")
    owner.execute("DELETE FROM trail_seal")
    owner.execute("DELETE FROM trail_mark")
    owner.execute("SET session_replication_role = DEFAULT")
    assert trail.main(["verify"]) == 0, "marks and seals that go together leave chains that fit"
    capsys.readouterr()
    assert trail.main(["verify", "--against", str(made)]) == 1
    assert "does not hold that end" in capsys.readouterr().out


def test_a_database_that_is_away_makes_no_backup_and_says_so(place, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("DATABASE_BACKUP_URL", f"postgresql://nobody@/nowhere?host={tmp_path}")
    assert backup.main([str(tmp_path / "kept")]) == 1
    assert "No backup was made." in capsys.readouterr().err
    assert not list((tmp_path / "kept").iterdir())


@pytest.mark.parametrize("name", ["DATABASE_MIGRATE_URL", "DATABASE_ADMIN_URL"])
def test_an_address_that_is_not_set_is_named(place, site, tmp_path, capsys, monkeypatch, name):
    made = taken(tmp_path)
    monkeypatch.delenv(name)
    with pytest.raises(SystemExit, match="2"):
        restore.main([str(made), "--into", into(site)])
    assert f"Set {name} in the server's environment" in capsys.readouterr().err
