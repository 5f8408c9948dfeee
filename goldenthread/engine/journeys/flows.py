"""Who goes on from which stage to which, how soon, and who comes back."""

from collections.abc import Iterator
from itertools import combinations

import polars as pl
from polars import col

from goldenthread.engine.journeys.steps import STAGES

AGAIN = "again"
SCHEMA = {
    "start": pl.String,
    "end": pl.String,
    "number": pl.Int64,
    "lower_quartile_days": pl.Float64,
    "median_days": pl.Float64,
    "upper_quartile_days": pl.Float64,
}
QUARTILES = {"lower_quartile_days": 0.25, "median_days": 0.5, "upper_quartile_days": 0.75}


def flows(steps: pl.DataFrame) -> pl.DataFrame:
    """From each stage to the next that was reached, and from the last back to a new referral.

    Columns: `start`, `end` (names of STAGES), `number` of referrals that went so, and the calendar
    days it took: quartiles and median, of those that came in this order.
    """
    names = list(STAGES)
    found = [_flow(steps, start, end) for start, end in combinations(names, 2)]
    back = [_back(steps, start) for start in names[1:]]
    schema = pl.DataFrame(schema=SCHEMA)
    return pl.concat([schema, *found, *back]).filter(col("number") > 0)


def totals(steps: pl.DataFrame) -> dict[str, int]:
    """How many referrals came to each stage."""
    return {name: steps.height - steps[stage].null_count() for stage, name in STAGES.items()}


def last_stage() -> pl.Expr:
    """The column of the last stage that a referral came to."""
    reached = [pl.when(col(stage).is_not_null()).then(pl.lit(stage)) for stage in STAGES]
    return pl.coalesce(reached[::-1])


def _flow(steps: pl.DataFrame, start: str, end: str) -> pl.DataFrame:
    passed_by = _between(start, end)
    here = steps.filter(
        col(start).is_not_null(),
        col(end).is_not_null(),
        *(col(each).is_null() for each in passed_by),
    )
    return _told(here, start, end, STAGES[end])


def _between(start: str, end: str) -> Iterator[str]:
    names = list(STAGES)
    yield from names[names.index(start) + 1 : names.index(end)]


def _back(steps: pl.DataFrame, start: str) -> pl.DataFrame:
    """Referred again after the case was closed, by the last stage that it had come to."""
    here = steps.filter(last_stage() == start, col(AGAIN).is_not_null())
    return _told(here, "closed", AGAIN, STAGES["referral"]).with_columns(
        start=pl.lit(STAGES[start])
    )


def _told(here: pl.DataFrame, start: str, end: str, name: str) -> pl.DataFrame:
    days = (col(end) - col(start)).dt.total_days()
    forward = days.filter(days >= 0)
    spread = {
        column: forward.quantile(part, interpolation="linear") for column, part in QUARTILES.items()
    }
    told = here.select(number=pl.len().cast(pl.Int64), **spread)
    named = told.select(
        start=pl.lit(STAGES.get(start, start)), end=pl.lit(name), number="number", **_kept(spread)
    )
    return named.cast(SCHEMA)  # type: ignore[arg-type]


def _kept(spread: dict[str, pl.Expr]) -> dict[str, pl.Expr]:
    return {column: col(column) for column in spread}
