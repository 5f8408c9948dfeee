"""What a check found, for a person and for a program."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from goldenthread.engine.returns.check.issues import count
from goldenthread.engine.returns.running import Outcome, Result

WIDEST = 96


def as_text(name: str, results: Sequence[Result], notes: Iterable[str]) -> str:
    """The rules that failed, most issues first; then what was skipped, crashed or left out."""
    lines = [f"{name}: {_in_short(results)}"]
    failed = sorted((r for r in results if r.outcome == Outcome.FAILED), key=count, reverse=True)
    lines += [
        f"  {r.rule.code:<6} {r.rule.kind:<5} {count(r):>8,}  {_cut(r.rule.message)}"
        for r in failed
    ]
    lines += [
        f"  {r.rule.code:<6} CRASHED: {r.why}. This rule was not checked"
        for r in _that(results, Outcome.CRASHED)
    ]
    lines += _skipped(results)
    lines += [f"  Note: {note}" for note in notes]
    return "\n".join(lines)


def as_json(
    name: str, results: Sequence[Result], notes: Iterable[str], issues: Iterable[pl.DataFrame]
) -> str:
    whole: dict[str, Any] = {
        "file": name,
        "rules": [_rule(result) for result in results],
        "issues": [row for frame in issues for row in frame.to_dicts()],
        "notes": list(notes),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


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


def _skipped(results: Sequence[Result]) -> list[str]:
    reasons: dict[str, list[str]] = {}
    for result in _that(results, Outcome.SKIPPED):
        reasons.setdefault(result.why, []).append(result.rule.code)
    return [f"  Skipped: {why} ({', '.join(codes)})" for why, codes in reasons.items()]


def _cut(message: str) -> str:
    return message if len(message) <= WIDEST else message[: WIDEST - 1] + "…"
