"""Working days as a table to join: how many there have been up to each day.

Days worked between two dates are then a subtraction, which every engine does alike: the working
days after the first up to the second, so that the same day is nought and a limit is inclusive.
"""

from datetime import date

import polars as pl

from goldenthread.engine.bank_holidays import bank_holidays

SATURDAY, FIRST_YEAR = 6, 2000


def calendar(until: date) -> pl.DataFrame:
    """Each day from 2000 to `until`: `day`, and `worked`, the working days so far."""
    closed = sorted(frozenset().union(*map(bank_holidays, range(FIRST_YEAR, until.year + 1))))
    days = pl.DataFrame({"day": pl.date_range(date(FIRST_YEAR, 1, 1), until, eager=True)})
    worked = (pl.col("day").dt.weekday() < SATURDAY) & ~pl.col("day").is_in(closed)
    return days.select("day", worked=worked.cum_sum().cast(pl.Int64))
