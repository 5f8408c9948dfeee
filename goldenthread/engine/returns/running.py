"""Run the rules of a return, and say of each how it went. A crash never looks like a clean file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl

from goldenthread.engine.returns.rules import ROW, Failing, Rule

# Table → positions of rows in it (0 up), sorted.
Rows = Mapping[str, pl.Series]
Owners = Callable[[str], frozenset[str]]
WHOLE_RETURN: Rows = {"Header": pl.Series([0], dtype=pl.UInt32)}


class Outcome:
    """How the run of one rule ended."""

    PASSED, FAILED, SKIPPED, CRASHED = "passed", "failed", "skipped", "crashed"


@dataclass(frozen=True)
class Result:
    """What one rule found: in which tables, which rows. `why` says why it was skipped or how it
    crashed, never with a value from the return."""

    rule: Rule
    outcome: str
    rows: Rows = field(default_factory=dict)
    why: str = ""


class Return(Protocol):
    """What a rule is given: a return whose typed frames can be asked for by name."""

    @property
    def tables(self) -> Mapping[str, pl.DataFrame]: ...


class Skipped(Exception):
    """A check says why it cannot be made of this return, in words for an analyst."""


def run(rule: Rule, given: Return, owners: Owners) -> Result:
    """Run one rule. `owners` maps a field to the tables that own it."""
    if rule.check is None:
        return Result(rule, Outcome.SKIPPED, why="Not checked in this version")
    try:
        rows = taking_part(rule, rule.check(given), given, owners)
    except Skipped as skipped:
        return Result(rule, Outcome.SKIPPED, why=str(skipped))
    except Exception as crash:  # noqa: BLE001 - whatever it is, the run goes on and says so
        return Result(rule, Outcome.CRASHED, why=type(crash).__name__)
    return Result(rule, Outcome.FAILED if rows else Outcome.PASSED, rows)


def taking_part(rule: Rule, failing: Failing, given: Return, owners: Owners) -> Rows:
    """The rows of failing cases, in each table that owns one of the rule's fields."""
    if isinstance(failing, bool):
        return dict(WHOLE_RETURN) if failing else {}
    tables = tables_of(rule, owners)
    rows = {table: _rows_of(table, failing) for table in tables if ROW + table in failing.columns}
    if failing.height and "Header" in tables and given.tables["Header"].height:
        rows |= WHOLE_RETURN
    return {table: found for table, found in rows.items() if found.len()}


def tables_of(rule: Rule, owners: Owners) -> list[str]:
    """The tables that a rule is about, by its fields; its module for a field that none owns."""
    return sorted(frozenset().union(*(owners(name) or {rule.module} for name in rule.fields)))


def _rows_of(table: str, failing: pl.DataFrame) -> pl.Series:
    return failing[ROW + table].drop_nulls().unique().sort()
