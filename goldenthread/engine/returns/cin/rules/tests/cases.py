"""A short way to write a census for a rule: only the columns that matter, one child unless said."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from goldenthread.engine.returns import run_rule

YEAR = {"reference_date": date(2026, 3, 31)}
# The keys that a row gets when the case does not say: all rows belong to one child, one episode.
KEYS = {
    "ChildIdentifiers": {"LAchildID": "c1"},
    "ChildCharacteristics": {"LAchildID": "c1"},
    "Disabilities": {"LAchildID": "c1"},
    "CINdetails": {"LAchildID": "c1", "CINdetailsID": "e1"},
    "Assessments": {"LAchildID": "c1", "CINdetailsID": "e1", "AssessmentID": "a1"},
    "AssessmentFactorsList": {"LAchildID": "c1", "CINdetailsID": "e1", "AssessmentID": "a1"},
    "CINplanDates": {"LAchildID": "c1", "CINdetailsID": "e1"},
    "Section47": {"LAchildID": "c1", "CINdetailsID": "e1"},
    "ChildProtectionPlans": {"LAchildID": "c1", "CINdetailsID": "e1", "CPPID": "p1"},
    "Reviews": {"LAchildID": "c1", "CINdetailsID": "e1", "CPPID": "p1"},
    "Header": {},
}


def found(code: str, **tables: list[dict[str, Any]]) -> set[tuple[str, int]]:
    """What a rule finds in a census of these rows, in the census year that ends on 31 March 2026."""
    frames = {
        name: pl.DataFrame([{**KEYS[name], **row} for row in rows], infer_schema_length=None)
        for name, rows in tables.items()
    }
    return run_rule("cin", code, frames, context=YEAR)


def failing(code: str, table: str, *rows: dict[str, Any]) -> list[int]:
    """Which of these rows of one table fail, each the row of a child of its own."""
    keys = KEYS[table]
    apart = [{**{key: f"{key} {n}" for key in keys}, **row} for n, row in enumerate(rows)]
    rows_found = found(code, **{table: apart})
    assert {name for name, _ in rows_found} <= {table}, "only this table was given"
    return sorted(row for _, row in rows_found)


def case(code: str, says: str, fails: bool, **row: Any):
    """One row of a table of cases: what the row shows, and whether the rule finds it."""
    return pytest.param(code, row, fails, id=f"{code} {says}")


def each_alone(*cases: Any):
    """Try each row by itself: `(code, row, fails)`."""
    return pytest.mark.parametrize(("code", "row", "fails"), cases)


def only(fails: bool, *rows: tuple[str, int]) -> set[tuple[str, int]]:
    """These rows if the rule fails, else none."""
    return set(rows) if fails else set()
