"""What holds for each rule alike, on tables of invented rows."""

import random
from datetime import date, timedelta
from functools import cache

import polars as pl
import pytest

from goldenthread.engine.returns.cin import checking, fields
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.running import taking_part

YEAR = {"reference_date": date(2026, 3, 31)}
CODES = tuple(checking.BOOK.written)
CHILDREN, ROWS = 12, 40
Tables = dict[str, pl.DataFrame]


def test_there_are_rules_to_ask_and_most_of_them_find_something():
    assert len(CODES) >= 40
    assert sum(bool(found(code, invented_census())) for code in CODES) > len(CODES) / 2


@pytest.mark.parametrize("code", CODES)
def test_the_order_of_rows_changes_nothing(code):
    places, census = shuffled()
    here = {(table, places[table][row]) for table, row in found(code, census)}
    assert here == found(code, invented_census())


@pytest.mark.parametrize("code", CODES)
def test_ids_may_be_numbers_or_text(code):
    assert found(code, numbered()) == found(code, invented_census())


@pytest.mark.parametrize("code", CODES)
def test_rows_that_say_nothing_and_tables_that_are_not_there_crash_no_rule(code):
    assert isinstance(found(code, saying_nothing()), frozenset)
    assert isinstance(found(code, Census({}, YEAR)), frozenset)


def found(code: str, census: Census) -> frozenset[tuple[str, int]]:
    rule = checking.BOOK.written[code]
    rows = taking_part(rule, rule.check(census), census, fields.owners)
    return frozenset((table, row) for table, here in rows.items() for row in here)


@cache
def invented_census() -> Census:
    return Census(invented(), YEAR)


@cache
def invented() -> Tables:
    """Rows with every field filled at random, most of them from what is allowed."""
    chance = random.Random(20260331)
    header = pl.DataFrame({"Collection": ["CIN"], "ReferenceDate": ["2026-03-31"]})
    rows = {name: rows_of(name, chance) for name in fields.tables() if name != "Header"}
    return {"Header": header, **rows}


def rows_of(table: str, chance: random.Random) -> pl.DataFrame:
    columns = fields.fields_of(table)
    rows = [{field.field: value(field, chance) for field in columns} for _ in range(ROWS)]
    return pl.DataFrame(rows, schema={field.field: pl.String for field in columns})


def value(field: fields.Field, chance: random.Random) -> str | None:
    if field.field in fields.KEYS:
        return str(chance.randrange(CHILDREN if field.field == "LAchildID" else 2))
    if chance.random() < 0.2:
        return None
    if field.kind == "date":
        return str(date(2025, 3, 25) + timedelta(chance.choice([0, 1, 7, 8, 30, 90, 366, 372])))
    return chance.choice([*(fields.codes(field.codes) if field.codes else "012"), "?"])


@cache
def shuffled() -> tuple[dict[str, list[int]], Census]:
    """The same rows in another order, and where each of them stands in the first."""
    chance, tables = random.Random(1), invented()
    places = {name: chance.sample(range(t.height), t.height) for name, t in tables.items()}
    return places, Census({name: tables[name][places[name]] for name in tables}, YEAR)


@cache
def numbered() -> Census:
    numbers = {
        name: frame.with_columns(
            pl.col(key).cast(pl.Int64) for key in fields.KEYS if key in frame.columns
        )
        for name, frame in invented().items()
    }
    return Census(numbers, YEAR)


@cache
def saying_nothing() -> Census:
    blank = {
        name: pl.DataFrame({field.field: [None, None] for field in fields.fields_of(name)})
        for name in fields.tables()
    }
    return Census(blank, YEAR)
