"""Every time limit that ships, by code and edition."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from goldenthread.kernel.clocks.rule import Certainty, ClockRule, Kind, Standing, Unit


class NoSuchRule(LookupError):
    """There is no time limit of this code, or not in this edition."""


@dataclass(frozen=True)
class NotAClock:
    """A time in the guidance that cannot be said as a clock, and why."""

    code: str
    process: str
    says: str
    why: str
    source: str


@cache
def rules() -> tuple[ClockRule, ...]:
    """Every shipped rule, in the order of the file: by process, then by edition."""
    return tuple(_rule(row) for row in _rows("rules.csv"))


@cache
def not_clocks() -> tuple[NotAClock, ...]:
    return tuple(NotAClock(**row) for row in _rows("not_clocks.csv"))


def rule_of(code: str, *, on: date | None = None, edition: str | None = None) -> ClockRule:
    """The rule of a code: of the edition asked for, else the one in force on a day, else the
    latest. Where none was in force on that day yet, the earliest. Raises NoSuchRule."""
    editions = [rule for rule in rules() if rule.code.casefold() == code.casefold()]
    if not editions:
        raise NoSuchRule(_unknown(code))
    if edition is not None:
        return _of_edition(code, edition, editions)
    if on is None:
        return editions[-1]
    return next((rule for rule in reversed(editions) if rule.holds_on(on)), editions[0])


def _of_edition(code: str, edition: str, editions: list[ClockRule]) -> ClockRule:
    for rule in editions:
        if rule.edition == edition:
            return rule
    held = ", ".join(rule.edition for rule in editions)
    raise NoSuchRule(f"{code} is held in these editions: {held}")


def _unknown(code: str) -> str:
    for row in not_clocks():
        if row.code.casefold() == code.casefold():
            return f"{row.code} is no clock. {row.says}. {row.why}"
    return f"There is no time limit called {code}. The list: goldenthread clock --list"


def _rule(row: dict[str, str]) -> ClockRule:
    typed = {
        "valid_from": _day(row["valid_from"]),
        "valid_to": _day(row["valid_to"]),
        "length": int(row["length"]),
        "unit": Unit(row["unit"]),
        "kind": Kind(row["kind"]),
        "standing": Standing(row["standing"]),
        "certainty": Certainty(row["certainty"]),
        "may_pause": row["may_pause"] == "yes",
    }
    return ClockRule(**{**row, **typed})  # type: ignore[arg-type]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
