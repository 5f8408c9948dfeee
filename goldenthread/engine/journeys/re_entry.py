"""Re-entry: cases that were closed, and whose child was referred again."""

import polars as pl
from polars import col

from goldenthread.engine.journeys.flows import last_stage
from goldenthread.engine.journeys.steps import STAGES


def re_entry(steps: pl.DataFrame) -> pl.DataFrame:
    """The closed cases by the last stage they came to: a row for each stage, in order.

    Columns: `stage`, `closed` (how many), `again` (how many of those children were referred again,
    as far as the returns reach), `within_12_months` of closure, and the `median_days` to it.
    """
    closed = steps.filter(col("closed").is_not_null()).with_columns(at=last_stage())
    return pl.concat(_of_stage(closed.filter(col("at") == stage), stage) for stage in STAGES)


def _of_stage(here: pl.DataFrame, stage: str) -> pl.DataFrame:
    return here.select(
        stage=pl.lit(STAGES[stage]),
        closed=pl.len(),
        again=col("again").is_not_null().sum(),
        within_12_months=(col("again") <= col("closed").dt.offset_by("12mo")).sum(),
        median_days=(col("again") - col("closed")).dt.total_days().median(),
    )
