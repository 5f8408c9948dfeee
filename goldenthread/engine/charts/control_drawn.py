"""How a process control chart is drawn: icons with their meaning, limits, figures and their marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from goldenthread.engine.charts import icons, marks, plain, plot, scales
from goldenthread.engine.charts.chart import Value, text_of
from goldenthread.engine.charts.palette import INK, QUIET
from goldenthread.engine.charts.plot import Plot, figure
from goldenthread.engine.judgement import meaning
from goldenthread.engine.judgement.causes import Side
from goldenthread.engine.judgement.control import ControlChart, Point, Variation

HEIGHT, LEFT, RIGHT = 210, 52, 92
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Asked:
    """What is to be drawn: the figures as shown, their judgement, the target and the declared changes."""

    periods: Sequence[str]
    values: Sequence[Value]
    judged: ControlChart
    target: float | None
    steps: Mapping[int, str]
    unit: str

    @property
    def points(self) -> tuple[Point, ...]:
        return self.judged.points

    @cached_property  # asked for at each point: worked out each time it would cost the square of them
    def bounds(self) -> tuple[float, float]:
        """Between what figures of this kind can stand: a percentage in 0 to 100, a count from 0."""
        known = [p.value for p in self.points if p.value is not None]
        low = 0.0 if min(known) >= 0 else -inf
        return low, 100.0 if self.unit == "%" and max(known) <= 100 else inf

    def limit(self, at: float) -> str:
        """A limit in figures; none where no figure could stand beyond it."""
        return figure(at, self.unit) if self.bounds[0] <= at <= self.bounds[1] else "none"


def drawn(asked: Asked) -> tuple[str, float]:
    head, top = headed(asked)
    ground = Plot(LEFT, top + 26, plain.WIDTH - LEFT - RIGHT, HEIGHT, domain_of(asked))
    names, deep = plot.periods(ground, asked.periods)
    foot, depth = key_beneath(asked, ground.foot + deep + 22)
    parts = [
        head,
        plot.grid(ground, asked.unit),
        names,
        stretches(asked, ground),
        figures(asked, ground),
    ]
    return "".join(parts) + labels(asked, ground) + foot, ground.foot + deep + 22 + depth


def headed(asked: Asked) -> tuple[str, float]:
    """The icons with their meaning, and the warning where the limits are provisional."""
    rows, y = [], 4.0
    latest, judged = asked.judged.latest, asked.judged
    assert latest is not None
    rows.append(
        (icons.variation(latest, 4, y, upwards=is_upwards(asked)), meaning.VARIATION[latest])
    )
    if judged.assurance:
        rows.append(
            (icons.assurance(judged.assurance, 4, y + 54), meaning.ASSURANCE[judged.assurance])
        )
    if judged.provisional:
        rows.append((warning(4, y + 54 * len(rows)), meaning.PROVISIONAL))
    text = "".join(
        picture + plain.text(plain.in_lines(says, plain.WIDTH - 62), 58, y + 54 * n + 19, font_size=plain.SIZE, fill=INK)
        for n, (picture, says) in enumerate(rows)
    )  # fmt: skip
    return text, y + 54 * len(rows)


def is_upwards(asked: Asked) -> bool:
    last = next(p for p in reversed(asked.points) if p.value is not None)
    return last.cause is None or last.cause.side is Side.HIGH


def warning(x: float, y: float) -> str:
    return icons.frame(x, y, QUIET) + plain.word(
        "!", x + 22, y + 32, text_anchor="middle", font_size=28, font_weight="bold"
    )


def domain_of(asked: Asked) -> tuple[float, float]:
    known = [p.value for p in asked.points if p.value is not None]
    limits = [edge for p in asked.points for edge in (p.limits.lower, p.limits.upper)]
    low, high = plot.domain_around(
        [*known, *limits, *([asked.target] if asked.target is not None else [])]
    )
    return max(low, asked.bounds[0]), min(high, asked.bounds[1])


def stretches(asked: Asked, ground: Plot) -> str:
    """The mean and limits of each stretch, and an upright line where a new one begins."""
    edges = [0, *asked.steps, len(asked.points)]
    half = ground.width / len(asked.points) / 2
    drawn_so_far = []
    for first, end in zip(edges, edges[1:], strict=False):
        limits = asked.points[first].limits
        ends = (
            ground.x(first, len(asked.points)) - half,
            ground.x(end - 1, len(asked.points)) + half,
        )
        drawn_so_far += [level(limits.mean, ends, ground, stroke=INK, stroke_width=1.5)]
        drawn_so_far += [
            level(at, ends, ground, stroke=INK, stroke_width=1.2, stroke_dasharray="6 4")
            for at in (limits.lower, limits.upper)
        ]
    across = (ground.left, ground.right)
    if asked.target is not None:
        drawn_so_far.append(
            level(
                asked.target,
                across,
                ground,
                stroke="#8a2a62",
                stroke_width=2,
                stroke_dasharray="2 3",
            )
        )
    return "".join(drawn_so_far) + "".join(
        step(LETTERS[n % 26], ground.x(place, len(asked.points)) - half, ground)
        for n, place in enumerate(asked.steps)
    )


def level(at: float, ends: tuple[float, float], ground: Plot, **looks: object) -> str:
    if not ground.domain[0] <= at <= ground.domain[1]:
        return ""
    return marks.polyline([(ends[0], ground.y(at)), (ends[1], ground.y(at))], **looks)


def step(letter: str, x: float, ground: Plot) -> str:
    line = plain.line(
        x, ground.top - 2, x, ground.foot, stroke=INK, stroke_dasharray="1 3", stroke_width=1.5
    )
    return line + plain.word(letter, x, ground.top - 6, text_anchor="middle", font_weight="bold")


def figures(asked: Asked, ground: Plot) -> str:
    """The line of the figures, its gaps, and a mark for each."""
    count, runs = len(asked.points), list[list[tuple[float, float]]]([[]])
    over = []
    for n, point in enumerate(asked.points):
        x = ground.x(n, count)
        if point.value is None:
            runs.append([])
            over.append(
                plain.word(
                    text_of(asked.values[n]), x, ground.foot - 5, text_anchor="middle", fill=QUIET
                )
            )
        else:
            runs[-1].append((x, ground.y(point.value)))
            over.append(
                marks.mark(
                    icons.KINDS[point.variation or Variation.COMMON], *runs[-1][-1], size_for(count)
                )
            )
    return "".join(marks.polyline(run, stroke=QUIET, stroke_width=1.6) for run in runs) + "".join(
        over
    )


def size_for(count: int) -> float:
    return max(3.0, min(6.0, 150 / count))


def labels(asked: Asked, ground: Plot) -> str:
    """What the lines are, at their right ends and clear of each other."""
    limits = asked.points[-1].limits
    named = [(limits.mean, "mean"), (limits.upper, "upper"), (limits.lower, "lower")]
    if asked.target is not None:
        named.append((asked.target, "target"))
    inside = sorted(pair for pair in named if ground.domain[0] <= pair[0] <= ground.domain[1])
    heights = [17 * (ground.domain[1] - ground.domain[0]) / ground.height] * len(inside)
    places = scales.kept_apart([at for at, _ in inside], heights, ground.domain)
    return "".join(
        plain.word(
            f"{name} {figure(at, asked.unit)}",
            ground.right + 5,
            ground.y(place) + 5,
            font_size=plot.SMALL,
        )
        for (at, name), place in zip(inside, places, strict=True)
    )


def key_beneath(asked: Asked, y: float) -> tuple[str, float]:
    """What each mark and letter means, those only that are drawn."""
    seen = [v for v in Variation if any(p.variation is v for p in asked.points)]
    kinds = [(icons.KINDS[v], str(v)) for v in seen]
    drawn_key = marks.key_to(kinds, y)
    y_text = y + 20 * len(kinds)
    told = [
        f"{LETTERS[n % 26]} {asked.periods[place]}: {why}"
        for n, (place, why) in enumerate(asked.steps.items())
    ]
    lines = tuple(line for each in told for line in plain.in_lines(each, plain.WIDTH - 12))
    changes = plain.text(lines, 9, y_text + 5, font_size=plot.SMALL, fill=INK)
    return drawn_key + changes, 20.0 * (len(kinds) + len(lines))
