"""How sure a percentage, a count or a rate is: Wilson's interval, and Byar's."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.95
NINTH = 1 / 9


@dataclass(frozen=True)
class Interval:
    """A value with the range that it stands in, at a confidence such as 0.95; one unit for all."""

    value: float
    lower: float
    upper: float
    confidence: float = CONFIDENCE


def wilson(numerator: int, denominator: int, confidence: float = CONFIDENCE) -> Interval:
    """The proportion `numerator / denominator` (0 to 1) with Wilson's score interval
    (Wilson 1927; Newcombe 1998). Raises ValueError unless 0 <= numerator <= denominator > 0."""
    if denominator <= 0 or not 0 <= numerator <= denominator:
        raise ValueError(
            "A proportion needs a whole above nought, and a part between nought and it"
        )
    z = _z(confidence)
    share = numerator / denominator
    middle = (numerator + z * z / 2) / (denominator + z * z)
    spread = z * sqrt(share * (1 - share) / denominator + z * z / (4 * denominator**2))
    half = spread / (1 + z * z / denominator)
    lower = 0.0 if numerator == 0 else middle - half
    upper = 1.0 if numerator == denominator else middle + half
    return Interval(share, lower, upper, confidence)


def byar(count: int, confidence: float = CONFIDENCE) -> Interval:
    """A count of events with Byar's approximation to the exact Poisson interval
    (Breslow and Day 1987). Raises ValueError for a count below nought."""
    if count < 0:
        raise ValueError("A count cannot be below nought")
    z = _z(confidence)
    lower = _cube(count, -z) if count else 0.0
    return Interval(float(count), lower, _cube(count + 1, z), confidence)


def rate(
    count: int, population: int, per: int = 10_000, confidence: float = CONFIDENCE
) -> Interval:
    """Events per so many people, with Byar's interval. Raises ValueError for no population."""
    if population <= 0:
        raise ValueError("A rate needs a population above nought")
    counted, scale = byar(count, confidence), per / population
    return Interval(count * scale, counted.lower * scale, counted.upper * scale, confidence)


def _cube(count: int, z: float) -> float:
    root: float = 1 - NINTH / count + z / (3 * sqrt(count))
    return count * root**3


def _z(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError("A confidence lies between 0 and 1, such as 0.95")
    return NormalDist().inv_cdf((1 + confidence) / 2)
