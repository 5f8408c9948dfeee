"""The rules as a book: complete, and none hangs on how a return spells or dates its values."""

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest
from polars import selectors as cs

from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.checking import BOOK, results
from goldenthread.engine.returns.cin.fields import owners
from goldenthread.engine.returns.cin.tests import drawn
from goldenthread.engine.returns.running import Outcome, tables_of

CODES = tuple(BOOK.published)
YEAR = {"reference_date": drawn.REFERENCE}
SEEDS = range(9)
# Whose faults the drawn returns do not hold: they are too good or too bad for these.
NOT_DRAWN = {"100", "1570", "1580", "2888Q", "8500", "8873Q"}

Tables = dict[str, pl.DataFrame]
Found = dict[str, set[tuple[str, int]]]


def answers(tables: Tables, context: dict[str, Any] | None = None) -> Found:
    """What every rule finds in a return; that one cannot be asked is a failure of the test."""
    found = {}
    for result in results(Census(tables, context)):
        assert result.outcome in {Outcome.PASSED, Outcome.FAILED}, (result.rule.code, result.why)
        rows = result.rows.items()
        found[result.rule.code] = {(table, row) for table, which in rows for row in which}
    return found


@pytest.fixture(scope="module")
def censuses() -> list[tuple[Tables, Found]]:
    """Returns drawn at random, each with what every rule finds in it."""
    return [(tables, answers(tables)) for tables in map(drawn.census, SEEDS)]


def test_every_published_rule_is_written():
    assert len(CODES) == 109
    assert set(BOOK.written) == set(CODES)


def test_the_returns_drawn_put_nearly_every_rule_to_the_test(censuses):
    quiet = {code for code in CODES if not any(found[code] for _, found in censuses)}
    assert quiet == NOT_DRAWN


def test_a_rule_names_rows_only_of_tables_that_own_one_of_its_fields(censuses):
    for tables, found in censuses:
        for code, rows in found.items():
            owning = {*tables_of(BOOK.published[code], owners), "Header"}
            assert {table for table, _ in rows} <= owning, code
            assert all(row < tables[table].height for table, row in rows), code


def _in_british_dates(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(
        cs.date().dt.strftime("%d/%m/%Y"), cs.boolean().cast(pl.Int8).cast(pl.String)
    )


def _in_moments(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(
        cs.date().dt.strftime("%Y-%m-%dT00:00:00Z"), cs.boolean().cast(pl.String).str.to_uppercase()
    )


def _in_numbers(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(cs.date().cast(pl.Datetime), cs.boolean().cast(pl.Int64))


@pytest.mark.parametrize("spelt", [_in_british_dates, _in_moments, _in_numbers])
def test_all_spellings_give_the_same_answer(
    censuses, spelt: Callable[[pl.DataFrame], pl.DataFrame]
):
    for tables, found in censuses:
        assert answers({name: spelt(frame) for name, frame in tables.items()}) == found


def test_the_context_stands_in_for_the_header(censuses):
    for tables, found in censuses:
        headless = {name: frame for name, frame in tables.items() if name != "Header"}
        for code, rows in answers(headless, YEAR).items():
            assert rows - {("Header", 0)} == found[code] - {("Header", 0)}, code


def test_in_an_empty_return_only_the_disabilities_are_too_few():
    assert [code for code, rows in answers({}, YEAR).items() if rows] == ["2887Q"]
