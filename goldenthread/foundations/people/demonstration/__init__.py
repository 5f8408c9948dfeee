"""The made-up region: five partnerships, their organisations, groups and people, and who signs in.

Everything here is invented. Beside it stands the worked example on published figures, in which
nobody is described: two of the accounts may read it. The rows are in the CSV files of this folder.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "three vales and a heron"  # noqa: S105  printed by the demonstration, and used nowhere else
FOLDER = Path(__file__).parent
MAIN, WORKED_EXAMPLE = "callowdale", "kirklees-worked-example"  # partnerships, by their addresses


@dataclass(frozen=True)
class Account:
    """Somebody as whom one can sign in, and what is worth looking at then."""

    role: str
    name: str
    email: str
    look_at: str


def rows_of(file: str) -> list[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def accounts() -> list[Account]:
    """An account for each role, and one for each signature on the yearly report, in the order of roles."""
    return [
        Account(row["account"], row["name"], row["email"], row["look_at"])
        for row in rows_of("people.csv")
        if row["account"]
    ]


def load() -> list[Account]:
    """Put all of it in. Loading again changes nothing. Opens the lock itself."""
    from goldenthread.foundations.people.demonstration import loading

    loading.load()
    return accounts()
