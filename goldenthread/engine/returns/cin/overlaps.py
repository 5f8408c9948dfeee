"""Spells of one child that overlap: episodes, assessments, enquiries, plans."""

from collections.abc import Sequence

import polars as pl

from goldenthread.engine.returns.cin.census import CHILD

# Days between the stretches of two groups: more than any two dates of four-digit years lie apart.
STRETCH = 10_000_000


def overlapping(
    rows: pl.DataFrame, start: str, end: pl.Expr, *, within: Sequence[str], touching: bool
) -> pl.DataFrame:
    """The rows that start during another, or during which another starts, of the same `within`.

    `start` names the column with the first day; `end` gives the last, null for a row during which
    nothing can start (it can still start during another). `touching`: whether the last day itself
    is still part of it. A row without a start, or that names no child, overlaps nothing.
    Each group has a stretch of one line of days to itself, and the line is walked once: a child
    with very many rows costs no more than many children.
    """
    longest_first = [*(False for _ in within), False, True]
    line = (
        rows.filter(pl.col(start).is_not_null() & pl.col(CHILD[0]).is_not_null())
        .with_columns(_start=pl.col(start), _end=end)
        .sort(*within, "_start", "_end", descending=longest_first, nulls_last=True)
        .with_columns(_place(column, within) for column in ("_start", "_end"))
    )
    first, last = pl.col("_start"), pl.col("_end")
    longest_before = last.cum_max().forward_fill().shift(1)
    if touching:
        return line.filter((first.shift(-1) <= last) | (first <= longest_before))
    return line.filter((first.shift(-1) < last) | (first < longest_before))


def _place(day: str, within: Sequence[str]) -> pl.Expr:
    group = pl.struct(within).rle_id().cast(pl.Int64)
    return (group * STRETCH + pl.col(day).to_physical()).alias(day)
