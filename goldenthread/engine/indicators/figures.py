"""Figures: a numerator over a denominator, divided and rounded here and nowhere else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl
from polars import col

from goldenthread.engine.indicators import derived
from goldenthread.engine.indicators.breakdowns import BREAKDOWNS
from goldenthread.engine.indicators.counting import TOTAL
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


def rounded(exact: Fraction, decimals: int) -> float | int:
    """Half up, as published tables round: 0.25 to one decimal is 0.3."""
    scaled = exact * 10**decimals
    whole: int = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return float(Decimal(whole).scaleb(-decimals)) if decimals else whole


def value_of(indicator: Indicator, numerator: int, denominator: int | None) -> float | int | None:
    """The value of an indicator, rounded to its decimals; None over nought or over nothing known."""
    if not indicator.denominator:
        return numerator
    if not denominator:
        return None
    exact = Fraction(numerator * TIMES.get(indicator.unit, 1), denominator)
    return rounded(exact, indicator.decimals)


def figures(
    counts: pl.DataFrame, indicators: Iterable[Indicator], spans: Spans, populations: Populations
) -> Iterator[Figure]:
    """Every figure of these indicators: each period, in total and by each breakdown, noughts too."""
    for indicator in indicators:
        if derived.is_derived(indicator.code):
            yield from of_others(counts, indicator, spans)
        else:
            yield from of_counts(counts, indicator, spans, populations)


def periods_of(indicator: Indicator, spans: Spans) -> dict[int, Period]:
    """The periods that an indicator is told for, by their place."""
    return {
        n: period
        for n, period in enumerate(spans.periods)
        if period.kind == Kind.FINANCIAL_YEAR or not indicator.once_a_year
    }


def of_counts(
    counts: pl.DataFrame, indicator: Indicator, spans: Spans, populations: Populations
) -> Iterator[Figure]:
    periods = periods_of(indicator, spans)
    labels = {n: period.label for n, period in periods.items()}
    years = {n: year_ending(period.end) for n, period in periods.items()}
    code, unit = indicator.code, indicator.unit
    for period, breakdown, numerator, counted in every_cell(counts, indicator, list(periods)):
        of = denominator_of(indicator, counted, populations, years[period], breakdown)
        value = value_of(indicator, numerator, of)
        yield Figure(code, labels[period], breakdown, numerator, of, value, unit)


def of_others(counts: pl.DataFrame, indicator: Indicator, spans: Spans) -> Iterator[Figure]:
    """A median, an average or a mean: worked out for the total alone."""
    for n, period in periods_of(indicator, spans).items():
        above, below, exact = derived.parts(counts, indicator.code, n)
        value = None if exact is None else rounded(exact, indicator.decimals)
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
    counts: pl.DataFrame, indicator: Indicator, periods: Sequence[int]
) -> Iterator[tuple[int, str, int, int]]:
    """Period, breakdown, numerator and denominator, in order; nought where nothing was counted."""
    found = counts.filter(col("code") == indicator.code).drop("code")
    places = pl.DataFrame({"period": periods}, schema={"period": pl.Int64})
    grid = places.join(breakdowns_of(found, indicator), how="cross")
    full = grid.join(found, on=["period", "breakdown"], how="left", maintain_order="left")
    yield from with_noughts(full).iter_rows()


def with_noughts(full: pl.DataFrame) -> pl.DataFrame:
    """Nothing counted is nought; of a kind that did not occur, the denominator is the total's."""
    whole = full.filter(col("breakdown") == TOTAL).select("period", whole="denominator")
    joined = full.join(whole, on="period", how="left", maintain_order="left")
    kind = ~col("breakdown").str.split(":").list.first().is_in([TOTAL, *BREAKDOWNS])
    denominator = pl.coalesce("denominator", pl.when(kind).then("whole"), 0)
    return joined.select(
        "period", "breakdown", col("numerator").fill_null(0), denominator.alias("denominator")
    )


def breakdowns_of(found: pl.DataFrame, indicator: Indicator) -> pl.DataFrame:
    """The breakdowns of an indicator, in order: total, then the children's, or the kinds that occur."""
    if indicator.kinds:
        listed = sorted(name for name in found["breakdown"].unique().to_list() if name != TOTAL)
    else:
        known = (name for name in BREAKDOWNS if name not in indicator.not_told)
        listed = [f"{name}: {each}" for name in known for each in BREAKDOWNS[name]]
    return pl.DataFrame({"breakdown": [TOTAL, *listed]})
