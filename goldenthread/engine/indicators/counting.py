"""From the smallest cells to each period's figure, in total and by breakdown: whole numbers added up."""

from collections.abc import Iterable, Iterator

import polars as pl
from polars import col

from goldenthread.engine.indicators.breakdowns import BREAKDOWNS
from goldenthread.engine.indicators.plan import Query
from goldenthread.engine.indicators.running import Engine
from goldenthread.engine.indicators.spans import Spans

TOTAL = "total"
PARTS = pl.selectors.matches("^[nd][0-9]+$")


def counted(queries: Iterable[Query], engine: Engine, spans: Spans) -> pl.DataFrame:
    """Counts by code, period (its place in `spans.periods`) and breakdown; none that are nought.

    A denominator of nought stands for none: see the indicator's record.
    """
    frames = [
        measured for query in queries for measured in _measures(query, engine.run(query.sql), spans)
    ]
    return pl.concat(frames)


def _measures(query: Query, smallest: pl.DataFrame, spans: Spans) -> Iterator[pl.DataFrame]:
    by_breakdown = pl.concat(_by_breakdown(query, smallest))
    by_period = _by_period(query.counting, by_breakdown, spans)
    if query.kinds:
        by_period = _of_all_kinds(by_period)
    for n, (code, has_denominator) in enumerate(query.measures.items()):
        of = col(f"d{n}") if has_denominator else pl.lit(0)
        yield by_period.select(
            pl.lit(code).alias("code"),
            "period",
            "breakdown",
            col(f"n{n}").cast(pl.Int64).alias("numerator"),
            of.cast(pl.Int64).alias("denominator"),
        )


def _by_breakdown(query: Query, smallest: pl.DataFrame) -> Iterator[pl.DataFrame]:
    if query.kinds:
        kind = pl.lit(f"{query.kinds}: ") + col("kind")
        yield smallest.select("span", PARTS, breakdown=kind.fill_null(TOTAL))
        return
    yield smallest.group_by("span").agg(PARTS.sum()).with_columns(breakdown=pl.lit(TOTAL))
    for name, labels in BREAKDOWNS.items():
        named = {place: f"{name}: {label}" for place, label in enumerate(labels)}
        added = smallest.group_by("span", name).agg(PARTS.sum())
        yield added.select("span", PARTS, breakdown=col(name).replace_strict(named))


def _of_all_kinds(counts: pl.DataFrame) -> pl.DataFrame:
    """The same, each kind's denominator that of all kinds together in its period."""
    whole = counts.filter(col("breakdown") == TOTAL).select("period", "^d[0-9]+$")
    return counts.select(pl.exclude("^d[0-9]+$")).join(whole, on="period", how="left")


def _by_period(counting: str, months: pl.DataFrame, spans: Spans) -> pl.DataFrame:
    """Months to periods: added up for events, the last for a stock. What is counted once is there."""
    if counting == "ONCE":
        return months.rename({"span": "period"})
    made_of = spans.of_months
    if counting == "STOCK":
        made_of = made_of.filter("last")
    in_periods = months.join(made_of, left_on="span", right_on="month")
    return in_periods.group_by("period", "breakdown").agg(PARTS.sum())
