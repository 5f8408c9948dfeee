"""Funnel plots: is an area further from the middle than areas of its size are by chance?

Limits are the exact binomial (percentages) or Poisson (rates) ones, interpolated between whole
counts (Spiegelhalter 2005, appendix A.1); for large counts their normal form with its first
correction for skewness, which there agrees with them to a tenth of a count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, lgamma, log, log1p, sqrt
from statistics import NormalDist

from goldenthread.engine.judgement.comparison import Basis, Figure

WARNING, ALARM = 0.95, 0.998
LARGE = 400.0
"""The variance of a count from which the normal form serves."""


class Standing(StrEnum):
    """Where a figure stands in the funnel."""

    WITHIN = "no further from the middle than chance explains"
    HIGH = "higher than 95% of areas of this size would be by chance"
    LOW = "lower than 95% of areas of this size would be by chance"
    VERY_HIGH = "higher than 99.8% of areas of this size would be by chance"
    VERY_LOW = "lower than 99.8% of areas of this size would be by chance"
    NO_FIGURE = "no figure"


@dataclass(frozen=True)
class Limits:
    """The funnel at one denominator, as proportions (0 to 1, or events for each person)."""

    very_low: float
    low: float
    high: float
    very_high: float


@dataclass(frozen=True)
class Placed:
    """One figure in the funnel. All but `standing` are None where the denominator is nought."""

    value: float | None
    limits: Limits | None
    standing: Standing


@dataclass(frozen=True)
class Funnel:
    """The middle, as a proportion or as events for each person, and each figure in order."""

    centre: float
    basis: Basis
    placed: tuple[Placed, ...]


def funnel(figures: Sequence[Figure], basis: Basis, *, centre: float | None = None) -> Funnel:
    """Place figures in a funnel around `centre` (a proportion, or events for each person; without
    it, all figures pooled). Raises ValueError where there is nothing to pool, a percentage has more
    parts than its whole, or a number is below nought."""
    for each in figures:
        _check(each, basis)
    middle = _pooled(figures) if centre is None else centre
    if middle < 0 or (basis is Basis.PERCENTAGE and middle > 1):
        raise ValueError(
            "The middle of a funnel lies between nought and one, or above nought for a rate"
        )
    return Funnel(middle, basis, tuple(_placed(each, basis, middle) for each in figures))


def limits_at(denominator: int, centre: float, basis: Basis) -> Limits:
    """The funnel's edges for a denominator above nought."""
    tails = [(1 - ALARM) / 2, (1 - WARNING) / 2, (1 + WARNING) / 2, (1 + ALARM) / 2]
    counts = _quantiles(tails, denominator, centre, basis)
    # A count is high when as many or more are unlikely: one more than as many or fewer being likely.
    turned = (count + (tail > 0.5) for count, tail in zip(counts, tails, strict=True))
    return Limits(*(min(max(count / denominator, 0.0), _most(basis)) for count in turned))


def _check(figure: Figure, basis: Basis) -> None:
    if min(figure.numerator, figure.denominator) < 0:
        raise ValueError("A funnel's numbers cannot be below nought")
    if basis is Basis.PERCENTAGE and figure.numerator > figure.denominator:
        raise ValueError("A percentage's part cannot be more than its whole")


def _pooled(figures: Sequence[Figure]) -> float:
    whole = sum(each.denominator for each in figures)
    if not whole:
        raise ValueError("There is no figure to find the middle of the funnel from")
    return sum(each.numerator for each in figures if each.denominator) / whole


def _placed(figure: Figure, basis: Basis, centre: float) -> Placed:
    if not figure.denominator:
        return Placed(None, None, Standing.NO_FIGURE)
    value = figure.numerator / figure.denominator
    limits = limits_at(figure.denominator, centre, basis)
    return Placed(value, limits, _standing(value, limits))


def _standing(value: float, limits: Limits) -> Standing:
    if value < limits.low:
        return Standing.VERY_LOW if value < limits.very_low else Standing.LOW
    if value > limits.high:
        return Standing.VERY_HIGH if value > limits.very_high else Standing.HIGH
    return Standing.WITHIN


def _most(basis: Basis) -> float:
    return 1.0 if basis is Basis.PERCENTAGE else float("inf")


def _quantiles(tails: Sequence[float], n: int, centre: float, basis: Basis) -> list[float]:
    """Counts below which so much of chance lies, rising, between whole numbers."""
    skew = 1 - 2 * centre if basis is Basis.PERCENTAGE else 1.0
    mean = n * centre
    variance = mean * (1 - centre) if basis is Basis.PERCENTAGE else mean
    if variance > LARGE:
        return [_normal(tail, mean, variance, skew) for tail in tails]
    return list(_exact(tails, n, centre, basis))


def _normal(tail: float, mean: float, variance: float, skew: float) -> float:
    z = NormalDist().inv_cdf(tail)
    return mean + z * sqrt(variance) + (z * z - 1) * skew / 6 - 0.5


def _exact(tails: Sequence[float], n: int, centre: float, basis: Basis) -> Iterator[float]:
    below, waiting = 0.0, list(tails)
    for count in range(n + 1) if basis is Basis.PERCENTAGE else range(100_000):
        chance = _chance(count, n, centre, basis)
        while waiting and below + chance >= waiting[0]:
            yield count - (below + chance - waiting.pop(0)) / chance
        if not waiting:
            return
        below += chance
    yield from [float(n)] * len(waiting)  # what rounding left below one


def _chance(count: int, n: int, centre: float, basis: Basis) -> float:
    """How likely exactly this count is."""
    if centre in (0, 1):
        return float(count == n * centre)
    if basis is Basis.RATE:
        return exp(count * log(n * centre) - n * centre - lgamma(count + 1))
    ways = lgamma(n + 1) - lgamma(count + 1) - lgamma(n - count + 1)
    return exp(ways + count * log(centre) + (n - count) * log1p(-centre))
