"""Two small pictures of a judgement: what the figures do, and whether the target is met. Our own.

What the figures do is a line between two limits that stays or leaves; whether the target is met is
three ticks, three crosses or both, upon the line of the target.
"""

from goldenthread.engine.charts import marks, plain
from goldenthread.engine.charts.palette import INK, QUIET
from goldenthread.engine.judgement.control import Assurance, Variation

SIZE = 44
KINDS = {
    Variation.COMMON: marks.COMMON,
    Variation.IMPROVING: marks.BETTER,
    Variation.CONCERNING: marks.WORSE,
    Variation.HIGH: marks.UP,
    Variation.LOW: marks.DOWN,
}
MET = {
    Assurance.CONSISTENTLY_MET: (True, True, True),
    Assurance.HIT_AND_MISS: (True, False, True),
    Assurance.CONSISTENTLY_MISSED: (False, False, False),
}
WITHIN = ((5, 22), (11, 18), (17, 25), (23, 19), (29, 24), (37, 21))
LEAVING = ((5, 23), (12, 20), (19, 24), (26, 20), (35, 8))


def variation(shown: Variation, x: float, y: float, *, upwards: bool) -> str:
    """A line that stays between its limits, or leaves them with the mark of what that means."""
    path = WITHIN if shown is Variation.COMMON else LEAVING
    points = [(x + dx, y + (dy if upwards else SIZE - dy)) for dx, dy in path]
    limits = "".join(
        plain.line(x + 4, y + at, x + SIZE - 4, y + at, stroke=QUIET, stroke_dasharray="3 2")
        for at in (14, 30)
    )
    line = marks.polyline(points, stroke=INK, stroke_width=1.6)
    end = "" if shown is Variation.COMMON else marks.mark(KINDS[shown], *points[-1], 5)
    return frame(x, y, marks.COLOURS[KINDS[shown]]) + limits + line + end


def assurance(shown: Assurance, x: float, y: float) -> str:
    """Ticks above the line of the target, crosses beneath it."""
    target = plain.line(x + 4, y + 22, x + SIZE - 4, y + 22, stroke=INK, stroke_width=1.6)
    each = "".join(
        tick(x + 9 + 13 * n, y + 13) if met else cross(x + 9 + 13 * n, y + 32)
        for n, met in enumerate(MET[shown])
    )
    return frame(x, y, INK) + target + each


def frame(x: float, y: float, colour: str) -> str:
    return plain.element(
        "rect", x=f"{x:g}", y=f"{y:g}", width=SIZE, height=SIZE, rx=9, fill="#ffffff", stroke=colour, stroke_width=2.5
    )  # fmt: skip


def tick(x: float, y: float) -> str:
    points = [(x - 4, y), (x - 1, y + 4), (x + 4, y - 4)]
    return marks.polyline(points, stroke=marks.COLOURS[marks.BETTER], stroke_width=2.4)


def cross(x: float, y: float) -> str:
    strokes = [[(x - 4, y - 4), (x + 4, y + 4)], [(x - 4, y + 4), (x + 4, y - 4)]]
    colour = marks.COLOURS[marks.WORSE]
    return "".join(marks.polyline(one, stroke=colour, stroke_width=2.4) for one in strokes)
