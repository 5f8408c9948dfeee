"""Charts: figures in, an accessible SVG and the same figures as a table out.

Importing this is cheap: the drawing library is loaded only when `trend`, `bar`, `grouped_bar`,
`stacked_bar` or `png` is called, which is the background worker's work. Others are
plain SVG and may be drawn in a web worker.
"""

from goldenthread.engine.charts.bars import bar, grouped_bar
from goldenthread.engine.charts.chart import Chart, Series, Value, png
from goldenthread.engine.charts.control import control_chart
from goldenthread.engine.charts.flow import Box, Flow, Stage, flow
from goldenthread.engine.charts.funnel import Area, funnel
from goldenthread.engine.charts.heat import heat_map
from goldenthread.engine.charts.journey import Passage, journey
from goldenthread.engine.charts.stacked import stacked_bar
from goldenthread.engine.charts.structure import Branch, GroupBox, Structure, structure
from goldenthread.engine.charts.timeline import Moment, timeline
from goldenthread.engine.charts.trend import trend

__all__ = [
    "Area",
    "Box",
    "Branch",
    "Chart",
    "Flow",
    "GroupBox",
    "Moment",
    "Passage",
    "Series",
    "Stage",
    "Structure",
    "Value",
    "bar",
    "control_chart",
    "flow",
    "funnel",
    "grouped_bar",
    "heat_map",
    "journey",
    "png",
    "stacked_bar",
    "structure",
    "timeline",
    "trend",
]
