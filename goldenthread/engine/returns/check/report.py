"""What a check found, for a person and for a program."""

import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from goldenthread.engine.returns.check import issues
from goldenthread.engine.returns.check.checked import Checked
from goldenthread.engine.returns.check.issues import count
from goldenthread.engine.returns.running import Outcome, Result
from goldenthread.engine.terminal import harmless

# What a message is never cut below, however narrow the terminal.
NARROWEST = 40
# Every query begins so, and a list of them would say nothing else.
ASKED_OF_ALL = re.compile(r"^Please check and either amend (?:data )?or provide a reason:\s*", re.I)
# More skipped rules than this are counted, not named.
MOST_NAMED = 40


def as_text(checked: Checked, results: Sequence[Result]) -> str:
    """The rules that failed, most issues first; then what was skipped, crashed or left out."""
    lines = [f"{checked.name}: {_in_short(results)}{_flaws(checked)}", *_notes(checked.first)]
    lines += _tables(checked)
    failed = sorted((r for r in results if r.outcome == Outcome.FAILED), key=count, reverse=True)
    lines += map(_failed, failed)
    lines += [
        f"  {r.rule.code:<6} CRASHED: {r.why}. This rule was not checked"
        for r in _that(results, Outcome.CRASHED)
    ]
    lines += _skipped(checked.kind, results)
    lines += _notes(checked.notes)
    return "\n".join(map(harmless, lines))


def as_json(checked: Checked, results: Sequence[Result]) -> str:
    """The whole of a check as one object."""
    found = issues.frames([*checked.flaws, *results], checked.tables)
    whole: dict[str, Any] = {
        "file": checked.name,
        "return": checked.kind,
        "edition": checked.edition,
        "tables": [vars(table) for table in checked.read],
        "rules": [_rule(result) for result in results],
        "issues": [row for frame in found for row in frame.to_dicts()],
        "notes": [*checked.first, *checked.notes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _flaws(checked: Checked) -> str:
    """Said at once, so that a return without a failed rule is not taken for a clean one."""
    found = sum(map(count, checked.flaws))
    return f"; {found:,} not right in the files themselves, see the notes" if found else ""


def _tables(checked: Checked) -> list[str]:
    """Which file held what, where a return is in several files."""
    if len(checked.read) < 2 or len({table.file for table in checked.read}) < 2:
        return []
    return [f"  {table.name:<15} {table.rows:>8,} rows  {table.file}" for table in checked.read]


def _notes(notes: Iterable[str]) -> list[str]:
    return [f"  Note: {note}" for note in notes]


def _rule(result: Result) -> dict[str, Any]:
    rule = result.rule
    return {
        "code": rule.code,
        "kind": rule.kind,
        "edition": rule.edition,
        "outcome": result.outcome,
        "issues": count(result),
        "why": result.why,
    }


def _in_short(results: Sequence[Result]) -> str:
    outcomes = Counter(result.outcome for result in results)
    found = ", ".join(f"{outcomes[each]} {each}" for each in OUTCOMES if outcomes[each])
    return f"{len(results)} rules of {results[0].rule.edition}: {found}"


OUTCOMES = (Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED, Outcome.CRASHED)


def _that(results: Sequence[Result], outcome: str) -> list[Result]:
    return [result for result in results if result.outcome == outcome]


def _skipped(kind: str, results: Sequence[Result]) -> list[str]:
    reasons: dict[str, list[str]] = {}
    for result in _that(results, Outcome.SKIPPED):
        reasons.setdefault(result.why, []).append(result.rule.code)
    return [f"  Skipped: {why} ({_codes(kind, codes)})" for why, codes in reasons.items()]


def _codes(kind: str, codes: list[str]) -> str:
    if len(codes) <= MOST_NAMED:
        return ", ".join(codes)
    return f"{len(codes)} rules; “goldenthread rules --return {kind}” lists them"


def _failed(result: Result) -> str:
    rule = result.rule
    message = ASKED_OF_ALL.sub("", rule.message)
    told = f"{message[:1].upper()}{message[1:]}"
    return _cut(f"  {rule.code:<6} {rule.kind:<5} {count(result):>8,}  {told}")


def _cut(line: str) -> str:
    """A line that fits the terminal; whole where it goes to a file or to another program."""
    if not sys.stdout.isatty():
        return line
    widest = max(shutil.get_terminal_size().columns, NARROWEST)
    return line if len(line) <= widest else line[: widest - 1] + "…"
