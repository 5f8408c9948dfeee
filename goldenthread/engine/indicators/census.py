"""The indicators of children in need censuses, of one year or of several."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

import polars as pl

from goldenthread.engine.indicators import figures as figured
from goldenthread.engine.indicators import returns, working_days
from goldenthread.engine.indicators.cin import stacking
from goldenthread.engine.indicators.cin.families import FAMILIES
from goldenthread.engine.indicators.counting import counted
from goldenthread.engine.indicators.family import Family
from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.populations import Populations
from goldenthread.engine.indicators.records import Indicator, published
from goldenthread.engine.indicators.running import Engine
from goldenthread.engine.indicators.spans import Spans
from goldenthread.engine.returns.cin.census import Census
from goldenthread.kernel.periods import Period

COLLECTION = "children in need census"
# An earlier referral may be in the return before: these are told only where it was given.
LOOKING_BACK_A_YEAR = ("2", "2-children")


def figures(
    censuses: Mapping[int, Census],
    populations: Populations,
    engine: Engine,
    *,
    families: Iterable[Family] = FAMILIES,
    codes: Container[str] | None = None,
) -> Iterator[Figure]:
    """The indicators of the census, for the years given and their parts.

    `families` are those that are counted, `codes` the indicators wanted of them: all, unless said.
    """
    spans = Spans(censuses)
    found = counts(censuses, spans, engine, families)
    computed = [each for each in of_census() if codes is None or each.code in codes]
    whole = {period.label for period in spans.periods if year_before_given(period, spans)}
    for figure in figured.figures(found, computed, spans, populations):
        lacking = figure.code in LOOKING_BACK_A_YEAR and figure.period not in whole
        yield replace(figure, numerator=None, value=None) if lacking else figure


def of_census() -> list[Indicator]:
    return [each for each in published().values() if each.collection == COLLECTION]


def year_before_given(period: Period, spans: Spans) -> bool:
    """Whether the twelve months before a period lie in the years that were given."""
    return figured.year_ending(period.start) - 1 in spans.years


def counts(
    censuses: Mapping[int, Census],
    spans: Spans,
    engine: Engine,
    families: Iterable[Family] = FAMILIES,
) -> pl.DataFrame:
    """What was counted, by code, period and breakdown, of the censuses of these years."""
    frames = {
        **stacking.stacked(censuses),
        returns.PERIODS: spans.frame,
        returns.MOMENTS: spans.moments,
        returns.WORKED: working_days.calendar(spans.months[-1].end),
    }
    engine.give(frames)
    schemas = returns.schemas(frames)
    children = stacking.children(returns.Returns(schemas))
    engine.keep(returns.PEOPLE, children)
    tables = returns.Returns({**schemas, returns.PEOPLE: children.schema()})
    return counted(families, tables, engine, spans)
