"""Bring tests/access.csv up to date: a new page is added as refused to everyone, a gone one removed.

    python tools/access_table.py            add new pages, refused
    python tools/access_table.py --as-built give new pages what their entrance says, for reading over

The table is a decision, so read what this changes before you commit it.
"""

import csv
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings.test")


def as_built(name: str, columns: list[str]) -> dict[str, str]:
    from goldenthread.foundations.people import entrances

    entrance = entrances.entrance_of(name)
    if isinstance(
        entrance, entrances.Public | entrances.SigningIn | entrances.ByLink | entrances.Alive
    ):
        return dict.fromkeys(columns, "open")
    if isinstance(entrance, entrances.SignedIn):
        return dict.fromkeys(columns, "open") | {columns[0]: "sign in"}
    roles = getattr(entrance, "roles", None)
    if roles is None:
        return dict.fromkeys(columns, "refuse")
    return {column: "open" if column in roles else "refuse" for column in columns} | {
        columns[0]: "sign in"
    }


def main() -> None:
    import django

    django.setup()
    from tests.pages import every_page
    from tests.test_access import COLUMNS, REFUSED, TABLE, decided

    known = decided() if TABLE.exists() else {}
    fresh = "--as-built" in sys.argv
    with open(TABLE, "w", newline="") as file:
        writer = csv.DictWriter(file, ["page", *COLUMNS], lineterminator="\n")
        writer.writeheader()
        for page in every_page():
            new = as_built(page.name, COLUMNS) if fresh else REFUSED
            row = known.get(page.name, new)
            writer.writerow({"page": page.name, **row})


if __name__ == "__main__":
    main()
