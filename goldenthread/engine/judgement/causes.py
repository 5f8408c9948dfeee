"""The four signs that a figure is more than the ordinary wobble, in their order of precedence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

RUN = 7
WINDOW, OF_WHICH = 3, 2


class Side(StrEnum):
    HIGH = "high"
    LOW = "low"


class Sign(StrEnum):
    OUTSIDE = "outside the limits"
    TREND = "seven in a row rising or falling"
    NEAR = "two of three near the same limit"
    SHIFT = "seven in a row on one side of the mean"


@dataclass(frozen=True)
class Cause:
    """Why a point stands out, and to which side: a rising trend is high, a falling one low."""

    sign: Sign
    side: Side


class Limits(Protocol):
    """The middle and the limits that the points are judged by."""

    @property
    def mean(self) -> float: ...
    @property
    def lower(self) -> float: ...
    @property
    def upper(self) -> float: ...
    @property
    def near_lower(self) -> float: ...
    @property
    def near_upper(self) -> float: ...


def special_causes(values: Sequence[float], limits: Limits) -> list[Cause | None]:
    """The first sign that each point shows, or None."""
    signs = [
        (Sign.OUTSIDE, _outside(values, limits)),
        (Sign.TREND, _trends(values)),
        (Sign.NEAR, _near(values, limits)),
        (Sign.SHIFT, _shifts(values, limits)),
    ]
    return [
        next((Cause(sign, side) for sign, sides in signs if (side := sides[n])), None)
        for n in range(len(values))
    ]


def _outside(values: Sequence[float], limits: Limits) -> list[Side | None]:
    return [_beyond(value, limits.lower, limits.upper) for value in values]


def _near(values: Sequence[float], limits: Limits) -> list[Side | None]:
    """The points near a limit wherever two of three in a row are near the same one."""
    sides = [_beyond(value, limits.near_lower, limits.near_upper) for value in values]
    found: list[Side | None] = [None] * len(values)
    for first in range(len(values) - WINDOW + 1):
        places = range(first, first + WINDOW)
        for side in Side:
            near = [n for n in places if sides[n] == side]
            if len(near) >= OF_WHICH:
                found[near[0] : near[-1] + 1] = [
                    side if sides[n] == side else found[n] for n in range(near[0], near[-1] + 1)
                ]
    return found


def _trends(values: Sequence[float]) -> list[Side | None]:
    """A run of seven points has six steps the same way."""
    steps = [_side(later - earlier) for earlier, later in pairwise(values)]
    found: list[Side | None] = [None] * len(values)
    for side, first, end in _runs(steps):
        if side and end - first >= RUN - 1:
            found[first : end + 1] = [side] * (end + 1 - first)
    return found


def _shifts(values: Sequence[float], limits: Limits) -> list[Side | None]:
    sides = [_side(value - limits.mean) for value in values]
    found: list[Side | None] = [None] * len(values)
    for side, first, end in _runs(sides):
        if side and end - first >= RUN:
            found[first:end] = [side] * (end - first)
    return found


def _runs(sides: Sequence[Side | None]) -> Iterator[tuple[Side | None, int, int]]:
    """Each stretch of the same side: (side, first place, place after the last)."""
    first = 0
    for n in range(1, len(sides) + 1):
        if n == len(sides) or sides[n] != sides[first]:
            yield sides[first], first, n
            first = n


def _side(difference: float) -> Side | None:
    if difference == 0:
        return None
    return Side.HIGH if difference > 0 else Side.LOW


def _beyond(value: float, lower: float, upper: float) -> Side | None:
    if lower <= value <= upper:
        return None
    return Side.HIGH if value > upper else Side.LOW
