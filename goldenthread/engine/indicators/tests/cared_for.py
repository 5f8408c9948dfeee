"""A short way to count an indicator of children looked after by hand: one child unless rows say."""

from typing import Any

import polars as pl

from goldenthread.engine.indicators.collection import LOOKED_AFTER
from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.tests.worked import LAST_YEAR, THIS_YEAR, day, of
from goldenthread.engine.returns.ssda903.fields import fields_of, tables
from goldenthread.engine.returns.typed_tables import typed_table

Rows = list[dict[str, Any]]
# Started in care, under a full care order, in a foster placement.
EPISODE = {"LS": "C2", "PLACE": "U6", "RNE": "S", "PL_POST": "CD1 1AA", "URN": "1"}


def episode(start: str, end: str | None = None, **also: Any) -> dict[str, Any]:
    return {**EPISODE, "DECOM": day(start), "DEC": day(end) if end else None, **also}


def returned(given: dict[str, Rows], left_out: str = "") -> dict[str, pl.DataFrame]:
    """The tables given, and the rest without a row; but for one that was left out."""
    frames = {}
    for name in tables():
        if name == left_out:
            continue
        rows = [{"CHILD": "c1", **row} for row in given.get(name, [])]
        frame = pl.DataFrame(rows, infer_schema_length=None) if rows else None
        frames[name] = typed_table(name, fields_of(name), frame)
    return frames


def figures(code: str, last: dict[str, Rows] | None = None, **now: Rows) -> list[Figure]:
    years = {THIS_YEAR: returned(now)}
    if last is not None:
        years[LAST_YEAR] = returned(last)
    return of(code, LOOKED_AFTER, years)


def figure(
    code: str,
    *,
    period: str = "2025/26",
    breakdown: str = "total",
    last: dict[str, Rows] | None = None,
    **now: Rows,
) -> Figure:
    found = [
        each
        for each in figures(code, last, **now)
        if (each.period, each.breakdown) == (period, breakdown)
    ]
    assert len(found) == 1, f"{len(found)} figures for {period}, {breakdown}"
    return found[0]


def parts(code: str, **asked: Any) -> tuple[int | None, int | None]:
    found = figure(code, **asked)
    return found.numerator, found.denominator
