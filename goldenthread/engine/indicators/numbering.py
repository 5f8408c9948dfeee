"""Ids as whole numbers: counting asks only whether two are the same, and numbers are quicker to join."""

from collections.abc import Collection, Mapping

import polars as pl


def numbered(tables: Mapping[str, pl.DataFrame], ids: Collection[str]) -> dict[str, pl.DataFrame]:
    """The tables with their ids as numbers, the same id the same number in all of them.

    The numbers mean nothing beyond these tables, and may be others at another time.
    """
    columns = [(name, each) for name, frame in tables.items() for each in ids if each in frame]
    every = pl.concat([tables[name][each] for name, each in columns])
    numbers = every.cast(pl.Categorical).to_physical().cast(pl.Int64)
    found, first = dict(tables), 0
    for name, each in columns:
        rows = tables[name].height
        found[name] = found[name].with_columns(numbers.slice(first, rows).alias(each))
        first += rows
    return found
