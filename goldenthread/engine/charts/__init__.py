"""Charts: figures in, an accessible SVG and the same figures as a table out.

Importing this is cheap: the drawing library is loaded only when `trend`, `bar`, `grouped_bar`,
`stacked_bar` or `png` is called, which is the background worker's work. Others are
plain SVG and may be drawn in a web worker.
"""

from goldenthread.engine.charts.bars import bar, grouped_bar
from goldenthread.engine.charts.chart import Chart, Series, Value, png
from goldenthread.engine.charts.flow import Box, Flow, Stage, flow
from goldenthread.engine.charts.journey import Passage, journey
from goldenthread.engine.charts.stacked import stacked_bar
from goldenthread.engine.charts.structure import Branch, GroupBox, Structure, structure
from goldenthread.engine.charts.trend import trend

__all__ = [
    "Box",
    "Branch",
    "Chart",
    "Flow",
    "GroupBox",
    "Passage",
    "Series",
    "Stage",
    "Structure",
    "Value",
    "bar",
    "flow",
    "grouped_bar",
    "journey",
    "png",
    "stacked_bar",
    "structure",
    "trend",
]
