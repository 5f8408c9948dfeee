"""Where a trend leads if nothing changes, with the range in which a new figure would stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, linear_regression

FEWEST = 6
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Projected:
    """One figure to come: the straight line's value, and the range that 95 of 100 such figures
    would stand in."""

    value: float
    lower: float
    upper: float


def projected(values: Sequence[float | None], *, ahead: int) -> list[Projected] | None:
    """The next `ahead` figures of a series in order of time, by a straight line through it
    (least squares, with Student's prediction interval). A missing figure keeps its place.
    None means too few figures to say: fewer than 6."""
    known = [(float(n), float(v)) for n, v in enumerate(values) if v is not None]
    if len(known) < FEWEST:
        return None
    line = _fitted(known)
    return [line.at(n) for n in range(len(values), len(values) + ahead)]


@dataclass(frozen=True)
class _Line:
    """A fitted line: where its middle is, how far the times spread, how far the figures stray."""

    slope: float
    intercept: float
    count: int
    middle: float
    squares: float
    error: float

    def at(self, n: int) -> Projected:
        far = (n - self.middle) ** 2 / self.squares
        half = student(self.count - 2) * self.error * sqrt(1 + 1 / self.count + far)
        value = self.intercept + self.slope * n
        return Projected(value, value - half, value + half)


def _fitted(known: Sequence[tuple[float, float]]) -> _Line:
    times, figures = [n for n, _ in known], [v for _, v in known]
    slope, intercept = linear_regression(times, figures)
    strayed = sum((v - (intercept + slope * n)) ** 2 for n, v in known)
    middle = fmean(times)
    squares = sum((n - middle) ** 2 for n in times)
    error = sqrt(strayed / (len(known) - 2))
    return _Line(slope, intercept, len(known), middle, squares, error)


def student(freedom: int, confidence: float = CONFIDENCE) -> float:
    """Student's t for so many degrees of freedom (4 and up), two-sided, by Cornish and Fisher's
    expansion (Abramowitz and Stegun 26.7.5); right to 0.01 from 4 degrees on at 95%."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    t: float = z + sum(term / freedom**power for power, term in enumerate(terms, start=1))
    return t
