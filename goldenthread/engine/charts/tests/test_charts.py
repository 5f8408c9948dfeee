import re
import subprocess
import sys
from xml.etree import ElementTree

import altair
import pytest

from goldenthread.engine.charts import (
    Series,
    bar,
    bars,
    grouped_bar,
    palette,
    png,
    stacked,
    stacked_bar,
    trend,
    words,
)
from goldenthread.engine.charts.scales import kept_apart, round_above
from goldenthread.engine.charts.trend import trend_spec

YEARS = ["2012/13", "2013/14", "2014/15"]
KIRKLEES = Series("Kirklees", [2404, "c", 1873])
ENGLAND = Series("England", [2300, 2100, 2000], is_comparator=True)

CHARTS = {
    "trend": lambda key="": trend("Enquiries", YEARS, [KIRKLEES, ENGLAND], unit="Enquiries", key=key),
    "bar": lambda key="": bar("By year", YEARS, [2404, "c", 1873], key=key),
    "grouped": lambda key="": grouped_bar("By year", YEARS, [KIRKLEES, ENGLAND], key=key),
    "stacked": lambda key="": stacked_bar("By year", YEARS, [KIRKLEES, ENGLAND], key=key),
}  # fmt: skip


@pytest.fixture(params=CHARTS)
def chart(request):
    return CHARTS[request.param]()


def test_a_chart_is_one_image_with_a_name_and_a_description(chart):
    root = ElementTree.fromstring(chart.svg)
    named = dict(zip(("title", "desc"), root.attrib["aria-labelledby"].split(), strict=True))
    assert root.attrib["role"] == "img"
    for tag, text in (("title", chart.title), ("desc", chart.description)):
        found = root.find(f"{{http://www.w3.org/2000/svg}}{tag}")
        assert (found.attrib["id"], found.text) == (named[tag], text)


def test_a_chart_fits_any_width_and_breaks_no_content_policy(chart):
    assert 'width="100%"' in chart.svg
    assert re.search(r'viewBox="0 0 [\d.]+ [\d.]+"', chart.svg)
    assert not re.search(r"<script|<style|\sstyle=|<image|\son\w+=", chart.svg)
    assert set(re.findall(r'https?://[^"]+', chart.svg)) <= {"http://www.w3.org/2000/svg"}


def test_charts_side_by_side_share_no_id():
    drawings = [make(f"k{n}").svg for n, make in enumerate(CHARTS.values())]
    ids = [name for svg in drawings for name in re.findall(r'\bid="([^"]+)"', svg)]
    assert len(ids) == len(set(ids)) >= 2 * len(CHARTS)


def test_a_withheld_figure_is_never_drawn_as_nought(chart):
    shown = re.findall(r"<(?:text|tspan)[^>]*>([^<]+)<", chart.svg)
    assert any("c" in text.split() or text == "c" for text in shown)
    assert chart.rows[1][1] == "c"
    assert chart.notes == ("c: withheld, because a small number could identify a child",)


def test_a_line_breaks_where_a_figure_is_withheld():
    whole = trend("t", YEARS, [Series("Kirklees", [3, 2, 1])], key="k").svg
    broken = trend("t", YEARS, [Series("Kirklees", [3, None, 1])], key="k").svg
    path = r'd="(M[^"]+)"[^>]*stroke-width="3"'
    assert re.search(path, whole)[1].count("L") == 2
    assert "L" not in re.search(path, broken)[1].replace("Z", "")


def test_the_figures_stand_in_the_table_beneath():
    chart = CHARTS["trend"]()
    assert chart.header == ("Period", "Kirklees", "England")
    assert chart.rows[0] == ("2012/13", "2,404", "2,300")


def test_the_description_tells_the_course_of_each_line():
    chart = CHARTS["trend"]()
    assert "Kirklees: down from 2,404 in 2012/13 to 1,873 in 2014/15, with 1 not shown." in chart.description  # fmt: skip


def test_lines_differ_in_more_than_colour():
    svg = CHARTS["trend"]().svg
    dashes = re.findall(r'stroke-dasharray="([^"]+)"[^>]*stroke-width="3"|stroke-width="3"[^>]*stroke-dasharray="([^"]+)"', svg)  # fmt: skip
    assert len(set(dashes)) == 2
    assert len(set(palette.SHAPES)) == len(set(palette.DASHES)) == palette.MOST_SERIES


def test_fills_can_be_told_apart_in_grey():
    fills = sorted(brightness(fill) for fill in palette.FILLS)
    assert all((b + 0.05) / (a + 0.05) >= 1.4 for a, b in zip(fills, fills[1:], strict=False))


def test_lines_stand_out_from_white():
    assert all(1.05 / (brightness(colour) + 0.05) >= 3 for colour in palette.LINES)


def brightness(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_specification_is_good_vega_lite():
    specs = [
        trend_spec(YEARS, [KIRKLEES, ENGLAND], "%"),
        bars.bar_spec(YEARS, KIRKLEES, ""),
        bars.bar_spec(["over", "under, and by how much in a long name"], Series("£", [-5, 9]), "£"),
        bars.grouped_spec(YEARS, [KIRKLEES, ENGLAND], ""),
        stacked.stacked_spec(YEARS, [KIRKLEES, ENGLAND], "£"),
    ]
    for spec in specs:
        altair.Chart.from_dict(bars.drawing.dressed(spec))


def test_a_chart_can_be_had_as_a_picture(chart):
    assert png(chart, scale=1).startswith(b"\x89PNG")


def test_importing_charts_loads_nothing_heavy():
    code = "import sys, goldenthread.engine.charts; print([m for m in ('altair', 'vl_convert', 'weasyprint', 'docx') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: bar("t", [], []), "at least one label"),
        (lambda: bar("t", ["a"], [1, 2]), "2 figures for 1 labels"),
        (lambda: trend("t", ["a"], [Series("n", [1])] * 2), "same name: “n”"),
        (lambda: trend("t", ["a"], [Series(f"{n}", [1]) for n in range(7)]), "at most 6 series"),
        (lambda: stacked_bar("t", ["a"], [Series("n", [-1])]), "less than nought"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_bars_that_go_both_ways_start_from_a_line():
    assert "<line" in bar("t", ["under", "over"], [-22978, 23022], unit="£").svg
    assert "<line" not in bar("t", ["under", "over"], [2, 3]).svg


def test_a_chart_without_any_figure_says_so():
    chart = trend("t", YEARS, [Series("Kirklees", ["c", None, "z"])])
    assert "no figures to show" in chart.description
    assert len(chart.notes) == 3


def test_names_with_awkward_letters_are_only_text():
    chart = bar("<b>&", ["<script>x</script>", "a|b"], [1, 2])
    assert "<script" not in chart.svg
    ElementTree.fromstring(chart.svg)


@pytest.mark.parametrize(("value", "above"), [(0, 1), (0.7, 0.8), (2404, 2500), (99, 100), (1, 1)])
def test_an_axis_ends_at_a_round_number(value, above):
    assert round_above(value) == above


def test_names_at_the_ends_of_lines_do_not_cover_each_other():
    places = kept_apart([10, 10, 10], [4, 4, 4], (0, 12))
    assert all(b - a >= 4 for a, b in zip(places, places[1:], strict=False))


def test_long_names_of_periods_are_written_in_lines_and_short_ones_in_one():
    long = [f"as at 31 March {year}" for year in (2013, 2014, 2015)]
    drawn = trend("Plans", long, [Series("Kirklees", [300, 320, 350])]).svg
    assert "March 2014</" in drawn
    assert ">as at 31 March 2014</" not in drawn
    short = trend("Plans", ["2013/14"], [Series("Kirklees", [300])]).svg
    assert ">2013/14</" in short


def test_a_count_on_a_day_is_told_without_a_second_preposition():
    labels = ["as at 31 March 2025", "as at 31 March 2026"]
    said = words.trend_in_words(labels, [Series("Callowdale", (40, 50))], "")
    assert said.endswith("up from 40 as at 31 March 2025 to 50 as at 31 March 2026.")
