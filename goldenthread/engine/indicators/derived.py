"""Indicators worked out of counts of others: medians of days, an average score, a mean per child."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from goldenthread.engine.indicators.counting import TOTAL

NOTHING = (0, 0)
Cells = Mapping[int, Mapping[str, tuple[int, int]]]
"""Numerators and denominators of one code, by period and breakdown; what is nought is not there."""

# Indicator → the code under which its days were counted, and which part of them lie below it.
QUANTILES = {
    "6-lower-quartile": ("6-days", Fraction(1, 4)),
    "6-median": ("6-days", Fraction(1, 2)),
    "6-upper-quartile": ("6-days", Fraction(3, 4)),
    "14-median": ("14-days", Fraction(1, 2)),
}
# Indicator → the code under which its scores were counted.
AVERAGES = {"37": "37-scores", "39-match": "39-match-days"}
# Of those counted in days and told in months: a month is a twelfth of 365.25 days.
MONTHS_IN_A_DAY = {"39-match": Fraction(12 * 4, 1461)}
# Indicator → the codes whose numerators it is one over the other of.
RATIOS = {"33-mean": ("33-incidents", "33")}


def counted_as(code: str) -> set[str]:
    """The codes that have to be counted for an indicator."""
    if code in QUANTILES:
        return {QUANTILES[code][0]}
    if code in AVERAGES:
        return {AVERAGES[code]}
    return set(RATIOS.get(code, (code,)))


def is_derived(code: str) -> bool:
    return counted_as(code) != {code}


def parts(
    found: Mapping[str, Cells], code: str, period: int
) -> tuple[int | None, int, Fraction | None]:
    """Numerator, denominator and exact value of a derived indicator in one period, in total."""
    if code in RATIOS:
        above, below = (_total(found.get(each, {}), period) for each in RATIOS[code])
        return above, below, Fraction(above, below) if below else None
    (counted,) = counted_as(code)
    whole = counts_of_numbers(found.get(counted, {}), period)
    many = sum(whole.values())
    if code in QUANTILES:
        return None, many, quantile(whole, QUANTILES[code][1])
    total = sum(number * times for number, times in whole.items())
    unit = MONTHS_IN_A_DAY.get(code, Fraction(1))
    return total, many, Fraction(total, many) * unit if many else None


def _total(cells: Cells, period: int) -> int:
    return cells.get(period, {}).get(TOTAL, NOTHING)[0]


def counts_of_numbers(cells: Cells, period: int) -> dict[int, int]:
    """Number of days, or score → how many had it."""
    here = cells.get(period, {}).items()
    return {int(kind.split(": ")[1]): many for kind, (many, _) in here if kind != TOTAL}


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
