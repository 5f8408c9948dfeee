"""Process control charts (XmR): is a change more than the ordinary wobble of the figures?

The rules are those that NHS “Making data count” made familiar. Limits stand 2.66 average moving
ranges from the mean; a moving range of 3.267 times their average or more is left out once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean

from goldenthread.engine.judgement.causes import Cause, Side, special_causes

LIMIT_FACTOR = 2.66
WILD_FACTOR = 3.267
NEAR = 2 / 3
ENOUGH_POINTS = 13


class Polarity(StrEnum):
    HIGHER_IS_BETTER = "higher is better"
    LOWER_IS_BETTER = "lower is better"
    NEITHER = "neither"


class Variation(StrEnum):
    """What a point shows, in the words of the icons."""

    COMMON = "common cause"
    IMPROVING = "special cause, improving"
    CONCERNING = "special cause, concerning"
    HIGH = "special cause, high"
    LOW = "special cause, low"


class Assurance(StrEnum):
    """Whether the process, as it runs now, meets its target."""

    CONSISTENTLY_MET = "consistently met"
    HIT_AND_MISS = "hit and miss"
    CONSISTENTLY_MISSED = "consistently missed"


@dataclass(frozen=True)
class Limits:
    """The middle and the limits of one stretch of points, in the figures' own unit."""

    mean: float
    lower: float
    upper: float

    @property
    def near_lower(self) -> float:
        return self.mean - (self.mean - self.lower) * NEAR

    @property
    def near_upper(self) -> float:
        return self.mean + (self.upper - self.mean) * NEAR


@dataclass(frozen=True)
class Point:
    """One figure, judged by the limits of its stretch. A missing one has no cause and no variation."""

    value: float | None
    limits: Limits
    cause: Cause | None
    variation: Variation | None


@dataclass(frozen=True)
class ControlChart:
    """The points in order. `provisional` warns that the last stretch has fewer than 13 points."""

    points: tuple[Point, ...]
    provisional: bool
    assurance: Assurance | None

    @property
    def latest(self) -> Variation | None:
        """What the last figure shows."""
        return next((p.variation for p in reversed(self.points) if p.value is not None), None)


def chart(
    values: Sequence[float | None],
    *,
    polarity: Polarity = Polarity.NEITHER,
    steps: Sequence[int] = (),
    target: float | None = None,
) -> ControlChart:
    """Judge figures in order of time. `values` may hold None for a missing one. `steps` are the
    positions (0 up) from which a declared change starts new limits. Raises ValueError when a
    stretch holds no figure, or a step is not a position after the first."""
    stretches = _stretches(values, steps)
    points = [point for stretch in stretches for point in _judged(stretch, polarity)]
    last = stretches[-1]
    known = sum(value is not None for value in last)
    return ControlChart(
        tuple(points), known < ENOUGH_POINTS, _assured(points[-1].limits, polarity, target)
    )


def limits_of(values: Sequence[float]) -> Limits:
    """The mean and limits of figures in order. With one figure the limits are the figure."""
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    average = fmean(ranges) if ranges else 0.0
    usual = [each for each in ranges if each < WILD_FACTOR * average]
    width = LIMIT_FACTOR * (fmean(usual) if usual else average)
    mean = fmean(values)
    return Limits(mean, mean - width, mean + width)


def _stretches(
    values: Sequence[float | None], steps: Sequence[int]
) -> list[Sequence[float | None]]:
    if any(not 0 < step < len(values) for step in steps):
        raise ValueError("A step change must stand at one of the points after the first")
    edges = [0, *sorted(set(steps)), len(values)]
    stretches = [values[first:end] for first, end in pairwise(edges)]
    if any(all(value is None for value in stretch) for stretch in stretches):
        raise ValueError("There is no figure in one of the stretches between step changes")
    return stretches


def _judged(stretch: Sequence[float | None], polarity: Polarity) -> list[Point]:
    known = [value for value in stretch if value is not None]
    limits = limits_of(known)
    causes = iter(special_causes(known, limits))
    return [
        _point(value, limits, next(causes) if value is not None else None, polarity)
        for value in stretch
    ]


def _point(value: float | None, limits: Limits, cause: Cause | None, polarity: Polarity) -> Point:
    variation = None if value is None else _variation(cause, polarity)
    return Point(value, limits, cause, variation)


def _variation(cause: Cause | None, polarity: Polarity) -> Variation:
    if cause is None:
        return Variation.COMMON
    if polarity == Polarity.NEITHER:
        return Variation.HIGH if cause.side == Side.HIGH else Variation.LOW
    better = Side.HIGH if polarity == Polarity.HIGHER_IS_BETTER else Side.LOW
    return Variation.IMPROVING if cause.side == better else Variation.CONCERNING


def _assured(limits: Limits, polarity: Polarity, target: float | None) -> Assurance | None:
    """A target beyond the limit on the bad side is always met; on the good side, always missed."""
    if target is None or polarity == Polarity.NEITHER:
        return None
    if limits.lower <= target <= limits.upper:
        return Assurance.HIT_AND_MISS
    below = target < limits.lower
    met = below if polarity == Polarity.HIGHER_IS_BETTER else not below
    return Assurance.CONSISTENTLY_MET if met else Assurance.CONSISTENTLY_MISSED
