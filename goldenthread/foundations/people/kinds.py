"""The kinds of organisation: edition-stamped data from `kinds.csv`, never constants in code.

Source: the schedule of SI 2018/789 (relevant agencies) and section 16E of the Children Act 2004,
under the names that are in use now. `sure` says how far a row can be trusted: V the text was read,
K known but not read again, D our own choice and not in the law. Old names stay, with their dates
and what came after them, because old reports use them.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

SOURCE = Path(__file__).with_name("kinds.csv")
SURENESS = {
    "V": "The text was read",
    "K": "Known, but the text was not read again",
    "D": "Our own choice: not in the law",
}


class UnknownKind(Exception):
    """No row of kinds.csv has this code."""


@dataclass(frozen=True)
class Kind:
    """One kind of organisation, as one edition of the law names it."""

    code: str
    name: str
    sector: str
    standing: str  # statutory, relevant or other
    paragraph: str
    edition: str
    sure: str  # a key of SURENESS
    valid_from: date
    valid_to: date | None
    succeeded_by: str
    note: str

    def in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind there is or was, by code."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: _kind(row) for row in csv.DictReader(file)}


def kind(code: str) -> Kind:
    if code not in kinds():
        raise UnknownKind(f"kinds.csv has no kind of organisation called “{code}”")
    return kinds()[code]


def named(code: str) -> str:
    """The name of a kind, for a reader; a code that nobody knows is shown as it is."""
    return kinds()[code].name if code in kinds() else code


def in_force(on: date) -> list[Kind]:
    """The kinds that may be chosen for an organisation that exists on this day."""
    return [found for found in kinds().values() if found.in_force(on)]


def sectors() -> list[str]:
    """In the order of the file, which is the order of the schedule."""
    return list(dict.fromkeys(found.sector for found in kinds().values()))


def codes_in(sector: str) -> list[str]:
    return [found.code for found in kinds().values() if found.sector == sector]


def successor(code: str) -> Kind | None:
    """What came after a historic kind, followed to the end; none for a kind still in use."""
    found = kind(code)
    while found.succeeded_by:
        found = kind(found.succeeded_by)
    return found if found.code != code else None


def _kind(row: dict[str, str]) -> Kind:
    dates = {
        "valid_from": date.fromisoformat(row["valid_from"]),
        "valid_to": date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
    }
    return Kind(**{**row, **dates})  # type: ignore[arg-type]
