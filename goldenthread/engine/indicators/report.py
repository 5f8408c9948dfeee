"""Figures for a person and for a program."""

import json
from collections.abc import Iterable
from functools import cache

from goldenthread.engine.indicators.counting import TOTAL
from goldenthread.engine.indicators.figures import Figure, is_kind
from goldenthread.engine.indicators.records import NUMBER, PER_CENT, published
from goldenthread.kernel import periods
from goldenthread.kernel.periods import Kind

WIDEST = 58
LENGTHS = (Kind.FINANCIAL_YEAR, Kind.DAY, Kind.SPAN, Kind.FINANCIAL_QUARTER, Kind.MONTH)


def as_json(figures: Iterable[Figure]) -> str:
    """One figure on a line, so that two runs can be compared line by line."""
    rows = (json.dumps(figure.as_dict(), ensure_ascii=False) for figure in figures)
    return "[\n" + ",\n".join(rows) + "\n]"


def as_text(figures: Iterable[Figure], notes: Iterable[str]) -> str:
    """The figures of whole years in total, or for want of years of the longest period there is; the
    rest is for --json."""
    totals = [each for each in figures if each.breakdown == TOTAL or is_kind(each.breakdown)]
    longest: dict[str, int] = {}
    for each in totals:
        longest[each.code] = min(longest.get(each.code, len(LENGTHS)), place(each.period))
    shown = [each for each in totals if place(each.period) == longest[each.code]]
    wide = max((len(each.period) for each in shown), default=0)
    head = f"{'':<20} {'':<{WIDEST}} {'period':<{wide}} {'count':>9} {'of':>10}  value"
    return "\n".join([head, *(line(each, wide) for each in shown), *notes])


@cache
def place(period: str) -> int:
    """Where in `LENGTHS` a period stands, by its label."""
    return LENGTHS.index(periods.parse(period).kind)


def line(figure: Figure, wide: int) -> str:
    name = published()[figure.code].name if figure.breakdown == TOTAL else f"  {figure.breakdown}"
    cut = name if len(name) <= WIDEST else name[: WIDEST - 1] + "…"
    number, of = whole(figure.numerator), whole(figure.denominator)
    return f"{figure.code:<20} {cut:<{WIDEST}} {figure.period:<{wide}} {number:>9} {of:>10}  {value(figure)}"


def whole(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def value(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.unit == NUMBER:
        return f"{figure.value:,}"
    joined = "" if figure.unit == PER_CENT else " "
    return f"{figure.value:,}{joined}{figure.unit}"
