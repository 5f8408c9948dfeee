"""Figures for a person and for a program."""

import json
from collections.abc import Iterable, Sequence

from goldenthread.engine.indicators.counting import TOTAL
from goldenthread.engine.indicators.figures import Figure, is_kind
from goldenthread.engine.indicators.records import NUMBER, PER_CENT, published

WIDEST = 58
ONE_YEAR = len("2025/26")


def as_json(figures: Iterable[Figure]) -> str:
    """One figure on a line, so that two runs can be compared line by line."""
    rows = (json.dumps(figure.as_dict(), ensure_ascii=False) for figure in figures)
    return "[\n" + ",\n".join(rows) + "\n]"


def as_text(figures: Sequence[Figure], notes: Iterable[str]) -> str:
    """The figures of whole years, in total; the rest is for --json."""
    years = [figure for figure in figures if len(figure.period) == ONE_YEAR]
    lines = [f"{'':<17} {'':<{WIDEST}} {'year':<8} {'count':>9} {'of':>10}  value"]
    for figure in years:
        if figure.breakdown == TOTAL or is_kind(figure.breakdown):
            lines.append(line(figure))
    return "\n".join([*lines, *notes])


def line(figure: Figure) -> str:
    name = published()[figure.code].name if figure.breakdown == TOTAL else f"  {figure.breakdown}"
    cut = name if len(name) <= WIDEST else name[: WIDEST - 1] + "…"
    number, of = whole(figure.numerator), whole(figure.denominator)
    return f"{figure.code:<17} {cut:<{WIDEST}} {figure.period:<8} {number:>9} {of:>10}  {value(figure)}"


def whole(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def value(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.unit == NUMBER:
        return f"{figure.value:,}"
    joined = "" if figure.unit == PER_CENT else " "
    return f"{figure.value:,}{joined}{figure.unit}"
