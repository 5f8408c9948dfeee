"""Bars made of parts. A letter in each part names it, so that its colour need not."""

from collections.abc import Iterator, Sequence

from goldenthread.engine.charts import bars, drawing, scales
from goldenthread.engine.charts.chart import Chart, Series, check, number_of, text_of
from goldenthread.engine.charts.drawing import Spec
from goldenthread.engine.charts.palette import FILLS, INK, QUIET

WHITE = "#ffffff"
INKS = (WHITE, WHITE, WHITE, INK, INK, INK)
"""What can be read upon each fill."""
LETTERS = "ABCDEF"


def stacked_bar(
    title: str,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    unit: str = "",
    category: str = "Category",
    key: str = "",
) -> Chart:
    """For each label one bar made of its series. Parts carry the letter of their name in the key."""
    check(labels, series)
    if any((number_of(v) or 0) < 0 for one in series for v in one.values):
        raise ValueError("Parts of a stacked bar cannot be less than nought")
    spec = stacked_spec(labels, series, unit)
    return bars.drawn("Stacked bar chart", spec, title, labels, series, unit, category, key)


def stacked_spec(labels: Sequence[str], series: Sequence[Series], unit: str) -> Spec:
    return {
        "width": bars.width_beside(labels),
        "height": {"step": bars.step_for(labels) + 6},
        "data": drawing.values(list(parts(labels, series, unit))),
        "encoding": {"y": {"field": "label", "type": "ordinal", "sort": None, "axis": bars.LABELS}},
        "resolve": {"scale": {"color": "independent"}},
        "layer": [
            drawn_parts(labels, series, unit),
            written_parts(series),
            {
                "data": drawing.values(list(not_shown(labels, series))),
                "mark": {"type": "text", "align": "left", "dx": 8, "color": QUIET},
                "encoding": {"x": quantity("at"), "text": {"field": "text"}},
            },
        ],
    }


def drawn_parts(labels: Sequence[str], series: Sequence[Series], unit: str) -> Spec:
    axis = scales.value_axis(unit, (0, longest(labels, series)))
    axis = {name: value for name, value in axis.items() if name not in {"titleX", "titleY"}}
    axis |= {"titleAnchor": "start", "titlePadding": 6}
    names, fills = [name_of(n, one) for n, one in enumerate(series)], list(FILLS[: len(series)])
    return {
        "mark": {"type": "bar", "stroke": INK, "strokeWidth": 0.8},
        "encoding": {
            "x": {**quantity("start"), "axis": axis},
            "x2": {"field": "end"},
            "color": {
                "field": "name",
                "type": "nominal",
                "scale": {"domain": names, "range": fills},
                "legend": {"columns": 1},
            },
        },
    }


def written_parts(series: Sequence[Series]) -> Spec:
    names = [name_of(n, one) for n, one in enumerate(series)]
    scale = {"domain": names, "range": list(INKS[: len(series)])}
    return {
        "mark": {"type": "text", "fontSize": drawing.SIZE - 1},
        "encoding": {
            "x": quantity("middle"),
            "text": {"field": "text"},
            "color": {"field": "name", "type": "nominal", "scale": scale, "legend": None},
        },
    }


def parts(labels: Sequence[str], series: Sequence[Series], unit: str) -> Iterator[Spec]:
    """Where each part begins and ends, and what is written in it if it is wide enough."""
    to_width = bars.width_beside(labels) / (longest(labels, series) or 1)
    for n, label in enumerate(labels):
        start = 0.0
        for place, one in enumerate(series):
            size = number_of(one.values[n]) or 0.0
            text = f"{LETTERS[place]} {text_of(one.values[n], unit)}"
            yield {
                "label": bars.wrapped(label),
                "name": name_of(place, one),
                "start": start,
                "end": start + size,
                "middle": start + size / 2,
                "text": text if size * to_width > len(text) * drawing.LETTER + 6 else "",
            }
            start += size


def not_shown(labels: Sequence[str], series: Sequence[Series]) -> Iterator[Spec]:
    """After each bar, the parts that are not in it and the symbol of why."""
    for n, label in enumerate(labels):
        at = sum(number_of(one.values[n]) or 0.0 for one in series)
        gaps = [
            f"{LETTERS[place]}: {text_of(one.values[n])}"
            for place, one in enumerate(series)
            if number_of(one.values[n]) is None
        ]
        yield {"label": bars.wrapped(label), "at": at, "text": "  ".join(gaps)}


def longest(labels: Sequence[str], series: Sequence[Series]) -> float:
    sums = (sum(number_of(one.values[n]) or 0.0 for one in series) for n in range(len(labels)))
    return max(sums, default=0.0)


def name_of(place: int, one: Series) -> str:
    return f"{LETTERS[place]}  {one.name}"


def quantity(field: str) -> Spec:
    return {"field": field, "type": "quantitative"}
