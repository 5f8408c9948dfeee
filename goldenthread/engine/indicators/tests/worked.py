"""A short way to count an indicator by hand: only the rows and columns that matter.

Rows belong to one child and one episode unless they say otherwise. `last=` holds the tables of
the return of the year before.
"""

from datetime import date
from typing import Any

import polars as pl

from goldenthread.engine.indicators import collection as collections
from goldenthread.engine.indicators import derived
from goldenthread.engine.indicators.collection import CIN, Collection
from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.plan import written_down
from goldenthread.engine.indicators.populations import Estimate, Populations
from goldenthread.engine.indicators.running import DuckDB
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.rules.tests.cases import KEYS

THIS_YEAR, LAST_YEAR = 2026, 2025
Tables = dict[str, list[dict[str, Any]]]
POPULATIONS = Populations({(2025, "total"): Estimate(10_000, "mid-2025")})


def day(text: str) -> date:
    """`day("1 Apr 2025")`."""
    number, month, year = text.split()
    return date(int(year), MONTHS.index(month) + 1, int(number))


MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def census_of(year: int, tables: Tables) -> Census:
    frames = {
        name: pl.DataFrame([{**KEYS[name], **row} for row in rows], infer_schema_length=None)
        for name, rows in tables.items()
    }
    return Census(frames, {"reference_date": date(year, 3, 31)})


def figures(code: str, last: Tables | None = None, **tables: Any) -> list[Figure]:
    """Every figure of one indicator of the census."""
    censuses = {THIS_YEAR: census_of(THIS_YEAR, tables)}
    if last is not None:
        censuses[LAST_YEAR] = census_of(LAST_YEAR, last)
    return of(code, CIN, censuses)


def of(code: str, collection: Collection, returns: dict[int, Any]) -> list[Figure]:
    plan = written_down(collection.folder).only(derived.counted_as(code))
    assert plan.queries, f"{code} is measured by no family"
    with DuckDB() as engine:
        found = collections.figures(collection, returns, POPULATIONS, engine, plan)
        return [figure for figure in found if figure.code == code]


def figure(
    code: str,
    *,
    period: str = "2025/26",
    breakdown: str = "total",
    last: Tables | None = None,
    **tables: Any,
) -> Figure:
    """The one figure of a period and breakdown."""
    found = [
        each
        for each in figures(code, last, **tables)
        if (each.period, each.breakdown) == (period, breakdown)
    ]
    assert len(found) == 1, f"{len(found)} figures for {period}, {breakdown}"
    return found[0]


def parts(code: str, **asked: Any) -> tuple[int | None, int | None]:
    """Numerator and denominator of a figure."""
    found = figure(code, **asked)
    return found.numerator, found.denominator


def apart(table: str, *rows: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of one table, each of a child and an episode of its own."""
    keys = KEYS[table]
    return [{**{key: f"{key} {n}" for key in keys}, **row} for n, row in enumerate(rows)]
