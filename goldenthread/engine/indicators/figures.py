"""Figures: a numerator over a denominator, divided and rounded here and nowhere else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from goldenthread.engine.indicators import derived
from goldenthread.engine.indicators.breakdowns import BREAKDOWNS
from goldenthread.engine.indicators.counting import TOTAL
from goldenthread.engine.indicators.derived import NOTHING, Cells
from goldenthread.engine.indicators.populations import Populations
from goldenthread.engine.indicators.records import PER_10_000, PER_CENT, Indicator
from goldenthread.engine.indicators.spans import Spans, year_ending
from goldenthread.kernel.periods import Kind, Period

TIMES = {PER_CENT: 100, PER_10_000: 10_000}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `value` is None where there is nothing to divide by, or it was not computed."""

    code: str
    period: str
    breakdown: str
    numerator: int | None
    denominator: int | None
    value: float | int | None
    unit: str

    def as_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def rounded(above: int, below: int, decimals: int) -> float | int:
    """One whole number over another, half up, as published tables round: 1 over 4 to one decimal is
    0.3. In whole numbers until the last, which Python divides to the nearest it can write."""
    scale: int = 10**decimals
    whole = (2 * above * scale + below) // (2 * below)
    return whole / scale if decimals else whole


def value_of(indicator: Indicator, numerator: int, denominator: int | None) -> float | int | None:
    """The value of an indicator, rounded to its decimals; None over nought or over nothing known."""
    if not indicator.denominator:
        return numerator
    if not denominator:
        return None
    return rounded(numerator * TIMES.get(indicator.unit, 1), denominator, indicator.decimals)


def figures(
    counts: pl.DataFrame, indicators: Iterable[Indicator], spans: Spans, populations: Populations
) -> Iterator[Figure]:
    """Every figure of these indicators: each period, in total and by each breakdown, noughts too."""
    found = by_code(counts)
    for indicator in indicators:
        if derived.is_derived(indicator.code):
            yield from of_others(found, indicator, spans)
        else:
            cells = found.get(indicator.code, {})
            yield from of_counts(cells, indicator, spans, populations)


def by_code(counts: pl.DataFrame) -> dict[str, Cells]:
    """What was counted, by code, period and breakdown: numerator and denominator."""
    found: dict[str, dict[int, dict[str, tuple[int, int]]]] = {}
    for code, period, breakdown, *parts in counts.iter_rows():
        found.setdefault(code, {}).setdefault(period, {})[breakdown] = (parts[0], parts[1])
    return dict(found)


def periods_of(indicator: Indicator, spans: Spans) -> dict[int, Period]:
    """The periods that an indicator is told for, by their place."""
    return {n: period for n, period in enumerate(spans.periods) if is_told(indicator, period.kind)}


def is_told(indicator: Indicator, kind: Kind) -> bool:
    """Only what is known of one day alone is told for that day, and for nothing else."""
    if indicator.on_one_day or kind == Kind.DAY:
        return indicator.on_one_day and kind == Kind.DAY
    return kind == Kind.FINANCIAL_YEAR or not indicator.once_a_year


def of_counts(
    cells: Cells, indicator: Indicator, spans: Spans, populations: Populations
) -> Iterator[Figure]:
    periods = periods_of(indicator, spans)
    labels = {n: period.label for n, period in periods.items()}
    years = {n: year_ending(period.end) for n, period in periods.items()}
    code, unit = indicator.code, indicator.unit
    for period, breakdown, numerator, counted in every_cell(cells, indicator, periods):
        of = denominator_of(indicator, counted, populations, years[period], breakdown)
        value = value_of(indicator, numerator, of)
        yield Figure(code, labels[period], breakdown, numerator, of, value, unit)


def of_others(found: Mapping[str, Cells], indicator: Indicator, spans: Spans) -> Iterator[Figure]:
    """A median, an average or a mean: worked out for the total alone."""
    for n, period in periods_of(indicator, spans).items():
        above, below, exact = derived.parts(found, indicator.code, n)
        value = None if exact is None else rounded(*exact.as_integer_ratio(), indicator.decimals)
        yield Figure(indicator.code, period.label, TOTAL, above, below, value, indicator.unit)


def denominator_of(
    indicator: Indicator, counted: int, populations: Populations, year: int, breakdown: str
) -> int | None:
    if indicator.by_population:
        estimate = populations.of(year, TOTAL if is_kind(breakdown) else breakdown)
        return estimate.children if estimate else None
    return counted if indicator.denominator else None


def is_kind(breakdown: str) -> bool:
    """Whether a breakdown is of what is counted, such as a factor, and not of the children."""
    return breakdown != TOTAL and breakdown.split(":")[0] not in BREAKDOWNS


def every_cell(
    cells: Cells, indicator: Indicator, periods: Iterable[int]
) -> Iterator[tuple[int, str, int, int]]:
    """Period, breakdown, numerator and denominator, in order; nought where nothing was counted.

    Of a kind that did not occur, the denominator is the total's.
    """
    breakdowns = breakdowns_of(cells, indicator)
    for period in periods:
        here = cells.get(period, {})
        whole = here.get(TOTAL, NOTHING)[1] if indicator.kinds else 0
        for breakdown in breakdowns:
            yield period, breakdown, *here.get(breakdown, (0, whole))


def breakdowns_of(cells: Cells, indicator: Indicator) -> list[str]:
    """The breakdowns of an indicator, in order: total, then the children's, or the kinds that occur."""
    if indicator.kinds:
        return [TOTAL, *sorted({name for here in cells.values() for name in here} - {TOTAL})]
    known = (name for name in BREAKDOWNS if name not in indicator.not_told)
    return [TOTAL, *(f"{name}: {each}" for name in known for each in BREAKDOWNS[name])]
