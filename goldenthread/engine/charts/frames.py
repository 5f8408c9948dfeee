"""Frames turned into what charts are drawn from. Only here do charts know of frames."""

from typing import TYPE_CHECKING

from goldenthread.engine.charts.chart import Series

if TYPE_CHECKING:
    from polars import DataFrame


class NotForAChart(ValueError):
    """A frame lacks a column, or says two things of one place; the message names it."""


def wide(frame: "DataFrame", label: str) -> tuple[list[str], list[Series]]:
    """Labels from one column, and a series from each of the others, in their order."""
    _has(frame, label)
    labels = [str(each) for each in frame[label].to_list()]
    return labels, [
        Series(
            name,
            frame[name].fill_nan(None).to_list()
            if frame[name].dtype.is_float()
            else frame[name].to_list(),
        )
        for name in frame.columns
        if name != label
    ]


def long(frame: "DataFrame", label: str, series: str, value: str) -> tuple[list[str], list[Series]]:
    """Labels and series from a frame with a row for each figure, in the order in which they first
    appear; None where a figure is not in the frame. Raises NotForAChart for one that is there twice."""
    _has(frame, label, series, value)
    found: dict[tuple[str, str], object] = {}
    for place, name, figure in frame.select(label, series, value).iter_rows():
        if (str(place), str(name)) in found:
            raise NotForAChart(f"“{name}”, “{place}” has two figures")
        found[str(place), str(name)] = figure
    labels = list(dict.fromkeys(place for place, _ in found))
    names = list(dict.fromkeys(name for _, name in found))
    return labels, [Series(name, [found.get((place, name)) for place in labels]) for name in names]  # type: ignore[misc]


def _has(frame: "DataFrame", *columns: str) -> None:
    for name in columns:
        if name not in frame.columns:
            raise NotForAChart(f"There is no column “{name}”: there are {', '.join(frame.columns)}")
