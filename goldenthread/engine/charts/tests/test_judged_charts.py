"""Control charts, funnels, heat maps, timelines, whiskers: what is drawn, what is said, what is withheld."""

import re
import subprocess
import sys
from datetime import date
from xml.etree import ElementTree

import polars
import pytest

from goldenthread.engine.charts import (
    Area,
    Moment,
    bar,
    control_chart,
    frames,
    funnel,
    heat_map,
    marks,
    png,
    timeline,
)
from goldenthread.engine.judgement.comparison import Basis
from goldenthread.engine.judgement.control import Polarity

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = [f"{month} {year}" for year in (2024, 2025) for month in ("Jan", "Apr", "Jul", "Oct")] + [
    f"Month {n}" for n in range(9, 15)
]
STEADY = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11, 10]
AREAS = [Area("Ours", 600, 1000, is_ours=True), Area("Usual", 52, 100), Area("Small", "c", "c")]
AREAS += [Area("Low", 400, 1000), Area("Nobody", 0, 0)]


def control(values=(*STEADY, 30), **asked):
    asked = {"polarity": Polarity.LOWER_IS_BETTER, "target": 15, "unit": "Children", **asked}
    return control_chart("Plans", MONTHS[: len(values)], values, **asked)


CHARTS = {
    "control": control,
    "provisional": lambda: control([3, None, "c", 4], steps={2: "a new form"}),
    "funnel": lambda: funnel("In time", AREAS, centre=0.5, size="Conferences"),
    "rate": lambda: funnel("Rate", [Area("a", 30, 9000)], basis=Basis.RATE),
    "heat": lambda: heat_map("Harm", ["a", "b"], ["x", "y"], [[1, "c"], [None, 40]]),
    "timeline": lambda: timeline("Review", [Moment(date(2025, 3, 3), "Notified")]),
}


def words_of(chart):
    return " ".join(" ".join(ElementTree.fromstring(chart.svg).itertext()).split())


@pytest.fixture(params=CHARTS)
def chart(request):
    return CHARTS[request.param]()


def test_a_chart_is_one_image_named_described_and_free_of_scripts(chart):
    root = ElementTree.fromstring(chart.svg)
    title, described = root.attrib["aria-labelledby"].split()
    assert root.attrib["role"] == "img"
    assert root.find(f"{SVG}title[@id='{title}']").text == chart.title
    assert root.find(f"{SVG}desc[@id='{described}']").text == chart.description
    assert 'width="100%"' in chart.svg
    assert not re.search(r"<script|<style|\sstyle=|<image|\son\w+=", chart.svg)
    assert all(len(row) == len(chart.header) for row in chart.rows)
    assert png(chart, scale=1).startswith(b"\x89PNG")


def test_no_letter_is_smaller_than_a_telephone_can_show(chart):
    """A drawing is 420 units across: 14 of them are 9 pixels where a screen is 320 wide."""
    root = ElementTree.fromstring(chart.svg)
    assert root.get("viewBox").startswith("0 0 420 ")
    assert all(float(text.get("font-size")) >= 12 for text in root.iter(f"{SVG}text"))


def test_nothing_stands_outside_the_drawing(chart):
    root = ElementTree.fromstring(chart.svg)
    height = float(root.get("viewBox").split()[3])
    for text in [*root.iter(f"{SVG}text"), *root.iter(f"{SVG}tspan")]:
        if text.get("x"):
            assert 0 <= float(text.get("x")) <= 420
            assert 0 <= float(text.get("y")) <= height


def test_drawing_by_ourselves_loads_no_drawing_library():
    code = (
        "import sys; from goldenthread.engine.charts import control_chart;"
        "control_chart('t', ['a', 'b'], [1, 2]); print('vl_convert' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_point_beyond_chance_has_a_shape_of_its_own_and_words():
    steady, alarmed = control(STEADY), control()
    assert marks.COLOURS[marks.WORSE] not in steady.svg.replace(crosses(steady), "")
    assert "special cause, concerning" in words_of(alarmed)
    assert "special cause" not in words_of(steady).split("No figure")[0]
    assert alarmed.rows[-1][-1] == "special cause, concerning: beyond the limits"
    assert "More than chance: Month 14, special cause, concerning." in alarmed.description


def crosses(chart):
    """What the icon of the target draws, which bears the same colours."""
    return "".join(re.findall(r"<path[^>]*stroke-width=\"2.4\"[^>]*/>", chart.svg))


def test_every_shape_differs_and_not_only_by_colour():
    drawn = {kind: marks.mark(kind, 0, 0) for kind in marks.COLOURS}
    shapes = {re.sub(r'(fill|stroke)="[^"]*"', "", each) for each in drawn.values()}
    assert len(shapes) == len(marks.COLOURS)


def test_fewer_than_thirteen_figures_carry_a_warning():
    assert "Provisional" in words_of(control(STEADY[:12]))
    assert "Provisional" not in words_of(control(STEADY))


def test_both_icons_say_what_they_mean():
    said = words_of(control())
    assert "A real change for the worse" in said
    assert "chance decides whether the target is met" in said
    assert "Getting worse, with the target met only by chance" in control().notes[0]


def test_a_withheld_figure_is_its_symbol_and_breaks_the_line():
    chart = control(["c" if n == 5 else v for n, v in enumerate(STEADY)])
    assert chart.rows[5][1] == "c"
    assert chart.rows[5][-1] == "no figure"
    assert "c: withheld, because a small number could identify a child" in chart.notes
    whole = control(STEADY)
    assert chart.svg.count("<circle") == whole.svg.count("<circle") - 1
    assert chart.svg.count('fill="none"') == whole.svg.count('fill="none"') + 1


def test_a_declared_change_starts_new_limits_and_says_what_changed():
    values = [10, 11, 10, 11, 10, 11, 10, 20, 21, 20, 21, 20, 21, 20]
    chart = control(values, steps={7: "a new front door"})
    assert "A Month 9: a new front door".replace("Month 9", MONTHS[7]) in words_of(chart)
    assert chart.rows[0][2] != chart.rows[-1][2]


def test_no_limit_is_named_beyond_what_can_be():
    chart = control_chart("t", MONTHS[:6], [95, 60, 99, 40, 100, 70], unit="%")
    assert chart.rows[0][4] == "none"
    assert "upper" not in words_of(chart).split("none.")[-1]


def test_a_funnel_tells_ours_and_those_far_from_chance():
    chart = CHARTS["funnel"]()
    assert chart.rows[0][-1] == "higher than 99.8% of areas of this size would be by chance"
    assert chart.rows[1][-1] == "no further from the middle than chance explains"
    assert chart.rows[2][1:] == ("c", "c", "c", "no figure")
    assert chart.rows[4][3] == "z"
    assert "Ours, 60%: higher" in chart.description
    assert "Low, lower" in chart.description
    assert ">Low</text>" in chart.svg


def test_a_funnel_never_places_what_is_withheld():
    chart = CHARTS["funnel"]()
    points = re.findall(r"<circle[^>]*r=\"3.5\"|<path[^>]*Z\"[^>]*stroke-width=\"0.8\"", chart.svg)
    key = 2  # the triangles of the key, drawn as large as those in the funnel
    assert len(points) - key == 3


def test_a_heat_map_hatches_what_it_does_not_show_and_darkens_with_the_figure():
    chart = CHARTS["heat"]()
    root = ElementTree.fromstring(chart.svg)
    squares = [r.get("fill") for r in root.iter(f"{SVG}rect") if r.get("stroke") == "#ffffff"]
    assert squares[0] == "#f1f5f9"
    assert squares[3] == "#0f3557"
    assert all(fill.startswith("url(#") for fill in squares[1:3])
    assert chart.rows == (("a", "1", "c"), ("b", "x", "40"))


def test_a_timeline_keeps_its_order_and_its_words_apart():
    moments = [Moment(date(2025, 3, day), f"Step {day}") for day in (9, 2, 3, 4)]
    chart = timeline("t", [*moments, Moment(date(2025, 1, 1), "First", until=date(2026, 1, 1))])
    assert [row[2] for row in chart.rows] == ["First", "Step 2", "Step 3", "Step 4", "Step 9"]
    spans = ElementTree.fromstring(chart.svg).iter(f"{SVG}tspan")
    heights = sorted(float(span.get("y")) for span in spans)
    assert all(b - a >= 20 for a, b in zip(heights, heights[1:], strict=False))


def test_whiskers_stand_in_the_table_and_a_withheld_figure_has_none():
    chart = bar("b", ["a", "b"], [52, "c"], unit="%", intervals=[(41.3, 63.2), (1, 3)])
    assert chart.header[-1] == "95% interval"
    assert [row[-1] for row in chart.rows] == ["41.3% to 63.2%", ""]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: control_chart("t", ["a"], ["c"]), "no figure in one of the stretches"),
        (lambda: control_chart("t", ["a", "b"], [1]), "1 figures for 2 labels"),
        (lambda: funnel("t", [Area("a", "c", "c")]), "no figure"),
        (lambda: heat_map("t", [], [], []), "at least one row"),
        (lambda: heat_map("t", ["a"], ["b"], [[1, 2]]), "“a” has 2 figures for 1 columns"),
        (lambda: heat_map("t", ["a"], list("abcdefghijklm"), [[1] * 13]), "at most 12 columns"),
        (lambda: timeline("t", []), "at least one moment"),
        (
            lambda: timeline("t", [Moment(date(2025, 2, 1), "a", until=date(2025, 1, 1))]),
            "“a” ends before",
        ),
        (lambda: bar("t", ["a"], [5], intervals=[(6, 7)]), "“a” leaves its own figure out"),
        (lambda: bar("t", ["a"], [5], intervals=[(1, 7)] * 2), "2 intervals for 1 labels"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(make, says):
    with pytest.raises(ValueError, match=says):
        make()


def test_frames_become_labels_and_series():
    wide = polars.DataFrame({"year": [2024, 2025], "ours": [1, None], "England": [2, 3]})
    labels, series = frames.wide(wide, "year")
    assert (labels, series[0].values) == (["2024", "2025"], [1, None])
    long = polars.DataFrame({"year": [1, 1, 2], "area": ["a", "b", "a"], "value": [5, 6, 7]})
    labels, series = frames.long(long, "year", "area", "value")
    assert [(one.name, list(one.values)) for one in series] == [("a", [5, 7]), ("b", [6, None])]


def test_a_frame_that_says_two_things_is_refused():
    twice = polars.DataFrame({"year": [1, 1], "area": ["a", "a"], "value": [5, 6]})
    with pytest.raises(frames.NotForAChart, match="“a”, “1” has two figures"):
        frames.long(twice, "year", "area", "value")
    with pytest.raises(frames.NotForAChart, match="no column “month”"):
        frames.wide(twice, "month")
