"""Spells of one child that overlap: episodes, assessments, enquiries, plans."""

from collections.abc import Sequence

import polars as pl

from goldenthread.engine.returns.cin.census import CHILD


def overlapping(
    rows: pl.DataFrame, start: str, end: pl.Expr, *, within: Sequence[str], touching: bool
) -> pl.DataFrame:
    """The rows that start during another, or during which another starts, of the same `within`.

    `start` names the column with the first day; `end` gives the last, null for a row during which
    nothing can start (it can still start during another). `touching`: whether the last day itself
    is still part of it. A row without a start, or that names no child, overlaps nothing.
    Sorted once instead of compared in pairs, so that a child with very many rows costs no more.
    """
    ordered = (
        rows.filter(pl.col(start).is_not_null() & pl.col(CHILD[0]).is_not_null())
        .with_columns(end.alias("_end"))
        .sort(
            *within,
            start,
            "_end",
            descending=[*(False for _ in within), False, True],
            nulls_last=True,
        )
    )
    next_start = pl.col(start).shift(-1).over(within)
    longest_before = pl.col("_end").cum_max().forward_fill().shift(1).over(within)
    if touching:
        meets = (next_start <= pl.col("_end")) | (pl.col(start) <= longest_before)
    else:
        meets = (next_start < pl.col("_end")) | (pl.col(start) < longest_before)
    return ordered.filter(meets)
