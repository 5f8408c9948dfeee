"""What is left blank or not computed, and what to give for it: a sentence for each."""

from collections.abc import Iterator, Mapping
from typing import Any

from goldenthread.engine.indicators.census_year import spoken
from goldenthread.engine.indicators.collection import (
    ANNEX_A,
    CIN,
    DATASET,
    LOOKED_AFTER,
    Collection,
    periods_told,
)
from goldenthread.engine.indicators.populations import Populations
from goldenthread.engine.indicators.records import published

Given = Mapping[Collection, Mapping[int, Any]]
# Those of which a rate of an area's children is made.
BY_YEAR = (CIN, LOOKED_AFTER)


def blank(returns: Given) -> Iterator[str]:
    """What is left blank because the returns do not reach back far enough."""
    for collection, years in returns.items():
        spans = collection.spans(years)
        backwards = [each for each in collection.computed(years) if each.looks_back]
        for year in spans.years if backwards else ():
            told = {
                each.code for each in backwards if spoken(year) in periods_told(each, spans, years)
            }
            codes = [each.code for each in backwards if each.code not in told]
            if codes:
                yield f"{listed(codes)} left blank for {spoken(year)}: give the return of {spoken(year - 1)} with --last-year"


def without_tables(returns: Given) -> Iterator[str]:
    """What is left blank because a year was given without a table that another year has."""
    for collection, years in returns.items():
        without: dict[tuple[int, str], list[str]] = {}
        for each in collection.computed(years):
            for year, names in collection.lacking(each, years).items():
                for name in names:
                    without.setdefault((year, name), []).append(each.code)
        for (year, name), codes in sorted(without.items()):
            yield f"{listed(codes)} left blank for periods that touch {spoken(year)}: give the {name} file of that year's return"


def of_rates(returns: Given, populations: Populations) -> Iterator[str]:
    for year in sorted({year for each in BY_YEAR for year in returns.get(each, ())}):
        estimate = populations.of(year)
        if estimate is None:
            yield f"rates are left blank for {spoken(year)}: give the population of mid-{year - 1} with --populations"
        else:
            vintage = f", {estimate.vintage}" if estimate.vintage else ""
            yield f"rates of {spoken(year)} use the population of mid-{year - 1}{vintage}"


def told_twice(returns: Given) -> Iterator[str]:
    """Where two collections hold an indicator, which of them it was counted from."""
    if {DATASET, ANNEX_A} <= set(returns):
        both = DATASET.codes(returns[DATASET]) & ANNEX_A.codes(returns[ANNEX_A])
        if both:
            yield f"{listed(sorted(both))} counted from {DATASET.name}, which holds more, not from Annex A"


def not_computed(returns: Given) -> Iterator[str]:
    """The indicators that what was given does not hold, with what each needs."""
    there = {code for collection, years in returns.items() for code in collection.codes(years)}
    by_need: dict[str, list[str]] = {}
    for each in published().values():
        if each.code not in there:
            by_need.setdefault(each.needs or f"the {each.collection}", []).append(each.code)
    for need, codes in by_need.items():
        yield f"Not computed: {', '.join(codes)}: needs {need}"


def listed(codes: list[str]) -> str:
    return f"{', '.join(codes)} {'are' if len(codes) > 1 else 'is'}"
