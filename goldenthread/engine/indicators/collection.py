"""A collection: a statutory return, of one year or of several, as something to count indicators from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from goldenthread.engine.indicators import derived, numbering, working_days
from goldenthread.engine.indicators import figures as figured
from goldenthread.engine.indicators.cin import stacking as cin_stacking
from goldenthread.engine.indicators.counting import counted
from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.looked_after import stacking as looked_after_stacking
from goldenthread.engine.indicators.plan import Plan, written_down
from goldenthread.engine.indicators.populations import Populations
from goldenthread.engine.indicators.records import Indicator, published
from goldenthread.engine.indicators.running import Engine
from goldenthread.engine.indicators.spans import Spans
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.ssda903.fields import fields_of, tables
from goldenthread.engine.returns.typed_tables import typed_table

ANY_YEAR = 2026


@dataclass(frozen=True)
class Collection:
    """`name` is the collection of the indicators' records, `folder` where its families are,
    `stacked` puts returns, by the year in which each ends, one on another, and `ids` are the
    columns that say whose a row is."""

    name: str
    folder: str
    stacked: Callable[[Mapping[int, Any]], dict[str, pl.DataFrame]]
    empty: Callable[[], Any]
    ids: tuple[str, ...]

    def indicators(self) -> list[Indicator]:
        return [each for each in published().values() if each.collection == self.name]

    def empty_tables(self) -> dict[str, pl.DataFrame]:
        """The tables that queries are written for, without a row."""
        return tables_for(self, {ANY_YEAR: self.empty()}, Spans([ANY_YEAR]))


CIN = Collection(
    "children in need census",
    "cin",
    cin_stacking.stacked,
    lambda: Census({}),
    ("child", "CINdetailsID", "AssessmentID", "CPPID"),
)
LOOKED_AFTER = Collection(
    "children looked after return",
    "looked_after",
    looked_after_stacking.stacked,
    lambda: {name: typed_table(name, fields_of(name), None) for name in tables()},
    ("child",),
)
COLLECTIONS = (CIN, LOOKED_AFTER)


def figures(
    collection: Collection,
    returns: Mapping[int, Any],
    populations: Populations,
    engine: Engine,
    plan: Plan | None = None,
) -> Iterator[Figure]:
    """The indicators of returns by the year in which each ends, for these years and their parts.

    `plan` is what to run, where it is not everything, or not on DuckDB.
    """
    spans, plan = Spans(returns), plan or written_down(collection.folder)
    found = counts(collection, returns, spans, engine, plan)
    there = {code for query in plan.queries for code in query.measures}
    wanted = [each for each in collection.indicators() if derived.counted_as(each.code) <= there]
    told = {(each.code, label) for each in wanted for label in periods_told(each, spans)}
    for figure in figured.figures(found, wanted, spans, populations):
        blank = (figure.code, figure.period) not in told
        yield replace(figure, numerator=None, value=None) if blank else figure


def periods_told(indicator: Indicator, spans: Spans) -> list[str]:
    """The periods for which the returns given reach back far enough for an indicator."""
    back, from_end = indicator.looks_back, indicator.at_the_end
    return [
        period.label
        for period in spans.periods
        if spans.reach_back(period, back, from_end=from_end)
    ]


def counts(
    collection: Collection, returns: Mapping[int, Any], spans: Spans, engine: Engine, plan: Plan
) -> pl.DataFrame:
    """What was counted, by code, period and breakdown."""
    engine.give(tables_for(collection, returns, spans))
    for name, query in plan.kept.items():
        engine.keep(name, query)
    return counted(plan.queries, engine, spans)


def tables_for(
    collection: Collection, returns: Mapping[int, Any], spans: Spans
) -> dict[str, pl.DataFrame]:
    return {
        **numbering.numbered(collection.stacked(returns), collection.ids),
        "periods": spans.frame,
        "moments": spans.moments,
        "months": spans.of_months,
        "working_days": working_days.calendar(spans.months[-1].end),
    }
