"""What goes into a chart and what comes out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from types import MappingProxyType

from goldenthread.engine.charts.palette import MOST_SERIES

Value = int | float | Decimal | str | None
"""A figure; None where there is none; or what the audience reads instead of one, such as “c”."""

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "c": "withheld, because a small number could identify a child",
        "z": "not applicable",
        "x": "not available",
        "low": "rounds to nought but is not nought",
    }
)


@dataclass(frozen=True)
class Series:
    """The figures of one line, or one colour of bars: one value for each period or category."""

    name: str
    values: Sequence[Value]
    is_comparator: bool = False


@dataclass(frozen=True)
class Chart:
    """A drawing, and everything it says in words and in a table.

    `svg` stands inline in a page (no script, style or request; ids unique by `key`). The table has a
    header cell for each column, and the first cell of each row is that row's header.
    """

    title: str
    description: str
    svg: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def png(chart: Chart, *, scale: float = 2.0) -> bytes:
    """The drawing as PNG, for Word; `scale` pixels to one unit of the drawing."""
    from goldenthread.engine.charts import drawing

    return drawing.png_of(chart.svg, scale)


def number_of(value: Value) -> float | None:
    """The value as it can be drawn; None where it leaves a gap."""
    return None if value is None or isinstance(value, str) else float(value)


def check_number(name: str, value: Value) -> None:
    """Refuse what a division by nought leaves behind."""
    number = number_of(value)
    if number is not None and not isfinite(number):
        raise ValueError(f"A figure of “{name}” is not a number: {value}")


def text_of(value: Value, unit: str = "") -> str:
    """The value as a reader sees it: 12,345.5, £1,200, 27%; x where there is none."""
    if value is None:
        return "x"
    if isinstance(value, str):
        return value
    exact = Decimal(str(value))
    text = f"{exact:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return {"£": f"£{text}", "%": f"{text}%"}.get(unit, text).replace("£-", "-£")


def check(labels: Sequence[str], series: Sequence[Series]) -> None:
    """Refuse what cannot be drawn, naming the series at fault."""
    if not labels or not series:
        raise ValueError("A chart needs at least one label and one series of figures")
    if len(series) > MOST_SERIES:
        raise ValueError(f"A chart shows at most {MOST_SERIES} series; this one has {len(series)}")
    for one in series:
        check_series(labels, one)
    repeated = [one.name for one in series if [s.name for s in series].count(one.name) > 1]
    if repeated:
        raise ValueError(f"Two series have the same name: “{repeated[0]}”")


def check_series(labels: Sequence[str], one: Series) -> None:
    if len(one.values) != len(labels):
        raise ValueError(f"“{one.name}” has {len(one.values)} figures for {len(labels)} labels")
    for value in one.values:
        check_number(one.name, value)
