"""A census drawn at random: small, wrong in many ways, the same for the same seed."""

from datetime import date, timedelta
from random import Random
from typing import Any

import polars as pl

from goldenthread.engine.returns.cin.fields import Field, codes, fields_of, tables
from goldenthread.engine.returns.typed_tables import TYPES

REFERENCE = date(2026, 3, 31)
# A child, an episode, a plan: few of each, so that rows meet.
NAMES = {"LAchildID": 12, "CINdetailsID": 2, "AssessmentID": 1, "CPPID": 1}
FEWEST_ROWS, MOST_ROWS = 10, 60


def census(seed: int) -> dict[str, pl.DataFrame]:
    """Every table of a return for the year that ends on 31 March 2026, each value typed."""
    draw = Random(seed)
    drawn = {name: _table(name, draw) for name in tables() if name != "Header"}
    return {"Header": pl.DataFrame({"Year": [2026], "ReferenceDate": [REFERENCE]}), **drawn}


def _table(name: str, draw: Random) -> pl.DataFrame:
    height = draw.randrange(FEWEST_ROWS, MOST_ROWS)
    columns = {
        field.field: pl.Series(
            [_value(field, draw) for _ in range(height)], dtype=TYPES[field.kind]
        )
        for field in fields_of(name)
    }
    return pl.DataFrame(columns)


def _value(field: Field, draw: Random) -> Any:
    if field.field in NAMES:
        return str(draw.randrange(NAMES[field.field]))
    if draw.random() < 0.3:
        return None
    if field.codes:
        return draw.choice([*codes(field.codes), "WRONG"])
    return _DRAWN[field.kind](draw)


def _day(draw: Random) -> date:
    """A day around the year; often one of a few, so that days coincide; some long before it."""
    if draw.random() < 0.2:
        return draw.choice([date(2000, 2, 29), date(2015, 5, 1), date(2020, 8, 31)])
    return REFERENCE - timedelta(
        days=draw.choice([-1, 0, 1, 20, 21, 100, 364, 365, draw.randrange(400)])
    )


_DRAWN = {
    "text": lambda draw: draw.choice(["R382200000001", "A382200000001", "R38220000000B", "A-1"]),
    "date": _day,
    "flag": lambda draw: draw.random() < 0.5,
    "whole": lambda draw: draw.randrange(-1, 3),
}
