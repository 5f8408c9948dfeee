"""Leave a small backup of the tables as this version makes them, for later versions to migrate.

    python tools/dump_state.py          in place of those before, until the first release
    python tools/dump_state.py --keep   beside those of earlier releases

Run it when a version is released. What it holds is invented. tests/upgrades/ restores the newest and
migrates it.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "upgrades"
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings.test")


def main() -> None:
    import conftest

    started = conftest.SERVER.start()
    try:
        made = dump(conftest)
    finally:
        if started:
            conftest.SERVER.stop()
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1000:.0f} kB")


def dump(conftest) -> Path:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    from goldenthread.config.backups import taking
    from goldenthread.config.databases import database

    site = conftest.migrated_template().copy("state_to_dump")
    connections["default"].settings_dict.update(database(site.urls()["DATABASE_URL"]))
    with tempfile.TemporaryDirectory() as folder:
        settings.DOCUMENTS_ROOT = str(Path(folder) / "documents")
        fill()
        connections["default"].close()
        url, keys = site.urls()["DATABASE_BACKUP_URL"], settings.SEALING_KEYS
        taken = taking.take(url, Path(settings.DOCUMENTS_ROOT), keys, Path(folder) / "kept")
        return kept(taken, conftest.schema_fingerprint())


def fill() -> None:
    """A handful of invented rows: a thread from its finding to its evidence, a letter, a sealed trail."""
    from goldenthread.foundations.messages import actions as messages
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.queries import partnership_ids
    from goldenthread.foundations.people.tests import factories
    from goldenthread.foundations.thread.tests import making
    from goldenthread.foundations.trail.sealing import seal_waiting

    partnership = factories.PartnershipFactory(name="From before", slug="from-before")
    manager = factories.member(partnership=partnership)
    making.finding(manager)
    making.evidence_seen(manager, making.colleague(manager))
    with under(manager):
        messages.send(
            to="lead@example.org", name="Ade", subject="Waiting", paragraphs=["So"], by=manager
        )
    seal_waiting(partnership_ids())


def kept(taken: Path, fingerprint: str) -> Path:
    if "--keep" not in sys.argv:
        for before in FOLDER.glob("*.tar"):
            before.unlink()
    made = FOLDER / f"{taken.name.removeprefix('goldenthread-')[:10]}-{fingerprint}.tar"
    made.write_bytes(taken.read_bytes())
    return made


if __name__ == "__main__":
    main()
