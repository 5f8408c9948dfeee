"""How a funnel plot is drawn: the funnel, the areas and as many of their names as find room."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.engine.charts import marks, plain, plot
from goldenthread.engine.charts.palette import INK, QUIET
from goldenthread.engine.charts.plot import Plot
from goldenthread.engine.judgement import funnel as judged_funnel
from goldenthread.engine.judgement.comparison import Figure
from goldenthread.engine.judgement.funnel import Funnel, Placed, Standing

HEIGHT, LEFT, STEPS = 250, 52, 60
Box = tuple[float, float, float, float]
"""Left, top, right and foot."""
BEYOND = (Standing.VERY_HIGH, Standing.VERY_LOW)
FAR = {
    Standing.WITHIN: marks.COMMON,
    Standing.HIGH: marks.UP,
    Standing.LOW: marks.DOWN,
    Standing.VERY_HIGH: marks.UP,
    Standing.VERY_LOW: marks.DOWN,
}


@dataclass(frozen=True)
class Area:
    """One area or agency: whole numbers, or the symbol that stands for them where they are withheld."""

    name: str
    numerator: int | str
    denominator: int | str
    is_ours: bool = False

    @property
    def is_shown(self) -> bool:
        return isinstance(self.numerator, int) and isinstance(self.denominator, int)

    @property
    def figure(self) -> Figure:
        """The numbers; nought of nought where they are withheld."""
        if isinstance(self.numerator, int) and isinstance(self.denominator, int):
            return Figure(self.numerator, self.denominator)
        return Figure(0, 0)


@dataclass(frozen=True)
class Asked:
    areas: Sequence[Area]
    judged: Funnel
    per: int
    unit: str
    size: str

    def value(self, share: float) -> float:
        return share * self.per

    @property
    def placed(self) -> list[tuple[Area, Placed]]:
        return list(zip(self.areas, self.judged.placed, strict=True))

    @property
    def seen(self) -> list[tuple[Area, Placed]]:
        return [(area, place) for area, place in self.placed if place.value is not None]


def drawn(asked: Asked) -> tuple[str, float]:
    most = max(area.figure.denominator for area, _ in asked.seen) * 1.08
    ground = Plot(LEFT, 30, plain.WIDTH - LEFT - 16, HEIGHT, domain_of(asked, most))
    seen = [kind for kind in (marks.COMMON, marks.UP, marks.DOWN)
            if any(FAR[place.standing] == kind for _, place in asked.seen)]  # fmt: skip
    says = {marks.COMMON: "no further from the middle than chance explains",
            marks.UP: "higher than chance explains", marks.DOWN: "lower than chance explains"}  # fmt: skip
    below = ground.foot + 66
    lines = [
        ("solid", "middle"),
        ("6 4", "95% of areas would stand between these by chance"),
        ("2 3", "99.8% would"),
    ]
    parts = [
        plot.grid(ground, asked.unit), sizes(asked, ground, most), edges(asked, ground, most),
        points(asked, ground, most), marks.key_to([(kind, says[kind]) for kind in seen], below),
        key_to_lines(lines, below + 20 * len(seen)),
    ]  # fmt: skip
    return "".join(parts), below + 20 * (len(seen) + len(lines))


def key_to_lines(lines: Sequence[tuple[str, str]], y: float) -> str:
    return "".join(
        plain.line(4, y + 20 * n, 24, y + 20 * n, stroke=INK, stroke_width=1.5,
                   stroke_dasharray=None if dash == "solid" else dash)
        + plain.word(says, 28, y + 5 + 20 * n, font_size=plot.SMALL)
        for n, (dash, says) in enumerate(lines)
    )  # fmt: skip


def domain_of(asked: Asked, most: float) -> tuple[float, float]:
    """High enough for every area and for the funnel at the smallest of them."""
    least = min(area.figure.denominator for area, _ in asked.seen)
    limits = judged_funnel.limits_at(least, asked.judged.centre, asked.judged.basis)
    values = [place.value for _, place in asked.seen if place.value is not None]
    seen = [asked.value(value) for value in (*values, limits.low, limits.high)]
    room = (max(seen) - min(seen)) * 0.08 or 1.0
    high = max(seen) + room
    return max(min(seen) - room, 0.0), min(high, 104.0) if asked.unit == "%" else high


def edges(asked: Asked, ground: Plot, most: float) -> str:
    """The middle, and the four edges of the funnel from the smallest size to the greatest."""
    sizes_along = sorted({max(1, round(most * (n / STEPS) ** 2)) for n in range(1, STEPS + 1)})
    limits = [
        judged_funnel.limits_at(n, asked.judged.centre, asked.judged.basis) for n in sizes_along
    ]
    dashes = {"very_low": "2 3", "low": "6 4", "high": "6 4", "very_high": "2 3"}
    across = [(ground.left, ground.y(asked.value(asked.judged.centre))),
              (ground.right, ground.y(asked.value(asked.judged.centre)))]  # fmt: skip
    found = marks.polyline(across, stroke=INK, stroke_width=1.5)
    for name, dash in dashes.items():
        path = [
            (ground.along(n / most), ground.y(at))
            for n, each in zip(sizes_along, limits, strict=True)
            if ground.domain[0] <= (at := asked.value(getattr(each, name))) <= ground.domain[1]
        ]
        found += marks.polyline(path, stroke=INK, stroke_width=1.3, stroke_dasharray=dash)
    return found


def points(asked: Asked, ground: Plot, most: float) -> str:
    """A mark for each area, larger where it is far beyond; ours is ringed."""
    found, named, dots = [], [], []
    for area, place in asked.seen:
        assert place.value is not None
        x, y = ground.along(area.figure.denominator / most), ground.y(asked.value(place.value))
        dots.append((x, y))
        is_far = place.standing in BEYOND
        found.append(marks.mark(FAR[place.standing], x, y, 7 if is_far else 5))
        if area.is_ours:
            found.append(ring(x, y))
        if area.is_ours or is_far:
            named.append(Named(x, y, area.name, area.is_ours))
    return "".join(found) + names(sorted(named, key=lambda one: not one.is_ours), dots, ground)


def ring(x: float, y: float) -> str:
    return plain.element(
        "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=10, fill="none", stroke=INK, stroke_width=2
    )


@dataclass(frozen=True)
class Named:
    """A point with its name, and where the name may stand."""

    x: float
    y: float
    name: str
    is_ours: bool

    def places(self) -> list[Box]:
        """To the right, to the left, above and beneath, the nearest first: left, top, right, foot."""
        wide = len(self.name) * plot.LETTER * (1.1 if self.is_ours else 1.0)
        ways = [(13.0, -8.0), (-13 - wide, -8.0), (-wide / 2, -28.0), (-wide / 2, 12.0)]
        ways += [(8.0, -26.0), (8.0, 10.0), (-8 - wide, -26.0), (-8 - wide, 10.0)]
        return [(self.x + dx, self.y + dy, self.x + dx + wide, self.y + dy + 16) for dx, dy in ways]


def names(named: Sequence[Named], dots: Sequence[tuple[float, float]], ground: Plot) -> str:
    """Ours and those far beyond the limits, as far as their names find room; all are in the table."""
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in dots]
    found = ""
    for one in named:
        own = (one.x - 6, one.y - 6, one.x + 6, one.y + 6)
        free = [box for box in one.places() if fits(box, [b for b in taken if b != own], ground)]
        if free:
            taken.append(free[0])
            left, top = free[0][:2]
            found += plain.word(one.name, left, top + 13, font_size=plot.SMALL,
                                font_weight="bold" if one.is_ours else None,
                                stroke="#ffffff", stroke_width=3, paint_order="stroke")  # fmt: skip
    return found


def fits(box: Box, taken: Sequence[Box], ground: Plot) -> bool:
    left, top, right, foot = box
    inside = left >= ground.left and right <= plain.WIDTH and top >= 0 and foot <= ground.foot
    return inside and not any(
        left < b[2] and right > b[0] and top < b[3] and foot > b[1] for b in taken
    )


def sizes(asked: Asked, ground: Plot, most: float) -> str:
    """The sizes beneath, and what they count."""
    found = "".join(
        plain.line(ground.along(at / most), ground.foot, ground.along(at / most), ground.foot + 5)
        + plain.word(short(at), plot.edged(ground.along(at / most), short(at)), ground.foot + 20, text_anchor="middle", font_size=plot.SMALL)
        for at in plot.ticks((0.0, most), 4)
    )  # fmt: skip
    return found + plain.word(
        asked.size,
        ground.right,
        ground.foot + 40,
        text_anchor="end",
        font_size=plot.SMALL,
        fill=QUIET,
    )


def short(number: float) -> str:
    return f"{number / 1000:g}k" if number >= 10_000 else f"{number:,g}"
