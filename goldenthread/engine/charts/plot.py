"""The ground of a chart drawn as plain SVG: the square of the figures, its grid and its names.

Plain SVG is drawn in about a millisecond; the drawing library takes tens and half a second to load.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from goldenthread.engine.charts import plain
from goldenthread.engine.charts.palette import GRID, QUIET

SMALL = 14
LETTER = SMALL * 0.55


@dataclass(frozen=True)
class Plot:
    """The square in which figures are drawn: its edges in units, and the figures at its foot and top."""

    left: float
    top: float
    width: float
    height: float
    domain: tuple[float, float]

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def foot(self) -> float:
        return self.top + self.height

    def y(self, value: float) -> float:
        low, high = self.domain
        return self.foot - (value - low) / (high - low) * self.height

    def x(self, place: int, places: int) -> float:
        """Where the nth of so many periods stands."""
        return self.left + (place + 0.5) * self.width / places

    def along(self, share: float) -> float:
        return self.left + share * self.width


def ticks(domain: tuple[float, float], most: int = 5) -> list[float]:
    """Round numbers across a range, at most so many steps; whole ones where the range allows."""
    low, high = domain
    step = round_step((high - low) / most)
    if high - low >= most:
        step = max(step, 1.0) if step != 2.5 else 5.0
    first = -(-low // step)
    return [
        round((first + n) * step, 10) for n in range(int((high - first * step) / step + 1e-9) + 1)
    ]


def round_step(least: float) -> float:
    """The next of 1, 2, 2.5 and 5 times a power of ten."""
    power = 10.0 ** floor(log10(least))
    return next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= least * 0.999)


def domain_around(values: Sequence[float]) -> tuple[float, float]:
    """From nought, unless all stand far from it: then a little below the least; a little above the most."""
    low, high = min(values), max(values)
    room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    if 0 <= low <= high * 0.6:
        return 0.0, high + room
    return low - room, high + room


def grid(plot: Plot, unit: str) -> str:
    """Level lines with their figures, and the unit above them, flat."""
    found = "".join(
        plain.line(plot.left, plot.y(at), plot.right, plot.y(at), stroke=GRID)
        + plain.word(figure(at, unit), plot.left - 6, plot.y(at) + 5, text_anchor="end", font_size=SMALL)
        for at in ticks(plot.domain)
    )  # fmt: skip
    named = unit if unit not in ("", "%", "£") else ""
    return found + (
        plain.word(named, 4, plot.top - 10, fill=QUIET, font_size=SMALL) if named else ""
    )


def figure(value: float, unit: str = "") -> str:
    """A figure as an axis or a table shows it: at most three that matter after the point."""
    text = f"{value:,.0f}" if abs(value) >= 100 or value == round(value) else f"{value:,.3g}"
    return {"%": f"{text}%", "£": f"£{text}".replace("£-", "-£")}.get(unit, text)


def periods(plot: Plot, names: Sequence[str]) -> tuple[str, float]:
    """The names of the periods beneath, as many as find room, and how deep they go. The last is always named."""
    longest = max(max((len(word) for word in name.split()), default=1) for name in names)
    room = plot.width / len(names)
    every = max(1, -(-int((longest + 1) * LETTER) // max(int(room), 1)))
    shown = [n for n in range(len(names)) if (len(names) - 1 - n) % every == 0]
    lines = {n: plain.in_lines(names[n], max(room * every, longest * LETTER * 1.1)) for n in shown}
    drawn = "".join(
        plain.line(plot.x(n, len(names)), plot.foot, plot.x(n, len(names)), plot.foot + 5)
        + "".join(
            plain.word(line, edged(plot.x(n, len(names)), line), plot.foot + 20 + 16 * row,
                       text_anchor="middle", font_size=SMALL)
            for row, line in enumerate(lines[n])
        )
        for n in shown
    )  # fmt: skip
    return drawn, 8 + 16 * max((len(found) for found in lines.values()), default=1)


def edged(x: float, line: str) -> float:
    """The middle of a word that must not stick out of the drawing."""
    half = len(line) * LETTER / 2
    return min(max(x, half), plain.WIDTH - half)
