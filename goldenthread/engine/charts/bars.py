"""Bars lying down, so that names are read level: single and grouped."""

import textwrap
from collections.abc import Sequence
from dataclasses import replace

from goldenthread.engine.charts import accessible, drawing, scales, whiskers, words
from goldenthread.engine.charts.chart import Chart, Series, Value, check, number_of, text_of
from goldenthread.engine.charts.drawing import Spec
from goldenthread.engine.charts.palette import FILLS, INK, QUIET

BAR = 30
MOST_LETTERS = 22
LABELS: Spec = {
    "title": None,
    "domain": False,
    "ticks": False,
    "labelExpr": "split(datum.label, '|')",
    "labelPadding": 8,
    "labelLineHeight": 16,
    # Vega sets the first line of a label level with its bar; this sets the middle of all its lines.
    "labelOffset": {
        "condition": [
            {"test": f"length(split(datum.label, '|')) == {n}", "value": -8 * (n - 1)}
            for n in range(2, 6)
        ],
        "value": 0,
    },
}


def bar(
    title: str,
    labels: Sequence[str],
    values: Sequence[Value],
    *,
    unit: str = "",
    series: str = "Number",
    intervals: Sequence[tuple[float, float] | None] = (),
    category: str = "Category",
    key: str = "",
) -> Chart:
    """One bar for each label, its figure at its end; a withheld one is a symbol and no bar.

    `intervals` are the ranges that the figures stand in at 95% confidence, drawn as whiskers and
    written in the table: one for each label, None where there is none.
    """
    one = (Series(series, values),)
    check(labels, one)
    if not intervals:
        spec = bar_spec(labels, one[0], unit)
        return drawn("Bar chart", spec, title, labels, one, unit, category, key)
    ranges = whiskers.checked(labels, values, intervals)
    written = Series("95% interval", [whiskers.in_words(each, unit) for each in ranges])
    spec = whiskers.added_to(bar_spec(labels, one[0], unit), ranges)
    key = key or accessible.key_of("Bar chart", title, labels, one, ranges)
    chart = drawn("Bar chart", spec, title, labels, one, unit, category, key)
    _, rows = words.table_of(category, labels, (*one, written), unit)
    return replace(chart, header=(*chart.header, written.name), rows=rows)


def grouped_bar(
    title: str,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    unit: str = "",
    category: str = "Category",
    key: str = "",
) -> Chart:
    """For each label a bar for each series, each with its name before it and its figure after it."""
    check(labels, series)
    spec = grouped_spec(labels, series, unit)
    return drawn("Grouped bar chart", spec, title, labels, series, unit, category, key)


def drawn(
    kind: str,
    spec: Spec,
    title: str,
    labels: Sequence[str],
    series: Sequence[Series],
    unit: str,
    category: str,
    key: str,
) -> Chart:
    key = key or accessible.key_of(kind, title, labels, series)
    description = words.bars_in_words(kind, labels, series, unit)
    header, rows = words.table_of(category, labels, series, unit)
    svg = drawing.svg_of(spec, title=title, description=description, key=key)
    return Chart(title, description, svg, header, rows, words.notes_on(series))


def bar_spec(labels: Sequence[str], one: Series, unit: str) -> Spec:
    rows = figures(labels, [one], unit)
    y = {"field": "label", "type": "ordinal", "sort": None, "axis": LABELS}
    return {
        "width": width_beside(labels),
        "height": {"step": step_for(labels)},
        "data": drawing.values(rows),
        "encoding": {"y": y, "x": value_scale([one])},
        "layer": [
            *line_at_nought([one]),
            {"mark": {"type": "bar", "color": FILLS[0], "height": {"band": 0.68}}},
            figures_at_ends(),
        ],
    }


def grouped_spec(labels: Sequence[str], series: Sequence[Series], unit: str) -> Spec:
    """One small chart below another, so that every bar has its own name and colour adds nothing."""
    names = [wrapped(one.name) for one in series]
    colour = {
        "field": "series",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": names, "range": list(FILLS[: len(series)])},
    }
    y = {"field": "series", "type": "ordinal", "sort": None, "axis": LABELS}
    bars = {"type": "bar", "stroke": INK, "strokeWidth": 0.8, "height": {"band": 0.76}}
    header = {"title": None, "labelAnchor": "start", "labelAngle": 0, "labelOrient": "top",
              "labelFontSize": drawing.SIZE, "labelFontWeight": "bold", "labelPadding": -14, "labelBaseline": "line-bottom",
              "labelColor": INK, "labelLimit": 460}  # fmt: skip
    return {
        "data": drawing.values(figures(labels, series, unit)),
        "facet": {
            "row": {"field": "group", "type": "ordinal", "sort": list(labels), "header": header}
        },
        "spacing": 10,
        "spec": {
            "width": width_beside([one.name for one in series]),
            "height": {"step": 24 if max(map(lines_of, names)) == 1 else 34},
            "encoding": {"y": y, "x": value_scale(series)},
            "layer": [
                *line_at_nought(series),
                {"mark": bars, "encoding": {"color": colour}},
                figures_at_ends(),
            ],
        },
    }


def figures(labels: Sequence[str], series: Sequence[Series], unit: str) -> list[Spec]:
    return [
        {"label": wrapped(label), "group": label, "series": wrapped(one.name),
         "value": number_of(one.values[n]), "at": max(number_of(one.values[n]) or 0.0, 0.0),
         "text": text_of(one.values[n], unit)}
        for n, label in enumerate(labels)
        for one in series
    ]  # fmt: skip


def figures_at_ends() -> Spec:
    """The figure after each bar, or the symbol that stands for it where there is no bar."""
    colour = {"condition": {"test": "!isValid(datum.value)", "value": QUIET}, "value": INK}
    return {
        "mark": {"type": "text", "align": "left", "dx": 6},
        "encoding": {"x": {"field": "at"}, "text": {"field": "text"}, "color": colour},
    }


def value_scale(series: Sequence[Series]) -> Spec:
    domain = scales.domain_of(series)
    return {
        "field": "value",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": list(domain), "nice": False},
    }


def line_at_nought(series: Sequence[Series]) -> list[Spec]:
    """Where bars go both ways, the line that they start from."""
    if scales.domain_of(series)[0] >= 0:
        return []
    whole = {"x": {"datum": 0}, "y": {"value": 0}, "y2": {"value": "height"}}
    return [{"mark": {"type": "rule", "color": QUIET}, "encoding": whole}]


def wrapped(text: str) -> str:
    return "|".join(textwrap.wrap(text.replace("|", "/"), MOST_LETTERS)) or " "


def lines_of(text: str) -> int:
    return text.count("|") + 1


def step_for(labels: Sequence[str]) -> int:
    """The height of one bar's place: enough for the longest label's lines."""
    return max(BAR, 18 * max(lines_of(wrapped(label)) for label in labels) + 6)


def width_beside(labels: Sequence[str]) -> float:
    """What is left of a chart's width beside its labels and the figures after its bars."""
    letters = max(len(line) for label in labels for line in wrapped(label).split("|"))
    return drawing.WIDTH - 78 - letters * drawing.LETTER
