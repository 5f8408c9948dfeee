"""The only place that calls the drawing library; it is loaded when first used, not before.

Charts are described in Vega-Lite, as plain dictionaries, and drawn by vl-convert without a browser.
(altair would only write the same dictionaries, and takes a second and a half to load.)
"""

from collections.abc import Sequence
from typing import Any

from goldenthread.engine.charts import accessible
from goldenthread.engine.charts.legible import legible_in
from goldenthread.engine.charts.palette import FONT, GRID, INK, QUIET

Spec = dict[str, Any]
"""A Vega-Lite specification, or a part of one."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH = 500
"""Units across a whole chart, its labels included. Few, so that words are legible on a telephone too."""
SIZE = 15
LETTER = SIZE * 0.54
"""How wide a letter is, near enough to leave room for words."""


def svg_of(spec: Spec, *, title: str, description: str, key: str) -> str:
    """A chart as accessible SVG. Nothing is fetched: the figures are in the specification."""
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(
        dressed(legible_in(spec)), allowed_base_urls=[], show_warnings=False
    )
    return accessible.accessible(drawn, title=title, description=description, key=key)


def png_of(svg: str, scale: float) -> bytes:
    """Any of our SVGs as PNG, on white."""
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg.replace(' width="100%"', "", 1), scale=scale))


def dressed(spec: Spec) -> Spec:
    """With the fonts, lines and greys of every chart: quiet, so that the figures speak."""
    return {"$schema": SCHEMA, "background": "white", "padding": 4, "config": LOOK, **spec}


def values(rows: Sequence[Spec]) -> Spec:
    return {"values": list(rows)}


LOOK: Spec = {
    "font": FONT,
    "view": {"stroke": None},
    "text": {"font": FONT, "fontSize": SIZE, "color": INK},
    "axis": {
        "labelFontSize": SIZE,
        "titleFontSize": SIZE,
        "titleFontWeight": "normal",
        "labelColor": INK,
        "titleColor": QUIET,
        "gridColor": GRID,
        "domainColor": QUIET,
        "tickColor": QUIET,
        "labelLimit": 400,
    },
    "legend": {
        "labelFontSize": SIZE,
        "labelLimit": 420,
        "symbolSize": 180,
        "orient": "top",
        "title": None,
        "labelColor": INK,
        "symbolStrokeColor": INK,
    },
}
