"""The marks of points: a shape of its own for each meaning, so that no colour carries it alone."""

from collections.abc import Sequence

from goldenthread.engine.charts import plain
from goldenthread.engine.charts.palette import INK, QUIET

COMMON, BETTER, WORSE, UP, DOWN = "common", "better", "worse", "up", "down"
COLOURS = {COMMON: QUIET, BETTER: "#0b6fb8", WORSE: "#d5591a", UP: "#7a3b96", DOWN: "#7a3b96"}


def mark(kind: str, x: float, y: float, size: float = 6.0) -> str:
    """One point: a dot, a diamond (better), a square (worse), or a triangle up or down."""
    colour, drawn = COLOURS[kind], 0.8
    if kind == COMMON:
        return plain.element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=size * 0.7, fill=colour)
    path = "M" + "L".join(f"{x + dx * size:.1f} {y + dy * size:.1f}" for dx, dy in CORNERS[kind])
    return plain.element("path", d=path + "Z", fill=colour, stroke=INK, stroke_width=drawn)


CORNERS = {
    BETTER: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    WORSE: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    UP: ((0, -1.2), (1.2, 1), (-1.2, 1)),
    DOWN: ((0, 1.2), (1.2, -1), (-1.2, -1)),
}


def key_to(kinds: Sequence[tuple[str, str]], y: float) -> str:
    """A line for each kind of mark and what it says."""
    return "".join(
        mark(kind, 14, y + 20 * n) + plain.word(says, 28, y + 5 + 20 * n, font_size=14)
        for n, (kind, says) in enumerate(kinds)
    )


def polyline(points: Sequence[tuple[float, float]], **attributes: object) -> str:
    if len(points) < 2:
        return ""
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return plain.element("path", "", d=path, fill="none", **attributes)
