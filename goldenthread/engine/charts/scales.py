"""How high an axis goes, what is written on it, and where labels find room."""

import math
from collections.abc import Sequence

from goldenthread.engine.charts.chart import Series, number_of
from goldenthread.engine.charts.drawing import Spec

STEPS = (1, 2, 2.5, 5, 10)


def domain_of(series: Sequence[Series]) -> tuple[float, float]:
    """From nought, or from below it where there are losses, to a round number above all."""
    known = [value for one in series for v in one.values if (value := number_of(v)) is not None]
    highest, lowest = max(known, default=0.0), min(known, default=0.0)
    return -round_above(-lowest) if lowest < 0 else 0.0, round_above(max(highest, 0.0))


def round_above(value: float) -> float:
    """The next of 1, 2, 2.5, 5 fifths of a power of ten at or above the value; 1 for nought."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(
        round(step * power * n / 5, 10)
        for step in STEPS
        for n in range(1, 6)
        if step * power * n / 5 >= value
    )


def value_axis(unit: str, domain: tuple[float, float]) -> Spec:
    """An axis of figures, its unit written flat above it so that nobody tilts their head."""
    suffix = {"£": "'£' + ", "%": ""}.get(unit, "")
    thousands = max(map(abs, domain)) >= 10_000
    text = "format(datum.value, '~s')" if thousands else "format(datum.value, ',~f')"
    return {
        "title": unit if unit not in {"", "£", "%"} else None,
        "titleAngle": 0,
        "titleAlign": "left",
        "titleX": 0,
        "titleY": -14,
        "labelExpr": f"{suffix}{text}" + (" + '%'" if unit == "%" else ""),
        "tickCount": 5,
        "tickMinStep": 1 if domain[1] >= 3 else 0.01,  # nobody counts half a child
        "domain": False,
        "ticks": False,
    }


def kept_apart(
    wanted: Sequence[float], heights: Sequence[float], domain: tuple[float, float]
) -> list[float]:
    """Places near the wanted ones, in their order, no two labels over each other, the last within."""
    places: list[float] = []
    for n, want in enumerate(wanted):
        least = places[-1] + (heights[n - 1] + heights[n]) / 2 if places else domain[0]
        places.append(max(want, least))
    ceiling = domain[1] + (heights[-1] / 2 if heights else 0.0)
    for n in range(len(places) - 1, -1, -1):
        places[n] = min(places[n], ceiling)
        ceiling = places[n] - (heights[n] + heights[n - 1]) / 2 if n else ceiling
    return places
