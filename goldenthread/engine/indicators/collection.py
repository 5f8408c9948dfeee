"""A collection: a return of one year or of several, or an extract, as something to count indicators from."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from goldenthread.engine.indicators import derived, numbering, working_days
from goldenthread.engine.indicators import figures as figured
from goldenthread.engine.indicators.annex_a import stacking as annex_a_stacking
from goldenthread.engine.indicators.cin import stacking as cin_stacking
from goldenthread.engine.indicators.counting import counted
from goldenthread.engine.indicators.dataset import stacking as dataset_stacking
from goldenthread.engine.indicators.extracts import extract
from goldenthread.engine.indicators.extracts.extract import Extract
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
    `stacked` puts returns, by the year in which each ends, one on another, `ids` are the columns
    that say whose a row is, `spans` the periods that they tell of, and `given` the tables that were
    given in any of the years, of those that need not be."""

    name: str
    folder: str
    stacked: Callable[[Mapping[int, Any]], dict[str, pl.DataFrame]]
    empty: Callable[[], Any]
    ids: tuple[str, ...]
    spans: Callable[[Mapping[int, Any]], Spans] = Spans
    given: Callable[[Mapping[int, Any]], frozenset[str]] = lambda returns: frozenset()

    def indicators(self) -> list[Indicator]:
        return [each for each in published().values() if self.name in each.collections]

    def computed(self, returns: Mapping[int, Any]) -> list[Indicator]:
        """The indicators that can be counted from the tables given."""
        there = written_down(self.folder).of_tables(self.given(returns)).codes
        return [each for each in self.indicators() if derived.counted_as(each.code) <= there]

    def codes(self, returns: Mapping[int, Any]) -> set[str]:
        return {each.code for each in self.computed(returns)}

    def lacking(self, indicator: Indicator, returns: Mapping[int, Any]) -> dict[int, set[str]]:
        """By year, the tables that an indicator needs and that year was given without."""
        needs = written_down(self.folder).needed_by(derived.counted_as(indicator.code))
        return {year: needs - self.given({year: returned}) for year, returned in returns.items()}

    def years_told(self, indicator: Indicator, returns: Mapping[int, Any]) -> list[int]:
        """The years that were given with all that an indicator needs."""
        return [year for year, names in self.lacking(indicator, returns).items() if not names]

    def empty_tables(self) -> dict[str, pl.DataFrame]:
        """The tables that queries are written for, without a row."""
        returns = {ANY_YEAR: self.empty()}
        return tables_for(self, returns, self.spans(returns))


def _lists() -> Iterable[Any]:
    from goldenthread.engine.returns.annex_a import lists  # to write queries; slow to load

    return lists.shapes()


def _tables_of_the_dataset() -> Iterable[Any]:
    from goldenthread.engine.returns.ssd import dataset  # to write queries; slow to load

    return dataset.shapes()


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
    given=looked_after_stacking.given,
)
ANNEX_A = Collection(
    "Annex A",
    "annex_a",
    annex_a_stacking.stacked,
    lambda: Extract.without_rows(_lists()),
    ("child",),
    extract.on_its_day,
    extract.given,
)
DATASET = Collection(
    "the Standard Safeguarding Dataset",
    "dataset",
    dataset_stacking.stacked,
    lambda: Extract.without_rows(_tables_of_the_dataset()),
    ("child",),
    extract.since_its_first,
    extract.given,
)
# What two of them tell is told by the first, which holds the years before.
COLLECTIONS = (CIN, LOOKED_AFTER, DATASET, ANNEX_A)


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
    spans = collection.spans(returns)
    plan = (plan or written_down(collection.folder)).of_tables(collection.given(returns))
    found = counts(collection, returns, spans, engine, plan)
    wanted = [
        each for each in collection.indicators() if derived.counted_as(each.code) <= plan.codes
    ]
    told = {
        (each.code, label)
        for each in wanted
        for label in periods_told(each, spans, collection.years_told(each, returns))
    }
    for figure in figured.figures(found, wanted, spans, populations):
        blank = (figure.code, figure.period) not in told
        yield replace(figure, numerator=None, value=None) if blank else figure


def periods_told(indicator: Indicator, spans: Spans, years: Container[int]) -> list[str]:
    """The periods for which the returns of these years reach back far enough for an indicator."""
    back, from_end = indicator.looks_back, indicator.at_the_end
    return [
        period.label
        for period in spans.periods
        if spans.reach_back(period, back, years, from_end=from_end)
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
        "working_days": working_days.calendar(spans.last),
    }
