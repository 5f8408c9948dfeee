"""Whatever the figures and the names, a chart is whole: well-formed, within its edges, no name broken out of it."""

import re
from datetime import date, timedelta
from math import inf, nan
from xml.etree import ElementTree

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.charts import (
    Area,
    Moment,
    Series,
    bar,
    control_chart,
    frames,
    funnel,
    heat_map,
    journey,
    timeline,
    trend,
)

SVG = "{http://www.w3.org/2000/svg}"
names = st.text(min_size=1, max_size=40)
figures = st.one_of(
    st.integers(-(10**9), 10**9), st.floats(-1e6, 1e6), st.sampled_from(["c", "z", None])
)
quick = settings(max_examples=30)


def is_whole(chart):
    root = ElementTree.fromstring(chart.svg)
    width, height = map(float, root.get("viewBox").split()[2:])
    for path in root.iter(f"{SVG}path"):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", path.get("d"))]
        assert all(-3 <= x <= width + 3 for x in numbers[0::2]), (path.get("d"), width)
        assert all(-3 <= y <= height + 3 for y in numbers[1::2]), (path.get("d"), height)
    places = [each.get(n, "") for each in root.iter() for n in ("d", "x", "y", "cx", "cy", "width")]
    assert not any("nan" in place or "inf" in place for place in places)
    assert all(len(row) == len(chart.header) for row in chart.rows)
    return True


@quick
@given(
    st.lists(figures, min_size=1, max_size=40), names, st.sampled_from(["%", "£", "Children", ""])
)
def test_a_control_chart_is_whole(values, title, unit):
    if any(isinstance(value, int | float) for value in values):
        periods = [f"{n}" for n in range(len(values))]
        assert is_whole(control_chart(title, periods, values, target=3, unit=unit))


@quick
@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500), names), min_size=1, max_size=25)
)
def test_a_funnel_is_whole(areas):
    made = [
        Area(name, min(a, b), max(a, b), is_ours=n == 0) for n, (a, b, name) in enumerate(areas)
    ]
    if any(area.denominator for area in made):
        assert is_whole(funnel("t", made))


@quick
@given(st.integers(1, 12), st.lists(names, min_size=1, max_size=6), st.data())
def test_a_heat_map_is_whole(columns, rows, data):
    values = [[data.draw(figures) for _ in range(columns)] for _ in rows]
    assert is_whole(heat_map("t", rows, [f"column {n}" for n in range(columns)], values))


@quick
@given(st.integers(1, 7), st.data())
def test_a_journey_is_whole(count, data):
    stages = [f"Stage {n}" for n in range(count)]
    pairs = [(a, b) for n, a in enumerate(stages) for b in stages[n + 1 :]]
    sizes = st.one_of(st.integers(0, 5000), st.just("c"))
    flows = [(a, b, data.draw(sizes)) for a, b in pairs if data.draw(st.booleans())]
    assert is_whole(journey("t", stages, flows))


@quick
@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 300), names), min_size=1, max_size=12)
)
def test_a_timeline_is_whole(moments):
    first = date(2025, 1, 1)
    made = [
        Moment(first + timedelta(day), what, first + timedelta(day + long) if long % 2 else None)
        for day, long, what in moments
    ]
    assert is_whole(timeline("t", made))


@pytest.mark.parametrize("value", [nan, inf, -inf])
@pytest.mark.parametrize(
    "draw",
    [
        lambda v: control_chart("t", ["a", "b"], [1, v]),
        lambda v: bar("t", ["a", "b"], [1, v]),
        lambda v: trend("t", ["a", "b"], [Series("ours", [1, v])]),
        lambda v: heat_map("t", ["ours"], ["a", "b"], [[1, v]]),
        lambda v: journey("t", ["a", "b"], [("a", "b", v)]),
    ],
)
def test_what_is_no_number_is_refused_by_name(draw, value):
    with pytest.raises(ValueError, match="is not a number"):
        draw(value)


def test_nought_divided_by_nought_in_a_frame_is_no_figure():
    frame = polars.DataFrame({"year": [1, 2], "ours": [nan, 2.0]})
    assert frames.wide(frame, "year")[1][0].values == [None, 2.0]
