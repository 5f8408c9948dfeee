"""Figures: a numerator over a denominator, divided and rounded here and nowhere else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl
from polars import col

from goldenthread.engine.indicators.counting import TOTAL
from goldenthread.engine.indicators.people import BREAKDOWNS
from goldenthread.engine.indicators.populations import Populations
from goldenthread.engine.indicators.quantiles import QUANTILES, counts_of_days, quantile
from goldenthread.engine.indicators.records import PER_10_000, PER_CENT, Indicator
from goldenthread.engine.indicators.spans import Spans, year_ending

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
        if indicator.code in QUANTILES:
            yield from of_days(counts, indicator, spans)
        else:
            yield from of_counts(counts, indicator, spans, populations)


def of_counts(
    counts: pl.DataFrame, indicator: Indicator, spans: Spans, populations: Populations
) -> Iterator[Figure]:
    labels = [period.label for period in spans.periods]
    years = [year_ending(period.end) for period in spans.periods]
    for period, breakdown, numerator, counted in every_cell(counts, indicator.code, spans):
        of = denominator_of(indicator, counted, populations, years[period], breakdown)
        value = value_of(indicator, numerator, of)
        yield Figure(
            indicator.code, labels[period], breakdown, numerator, of, value, indicator.unit
        )


def of_days(counts: pl.DataFrame, indicator: Indicator, spans: Spans) -> Iterator[Figure]:
    """A median or quartile: no numerator, and how many days it was found from as denominator."""
    code, part = QUANTILES[indicator.code]
    counted = counts_of_days(counts, code)
    for n, period in enumerate(spans.periods):
        days = counted.get(n, {})
        found = quantile(days, part)
        value = None if found is None else rounded(found, indicator.decimals)
        yield Figure(
            indicator.code, period.label, TOTAL, None, sum(days.values()), value, indicator.unit
        )


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
    counts: pl.DataFrame, code: str, spans: Spans
) -> Iterator[tuple[int, str, int, int]]:
    """Period, breakdown, numerator and denominator, in order; nought where nothing was counted."""
    found = counts.filter(col("code") == code).drop("code")
    grid = spans.frame.select("period").join(breakdowns_of(found), how="cross")
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


def breakdowns_of(found: pl.DataFrame) -> pl.DataFrame:
    """The breakdowns of an indicator, in order: total, then the children's, or the kinds that occur."""
    kinds = sorted(name for name in found["breakdown"].unique().to_list() if is_kind(name))
    by_child = [f"{name}: {each}" for name, values in BREAKDOWNS.items() for each in values]
    return pl.DataFrame({"breakdown": [TOTAL, *(kinds or by_child)]})
