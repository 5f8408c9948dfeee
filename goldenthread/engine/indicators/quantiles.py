"""Medians and quartiles of whole days, from how many took each number of days."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import polars as pl
from polars import col

from goldenthread.engine.indicators.counting import TOTAL

# Indicator → the code under which its days were counted, and which part of them lie below it.
QUANTILES = {
    "6-lower-quartile": ("6-days", Fraction(1, 4)),
    "6-median": ("6-days", Fraction(1, 2)),
    "6-upper-quartile": ("6-days", Fraction(3, 4)),
    "14-median": ("14-days", Fraction(1, 2)),
}
KIND = "days: "


def counts_of_days(counts: pl.DataFrame, code: str) -> dict[int, dict[int, int]]:
    """For each period: number of days → how many took it."""
    days = counts.filter(col("code") == code, col("breakdown") != TOTAL)
    found: dict[int, dict[int, int]] = {}
    for period, kind, number in days.select("period", "breakdown", "numerator").iter_rows():
        found.setdefault(period, {})[int(kind.removeprefix(KIND))] = number
    return found


def quantile(counted: Mapping[int, int], part: Fraction) -> Fraction | None:
    """The days below which this part of them lies; between two in the middle, as usual, half way.

    Of n in order the one at part × (n - 1), counted from nought; None of none.
    """
    total = sum(counted.values())
    if not total:
        return None
    place = part * (total - 1)
    lower, beyond = divmod(place.numerator, place.denominator)
    low = at(counted, lower)
    high = at(counted, lower + 1) if beyond else low
    return low + (high - low) * Fraction(beyond, place.denominator)


def at(counted: Mapping[int, int], place: int) -> int:
    """The days of the one that stands at a place, from nought, when all are put in order."""
    return next(days for days, so_far in running(counted) if so_far > place)


def running(counted: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    so_far = 0
    for days in sorted(counted):
        so_far += counted[days]
        yield days, so_far
