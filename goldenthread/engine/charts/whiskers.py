"""How sure the figure of each bar is, as a whisker across its end."""

from collections.abc import Sequence

from goldenthread.engine.charts import scales
from goldenthread.engine.charts.chart import Series, Value, number_of, text_of
from goldenthread.engine.charts.drawing import Spec
from goldenthread.engine.charts.palette import INK

PALE = "#93bbdb"
"""What a dark whisker shows upon."""
Range = tuple[float, float] | None


def checked(
    labels: Sequence[str], values: Sequence[Value], intervals: Sequence[Range]
) -> list[Range]:
    """The ranges, none where no figure is shown: a range alone would give a withheld figure away.
    Raises ValueError where they do not fit the labels or leave their figure out."""
    if len(intervals) != len(labels):
        raise ValueError(f"There are {len(intervals)} intervals for {len(labels)} labels")
    found: list[Range] = []
    for label, value, each in zip(labels, values, intervals, strict=True):
        number = number_of(value)
        if each and number is not None and not each[0] <= number <= each[1]:
            raise ValueError(f"The interval of “{label}” leaves its own figure out")
        found.append(each if number is not None else None)
    return found


def in_words(each: Range, unit: str) -> str:
    """“41% to 63%”; nothing where there is none."""
    if each is None:
        return ""
    return " to ".join(text_of(round(end, 1), unit) for end in each)


def added_to(spec: Spec, ranges: Sequence[Range]) -> Spec:
    """The chart with a whisker for each range, and the figures moved beyond them."""
    for row, each in zip(spec["data"]["values"], ranges, strict=True):
        row["lower"], row["upper"] = each or (None, None)
        row["at"] = max(row["at"], each[1] if each else 0.0)
    ends = [Series("ends", [end for each in ranges if each for end in each] + [at(spec)])]
    spec["encoding"]["x"]["scale"]["domain"] = list(scales.domain_of(ends))
    bars = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "bar")
    bars["mark"] |= {"color": PALE, "stroke": INK, "strokeWidth": 0.8}
    spec["layer"].insert(-1, whisker("rule", 2))
    spec["layer"][-1:-1] = [end_mark("lower"), end_mark("upper")]
    return spec


def at(spec: Spec) -> float:
    return float(max((row["value"] or 0.0 for row in spec["data"]["values"]), default=0.0))


def whisker(mark: str, width: float) -> Spec:
    halo = {"field": "lower", "type": "quantitative"}
    return {
        "transform": [{"filter": "isValid(datum.lower)"}],
        "mark": {"type": mark, "color": INK, "strokeWidth": width},
        "encoding": {"x": {**halo, "axis": None}, "x2": {"field": "upper"}},
    }


def end_mark(field: str) -> Spec:
    """A short stroke across one end."""
    return {
        "transform": [{"filter": "isValid(datum.lower)"}],
        "mark": {
            "type": "tick",
            "color": INK,
            "thickness": 2,
            "opacity": 1,
            "height": {"band": 0.3},
        },
        "encoding": {"x": {"field": field, "type": "quantitative", "axis": None}},
    }
