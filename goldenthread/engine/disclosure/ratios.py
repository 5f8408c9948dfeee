"""Percentages and rates, withheld when the counts beneath them are small."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.table import Cell, Why


@dataclass(frozen=True)
class Ratio:
    """A percentage or a rate as an audience may see it; `value` is None unless it is shown."""

    text: str
    value: Decimal | None = None
    why: Why | None = None

    @property
    def is_withheld(self) -> bool:
        return self.why is not None


def percentage(numerator: int, denominator: int, rule: Rule, *, places: int | None = None) -> Ratio:
    """`numerator` as a percentage of `denominator`, to the rule's decimals unless `places` says else.

    For one that is published alone; use `beside` where its counts are published too. Withheld if either is small, or if those left over are: 97 in 100 tells of the other three.
    """
    if numerator > denominator:
        raise ValueError(f"{numerator} is more than {denominator}, so it is not a share of it")
    small = any(map(rule.is_small, (numerator, denominator, denominator - numerator)))
    decimals = rule.percentage_places if places is None else places
    return ratio(numerator, denominator, 100, rule, places=decimals, small=small)


def rate(
    numerator: int, population: int, rule: Rule, *, per: int = 10_000, places: int = 1
) -> Ratio:
    """`numerator` for every `per` of `population`; withheld if either count is small."""
    small = rule.is_small(numerator) or rule.is_small(population)
    return ratio(numerator, population, per, rule, places=places, small=small)


def beside(
    numerator: Cell, denominator: Cell, rule: Rule, *, per: int = 100, places: int | None = None
) -> Ratio:
    """A percentage, or a rate for every `per`, published beside the two counts that it is made of.

    It is made of them as printed, rounded if they are, and withheld if either is; so it tells a reader
    nothing that the counts do not. For a share of a whole, what is left over must be guarded with the
    counts: as `Sum(denominator, (numerator,), complete=False)` among the sums of `withhold_linked`.
    """
    counts = printed(numerator), printed(denominator)
    if numerator.is_withheld or denominator.is_withheld:
        return Ratio(rule.withheld, why=Why.SECONDARY)
    if counts[0] is None or counts[1] is None:
        return Ratio(next(c.text for c in (numerator, denominator) if printed(c) is None))
    decimals = rule.percentage_places if places is None else places
    return ratio(counts[0], counts[1], per, rule, places=decimals, small=False)


def printed(cell: Cell) -> int | None:
    """The count that a cell shows, or None where it shows a symbol."""
    written = cell.text.replace(",", "")
    return int(written) if written.isdigit() else None


def ratio(
    numerator: int, denominator: int, per: int, rule: Rule, *, places: int, small: bool
) -> Ratio:
    if min(numerator, denominator) < 0:
        raise ValueError("A count cannot be less than nought")
    if not denominator:
        return Ratio(rule.not_applicable)
    if small:
        return Ratio(rule.withheld, why=Why.PRIMARY)
    exact = Decimal(numerator) * per / denominator
    value = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if numerator and not value:
        return Ratio(rule.low)
    return Ratio(f"{value:,}", value)
