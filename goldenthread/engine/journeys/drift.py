"""Drift: cases that are open and have come to no further stage, and for how long."""

from datetime import date

import polars as pl
from polars import col

from goldenthread.engine.journeys.flows import last_stage
from goldenthread.engine.journeys.steps import STAGES

# How long is long is for the reader to say: the numbers over each of these are shown.
MONTHS = (3, 6, 12, 24)


def drift(steps: pl.DataFrame, on: date) -> pl.DataFrame:
    """The cases open on a day by the last stage they came to: a row for each stage, in order.

    Columns: `stage`, `open` (how many), `median_days` since they came to it, and `over_3_months`,
    `over_6_months` and so on.
    """
    still = steps.filter(col("referral") <= on, col("closed").is_null() | (col("closed") > on))
    reached = [_until(stage, on) for stage in STAGES]
    waiting = still.with_columns(*reached).with_columns(at=last_stage())
    since = pl.coalesce(pl.when(col("at") == stage).then(stage) for stage in STAGES)
    timed = waiting.with_columns(since=since)
    return pl.concat(_of_stage(timed, stage, on) for stage in STAGES)


def _until(stage: str, on: date) -> pl.Expr:
    """The day of a stage, unless it lies after the day on which we look."""
    return pl.when(col(stage) <= on).then(stage).alias(stage)


def _of_stage(timed: pl.DataFrame, stage: str, on: date) -> pl.DataFrame:
    here = timed.filter(col("at") == stage)
    over = {
        f"over_{months}_months": (col("since").dt.offset_by(f"{months}mo") < on).sum()
        for months in MONTHS
    }
    days = (pl.lit(on) - col("since")).dt.total_days()
    return here.select(
        stage=pl.lit(STAGES[stage]), open=pl.len(), median_days=days.median(), **over
    )
