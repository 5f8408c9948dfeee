"""A line for each series over the periods, with its name at its end; gaps where nothing is shown."""

import json
import textwrap
from collections.abc import Sequence
from typing import Any

from goldenthread.engine.charts import accessible, drawing, scales, words
from goldenthread.engine.charts.chart import Chart, Series, check, number_of
from goldenthread.engine.charts.drawing import Spec
from goldenthread.engine.charts.palette import COMPARATOR, DASHES, LINES, QUIET, SHAPES

HEIGHT = 230
LINE_OF_TEXT = drawing.SIZE * 1.1
MOST_LETTERS = 16
LEAST_LETTERS = 8  # a year such as 2025/26 is never broken
X: Spec = {"field": "period", "type": "ordinal"}
Y: Spec = {"field": "value", "type": "quantitative"}


def trend(
    title: str, periods: Sequence[str], series: Sequence[Series], *, unit: str = "", key: str = ""
) -> Chart:
    """Lines over periods. `unit` is what the figures count (“£” and “%” are written with them).

    Comparators are drawn in grey. A value that is withheld or missing is a gap, never a nought.
    `key` begins the ids in the SVG: give one where the same chart stands twice on a page.
    """
    check(periods, series)
    key = key or accessible.key_of("trend", title, periods, series)
    description = words.trend_in_words(periods, series, unit)
    header, rows = words.table_of("Period", periods, series, unit)
    spec = trend_spec(periods, series, unit)
    svg = drawing.svg_of(spec, title=title, description=description, key=key)
    return Chart(title, description, svg, header, rows, words.notes_on(series))


def trend_spec(periods: Sequence[str], series: Sequence[Series], unit: str) -> Spec:
    """The chart in Vega-Lite."""
    domain = scales.domain_of(series)
    ends = end_labels(periods, series, domain)
    letters = max((len(line) for row in ends for line in row["text"]), default=0)
    width = drawing.WIDTH - 86 - letters * drawing.LETTER
    return {
        "width": width,
        "height": HEIGHT,
        "layer": [
            drawn_lines(periods, series, unit, domain, width),
            drawn_points(marks(periods, series), series),
            drawn_points(keys_to(ends), series, right=18),
            {
                "data": drawing.values(ends),
                "mark": {"type": "text", "align": "left", "dx": 28, "lineHeight": LINE_OF_TEXT},
                "encoding": {"x": X, "y": {**Y, "field": "at"}, "text": {"field": "text"}},
            },
            {
                "data": drawing.values(symbols(periods, series, domain)),
                "mark": {"type": "text", "dy": -10, "color": QUIET},
                "encoding": {"x": X, "y": Y, "text": {"field": "text"}},
            },
        ],
    }


def drawn_lines(
    periods: Sequence[str],
    series: Sequence[Series],
    unit: str,
    domain: tuple[float, float],
    width: float,
) -> Spec:
    x_axis = {"title": None, "labelAngle": 0, "labelOverlap": True, "labelPadding": 6,
              "labelLineHeight": LINE_OF_TEXT, "labelExpr": in_lines(periods, width)}  # fmt: skip
    return {
        "data": drawing.values(marks(periods, series)),
        "mark": {
            "type": "line",
            "strokeWidth": 3,
            "strokeJoin": "round",
            "invalid": "break-paths-show-domains",
        },
        "encoding": {
            "x": {
                **X,
                "sort": list(periods),
                "axis": x_axis,
                "scale": {"domain": list(periods), "type": "point", "padding": 0.25},
            },
            "y": {
                **Y,
                "scale": {"domain": list(domain), "nice": False},
                "axis": scales.value_axis(unit, domain),
            },
            "color": by_name(series, line_colours(series)),
            "strokeDash": by_name(series, [list(DASHES[n]) for n in range(len(series))]),
        },
    }


def in_lines(periods: Sequence[str], width: float) -> str:
    """What the axis writes for each period: a long name in lines that clear those beside it."""
    room = int(width / max(len(periods), 1) / drawing.LETTER) - 2
    lines = {period: textwrap.wrap(period, max(room, LEAST_LETTERS)) for period in periods}
    return f"{json.dumps(lines)}[datum.value]"


def drawn_points(rows: list[Spec], series: Sequence[Series], right: int = 0) -> Spec:
    point = {"type": "point", "filled": True, "size": 80, "opacity": 1, "invalid": "filter"}
    return {
        "data": drawing.values(rows),
        "mark": {**point, "xOffset": right},
        "encoding": {
            "x": X,
            "y": Y,
            "color": by_name(series, line_colours(series)),
            "shape": by_name(series, SHAPES[: len(series)]),
        },
    }


def marks(periods: Sequence[str], series: Sequence[Series]) -> list[Spec]:
    return [
        {"period": period, "series": one.name, "value": number_of(value)}
        for one in series
        for period, value in zip(periods, one.values, strict=True)
    ]


def symbols(
    periods: Sequence[str], series: Sequence[Series], domain: tuple[float, float]
) -> list[Spec]:
    """What stands instead of a figure, on the ground line of its period."""
    rows = []
    for n, period in enumerate(periods):
        here = dict.fromkeys(v for one in series if isinstance(v := one.values[n], str))
        if here:
            rows.append({"period": period, "value": domain[0], "text": " ".join(here)})
    return rows


def end_labels(
    periods: Sequence[str], series: Sequence[Series], domain: tuple[float, float]
) -> list[Spec]:
    """Each series' name at the last place, beside its last figure and clear of the other names."""
    found = [row for one in series if (row := end_label(one, periods[-1]))]
    found.sort(key=lambda row: float(row["value"]))
    unit_of_height = (domain[1] - domain[0]) / HEIGHT
    heights = [(len(row["text"]) * LINE_OF_TEXT + 4) * unit_of_height for row in found]
    places = scales.kept_apart([row["value"] for row in found], heights, domain)
    shift = (LINE_OF_TEXT / 2) * unit_of_height
    return [
        {**row, "at": at + shift * (len(row["text"]) - 1)}
        for row, at in zip(found, places, strict=True)
    ]


def end_label(one: Series, period: str) -> Spec | None:
    known = [value for v in one.values if (value := number_of(v)) is not None]
    if not known:
        return None
    text = textwrap.wrap(one.name, MOST_LETTERS)
    return {"period": period, "series": one.name, "value": known[-1], "text": text}


def keys_to(ends: list[Spec]) -> list[Spec]:
    """The mark of each line once more, before its name."""
    return [{**row, "value": row["at"]} for row in ends]


def line_colours(series: Sequence[Series]) -> list[str]:
    return [COMPARATOR if one.is_comparator else LINES[n] for n, one in enumerate(series)]


def by_name(series: Sequence[Series], among: Sequence[Any]) -> Spec:
    scale = {"domain": [one.name for one in series], "range": list(among)}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": None}
