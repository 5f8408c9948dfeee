"""Run the rules of a return, and say of each how it went. A crash never looks like a clean file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import polars as pl

from goldenthread.engine.returns.rules import ROW, Failing, Rule

WHOLE_RETURN = ("Header", 0)


class Outcome:
    """How the run of one rule ended."""

    PASSED, FAILED, SKIPPED, CRASHED = "passed", "failed", "skipped", "crashed"


@dataclass(frozen=True)
class Result:
    """What one rule found: `rows` are (table, position) pairs; `why` says why it was skipped or
    how it crashed, never with a value from the return."""

    rule: Rule
    outcome: str
    rows: frozenset[tuple[str, int]] = frozenset()
    why: str = ""


class Return(Protocol):
    """What a rule is given: a return whose typed frames can be asked for by name."""

    @property
    def tables(self) -> Mapping[str, pl.DataFrame]: ...


class Skipped(Exception):
    """A check says why it cannot be made of this return, in words for an analyst."""


def run(rule: Rule, given: Return, owners: Any) -> Result:
    """Run one rule. `owners` maps a field to the tables that own it."""
    if rule.check is None:
        return Result(rule, Outcome.SKIPPED, why="This rule is not checked yet")
    try:
        rows = taking_part(rule, rule.check(given), given, owners)
    except Skipped as skipped:
        return Result(rule, Outcome.SKIPPED, why=str(skipped))
    except Exception as crash:  # noqa: BLE001 - whatever it is, the run goes on and says so
        return Result(rule, Outcome.CRASHED, why=type(crash).__name__)
    return Result(rule, Outcome.FAILED if rows else Outcome.PASSED, rows)


def taking_part(
    rule: Rule, failing: Failing, given: Return, owners: Any
) -> frozenset[tuple[str, int]]:
    """The rows of failing cases, in each table that owns one of the rule's fields."""
    if isinstance(failing, bool):
        return frozenset({WHOLE_RETURN}) if failing else frozenset()
    tables = frozenset().union(*map(owners, rule.fields))
    rows = {pair for table in tables for pair in _rows_of(table, failing)}
    compared_with_header = failing.height and "Header" in tables and given.tables["Header"].height
    return frozenset(rows | ({WHOLE_RETURN} if compared_with_header else set()))


def _rows_of(table: str, failing: pl.DataFrame) -> set[tuple[str, int]]:
    column = ROW + table
    if column not in failing.columns:
        return set()
    return {(table, row) for row in failing[column].drop_nulls().unique().to_list()}
