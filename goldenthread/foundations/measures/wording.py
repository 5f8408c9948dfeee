"""How a figure is written: 1,241, 13%, £23,022, 519.4."""

from decimal import ROUND_HALF_UP, Decimal

from goldenthread.foundations.measures.definitions import Basis

MULTIPLIERS = {Basis.PERCENT: 100, Basis.RATE: 10_000}
PENNY = Decimal("0.01")


def figure_text(value: Decimal, basis: str, unit: str = "") -> str:
    """The figure as a reader sees it; `basis` and `unit` are those of its measure."""
    exact = value.normalize()
    if basis == Basis.PERCENT:
        return f"{exact:,f}%"
    if basis == Basis.POUNDS or unit == "pounds":
        return pounds(exact)
    return f"{exact:,f}"


def pounds(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    amount = f"{abs(value):,.0f}" if whole else f"{abs(value).quantize(PENNY, ROUND_HALF_UP):,f}"
    return f"-£{amount}" if value < 0 else f"£{amount}"


def places_of(value: Decimal) -> int:
    """How many decimals the figure was published with, as far as can be known: 68.4 has one."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def quotient(numerator: Decimal, denominator: Decimal, basis: str, places: int) -> Decimal:
    """`numerator` over `denominator` as this basis is written, halves up."""
    exact = numerator * MULTIPLIERS.get(Basis(basis), 1) / denominator
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
