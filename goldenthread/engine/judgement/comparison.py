"""Ours beside another area's: higher, lower, no difference that can be told, or too few to say."""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.engine.judgement import intervals
from goldenthread.engine.judgement.intervals import Interval

FEWEST = 10


class Verdict(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    NO_DIFFERENCE = "no difference that can be told"
    TOO_FEW = "too few to say"


class Basis(StrEnum):
    """What the two numbers of a figure are."""

    PERCENTAGE = "percentage"  # a part of a whole: Wilson's interval
    RATE = "rate"  # events in a population: Byar's interval


@dataclass(frozen=True)
class Figure:
    """A numerator over a denominator, whole numbers both."""

    numerator: int
    denominator: int


@dataclass(frozen=True)
class Comparison:
    """Our figure and theirs with their intervals, in the same unit, and what may be said."""

    ours: Interval | None
    theirs: Interval | None
    verdict: Verdict


def compare(ours: Figure, theirs: Figure, basis: Basis, *, fewest: int = FEWEST) -> Comparison:
    """Compare two figures. They differ when the interval of the difference leaves out nought
    (Newcombe's square-and-add of the two intervals, which serves both bases). It is too few to say
    when either denominator, or for a rate either count, is below `fewest`."""
    if _too_few(ours, basis, fewest) or _too_few(theirs, basis, fewest):
        return Comparison(_interval(ours, basis), _interval(theirs, basis), Verdict.TOO_FEW)
    one, other = _interval(ours, basis), _interval(theirs, basis)
    assert one is not None
    assert other is not None
    return Comparison(one, other, _verdict(one, other))


def _verdict(one: Interval, other: Interval) -> Verdict:
    difference = one.value - other.value
    if difference > ((one.value - one.lower) ** 2 + (other.upper - other.value) ** 2) ** 0.5:
        return Verdict.HIGHER
    if -difference > ((one.upper - one.value) ** 2 + (other.value - other.lower) ** 2) ** 0.5:
        return Verdict.LOWER
    return Verdict.NO_DIFFERENCE


def _too_few(figure: Figure, basis: Basis, fewest: int) -> bool:
    counted = figure.denominator if basis == Basis.PERCENTAGE else figure.numerator
    return figure.denominator <= 0 or counted < fewest


def _interval(figure: Figure, basis: Basis) -> Interval | None:
    if figure.denominator <= 0:
        return None
    if basis == Basis.PERCENTAGE:
        return intervals.wilson(figure.numerator, figure.denominator)
    return intervals.rate(figure.numerator, figure.denominator)
