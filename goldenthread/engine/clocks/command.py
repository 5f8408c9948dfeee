"""`goldenthread clock RULE START`: exit 0, or 2 when the rule or the start cannot be understood."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from goldenthread.engine.bank_holidays import ClosedInEngland
from goldenthread.engine.terminal import Parser, short
from goldenthread.kernel.clocks import book, counting
from goldenthread.kernel.clocks.clock import Clock, NeedsTime
from goldenthread.kernel.clocks.reasoning import reasoning
from goldenthread.kernel.clocks.rule import ClockRule

ANSWERED, NOT_UNDERSTOOD = 0, 2
YEARS = range(1950, 2100)
NOT_IN_FORCE = "Note: edition {} was not in force on the day it began"
NONE_HELD = f"{NOT_IN_FORCE}, and none that was is held. Check the guidance of that time"


class BadStart(ValueError):
    """What was given as a start is no date."""


def main(argv: list[str]) -> int:
    """Print when a limit falls due and why, or list the limits; the exit status."""
    asked = parser().parse_intermixed_args(argv)
    try:
        print_out(asked)
    except (book.NoSuchRule, NeedsTime, BadStart) as trouble:
        print(short(str(trouble)), file=sys.stderr)
        return NOT_UNDERSTOOD
    return ANSWERED


def print_out(asked: argparse.Namespace) -> None:
    if asked.list or (asked.rule is None and not asked.closed):
        print(list_of_rules(as_json=asked.json))
        return
    if asked.rule is None:
        raise BadStart("Name the time limit, such as RR-1. The list: goldenthread clock --list")
    if asked.start is None:
        raise BadStart(
            f"Give the date on which it began: goldenthread clock {asked.rule} 2026-01-05"
        )
    start = started(asked.start)
    rule = book.rule_of(asked.rule, on=counting.day_of(start), edition=asked.edition)
    clock = Clock(rule, start, ClosedInEngland(closures(asked.closed)))
    print(as_json(clock) if asked.json else f"{rule.code}, {rule.ends}: {reasoning(clock)}")
    if not was_in_force(clock):
        told = NOT_IN_FORCE if asked.edition else NONE_HELD
        print(told.format(rule.edition), file=sys.stderr)


def was_in_force(clock: Clock) -> bool:
    return clock.rule.holds_on(counting.day_of(clock.start))


def as_json(clock: Clock) -> str:
    rule = clock.rule
    said = {
        "rule": rule.code,
        "edition": rule.edition,
        "in_force": was_in_force(clock),
        "guidance": rule.guidance,
        "paragraph": rule.paragraph,
        "process": rule.process,
        "starts": rule.starts,
        "start": clock.start.isoformat(),
        "length": rule.length,
        "unit": rule.unit,
        "kind": rule.kind,
        "due": clock.due.isoformat(),
        "ends": rule.ends,
        "standing": rule.standing,
        "certainty": rule.certainty,
        "reasoning": reasoning(clock),
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def list_of_rules(*, as_json: bool) -> str:
    """Every time limit, and every time that cannot be said as one."""
    if as_json:
        return json.dumps([_listed(rule) for rule in book.rules()], ensure_ascii=False, indent=1)
    lines = [
        f"{rule.code:<8} {rule.edition:<8} {rule.kind} {rule.length} {rule.unit}: "
        f"{rule.ends} (from {rule.starts}; {rule.standing}, {rule.citation()})"
        for rule in book.rules()
    ]
    others = [f"{row.code:<13} {row.says}. {row.why}." for row in book.not_clocks()]
    return "\n".join([*lines, "", "Not clocks, and why:", *others])


def _listed(rule: ClockRule) -> dict[str, object]:
    days = {"valid_from": _iso(rule.valid_from), "valid_to": _iso(rule.valid_to)}
    return {**vars(rule), **days}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def started(text: str) -> date | datetime:
    """A date, or a moment (England's time unless it names its zone), as ISO 8601 writes them."""
    try:
        day_only = len(text) <= len("2026-01-05")
        start = date.fromisoformat(text) if day_only else datetime.fromisoformat(text)
    except ValueError:
        raise BadStart(
            f"“{text[:40]}” is no date, or none that exists. Write it as 2026-01-05, or 2026-01-05T16:30 "
            "with the time"
        ) from None
    if start.year not in YEARS:
        raise BadStart(f"“{text[:40]}” is out of range: give a year from {YEARS[0]} to {YEARS[-1]}")
    if isinstance(start, datetime) and not counting.came(start):
        raise BadStart(
            f"“{text[:40]}” never came: the clocks went forward over that hour. Give the time that a "
            "clock showed, or its zone as well: 2026-03-29T01:30Z"
        )
    return start


def closures(given: Iterable[str]) -> Iterator[date]:
    """Each day, of several given one by one or with commas between."""
    return (counting.day_of(started(day)) for days in given for day in days.split(","))


def parser() -> Parser:
    made = Parser(
        prog="goldenthread clock",
        description="When a statutory time limit falls due in England, and why.",
    )
    made.add_argument("rule", nargs="?", metavar="RULE", help="its code, such as SIN-1")
    made.add_argument("start", nargs="?", metavar="START", help="when it began, such as 2026-01-05")
    made.add_argument("--edition", help="of this edition; else the one in force when it began")
    made.add_argument(
        "--closed",
        action="append",
        default=[],
        metavar="DAY",
        help="a local closed day; give it again for another, or put commas between",
    )
    made.add_argument("--list", action="store_true", help="print every time limit")
    made.add_argument("--json", action="store_true", help="print for a program")
    return made
