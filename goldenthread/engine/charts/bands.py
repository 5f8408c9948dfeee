"""Bands between bars on successive levels, wide as their number, none running through a bar.

A band that passes a level by is given a lane of its own there, to the right of the bar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goldenthread.engine.charts import plain, scales
from goldenthread.engine.charts.palette import INK, QUIET

BAR, GAP, BETWEEN, LEAST, UNKNOWN = 20, 16, 62, 2.0, 28.0
BAND, HERE, REST = "#a9cbe6", "#0f3557", "#eef2f5"
HALO = {"stroke": "#ffffff", "stroke_width": 4, "paint_order": "stroke", "stroke_linejoin": "round"}


@dataclass(frozen=True)
class Node:
    """A bar on a level of its own; `number` None where it is not known, and then `text` stands for it."""

    name: str
    number: float | None
    text: str


@dataclass(frozen=True)
class Link:
    start: str
    end: str
    number: float | None
    text: str


@dataclass(frozen=True)
class Space:
    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class LaidOut:
    """The drawing, where each level begins, and how high it is."""

    svg: str
    tops: tuple[float, ...]
    height: float


@dataclass
class Plan:
    """Who stands where on each level, and how many units of width one child takes."""

    nodes: Sequence[Node]
    links: Sequence[Link]
    space: Space
    tops: Sequence[float]
    scale: float = 0.0
    lanes: dict[tuple[int, int], float] = field(default_factory=dict)  # (link, level): left edge

    def level(self, name: str) -> int:
        return next(n for n, node in enumerate(self.nodes) if node.name == name)

    def passing(self, level: int) -> list[int]:
        """The links that go past a level, those first that end soonest and began last."""
        past = [n for n, link in enumerate(self.links)
                if self.level(link.start) < level < self.level(link.end)]  # fmt: skip
        return sorted(past, key=self.turn)

    def turn(self, n: int) -> tuple[int, int]:
        link = self.links[n]
        return self.level(link.end), -self.level(link.start)

    def width(self, number: float | None) -> float:
        return LEAST if number is None else max(number * self.scale, LEAST if number else 0.0)

    def known(self, level: int) -> float:
        """How many are known to be at a level: its number, or what comes and goes where that is withheld."""
        number = self.nodes[level].number
        if number is not None:
            return number
        through = [
            [self.links[n].number or 0.0 for n in some(self, level)] for some in (arriving, leaving)
        ]
        return max(map(sum, through))

    def bar(self, level: int) -> float:
        """How wide the bar is, with room for each band and each withheld line that meets it."""
        meeting = [len(some(self, level)) for some in (arriving, leaving)]
        least = UNKNOWN if self.nodes[level].number is None else 0.0
        return max(self.width(self.known(level)), least, LEAST * max(meeting))


def laid_out(
    nodes: Sequence[Node], links: Sequence[Link], space: Space, heights: Sequence[float]
) -> LaidOut:
    """The bars and bands in a space; `heights` is how much the words beside each level need."""
    tops = [4.0]
    for height in heights[:-1]:
        tops.append(tops[-1] + max(BAR + BETWEEN, height + 10))
    plan = Plan(nodes, links, space, tops)
    plan.scale = min(scale_at(plan, level) for level in range(len(nodes)))
    for level in range(len(nodes)):
        place_lanes(plan, level)
    drawn = list(drawn_links(plan)) + [drawn_node(plan, n) for n in range(len(nodes))]
    labels = "".join(labels_after(plan, level) for level in range(len(nodes) - 1))
    return LaidOut("".join(drawn) + labels, tuple(tops), tops[-1] + max(BAR, heights[-1]) + 8)


def scale_at(plan: Plan, level: int) -> float:
    """How wide one child may be for everything on a level to fit beside each other."""
    past = plan.passing(level)
    numbers = [plan.known(level), *(plan.links[n].number for n in past)]
    room = plan.space.width - (GAP + LEAST) * len(past) - UNKNOWN - LEAST * len(plan.links)
    return room / (sum(n for n in numbers if n is not None) or 1.0)


def place_lanes(plan: Plan, level: int) -> None:
    x = plan.space.left + max(plan.bar(level), 10.0) + GAP
    for n in plan.passing(level):
        plan.lanes[n, level] = x
        x += plan.width(plan.links[n].number) + GAP


def leaving(plan: Plan, level: int) -> list[int]:
    here = [n for n, link in enumerate(plan.links) if plan.level(link.start) == level]
    return sorted(here, key=lambda n: plan.level(plan.links[n].end))


def arriving(plan: Plan, level: int) -> list[int]:
    here = [n for n, link in enumerate(plan.links) if plan.level(link.end) == level]
    return sorted(here, key=lambda n: -plan.level(plan.links[n].start))


def left_edge(plan: Plan, among: Sequence[int], link: int) -> float:
    """Where a band leaves or enters a bar: after those before it."""
    before = among[: among.index(link)]
    return plan.space.left + sum(plan.width(plan.links[n].number) for n in before)


def stops(plan: Plan, n: int) -> list[tuple[float, float]]:
    """The points (left edge, height) that a band goes through, in pairs: from, to; from, to."""
    link = plan.links[n]
    first, last = plan.level(link.start), plan.level(link.end)
    found = [(left_edge(plan, leaving(plan, first), n), plan.tops[first] + BAR)]
    for level in range(first + 1, last):
        x = plan.lanes[n, level]
        found += [(x, plan.tops[level]), (x, plan.tops[level] + BAR)]
    return [*found, (left_edge(plan, arriving(plan, last), n), plan.tops[last])]


def drawn_links(plan: Plan) -> Iterator[str]:
    for n, link in enumerate(plan.links):
        points, width = stops(plan, n), plan.width(link.number)
        if link.number is None:
            yield plain.element("path", d=curve(points), fill="none", stroke=QUIET,
                                stroke_width=2, stroke_dasharray="5 4")  # fmt: skip
        elif link.number:
            back = [(x + width, y) for x, y in reversed(points)]
            outline = curve(points) + curve(back).replace("M", "L", 1) + "Z"
            yield plain.element("path", d=outline, fill=BAND, stroke="#5f93bd", stroke_width=0.8)


def curve(points: Sequence[tuple[float, float]]) -> str:
    """A soft line through the points, level ends upright."""
    (x, y), path = points[0], f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for to_x, to_y in points[1:]:
        middle = (y + to_y) / 2
        path += f"C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}"
        x, y = to_x, to_y
    return path


def drawn_node(plan: Plan, level: int) -> str:
    """The bar: dark as far as children go on from it, pale for those who go no further."""
    node, x, y = plan.nodes[level], plan.space.left, plan.tops[level]
    if node.number is None:
        shape = plain.element("rect", x=x, y=y, width=f"{plan.bar(level):.1f}", height=BAR, fill="#ffffff", stroke=INK, stroke_dasharray="4 3")  # fmt: skip
        return shape + plain.word(node.text, x + 14, y + 15, text_anchor="middle")
    going = sum(plan.width(plan.links[n].number) for n in leaving(plan, level))
    whole = plan.width(node.number)
    pale = plain.element("rect", x=x, y=y, width=f"{whole:.1f}", height=BAR, fill=REST, stroke=INK)
    dark = plain.element("rect", x=x, y=y, width=f"{min(going, whole):.1f}", height=BAR, fill=HERE)
    return pale + dark


def labels_after(plan: Plan, level: int) -> str:
    """The number of each band that begins here, upon it, and clear of the other numbers."""
    found = []
    for n in leaving(plan, level):
        (x, y), (to_x, to_y) = stops(plan, n)[:2]
        found.append(((x + to_x + plan.width(plan.links[n].number)) / 2, (y + to_y) / 2 + 5, n))
    widths = [len(plan.links[n].text) * plain.LETTER + 10 for _, _, n in found]
    wanted = [max(x, plan.space.left + w / 2) for (x, _, _), w in zip(found, widths, strict=True)]
    places = scales.kept_apart(wanted, widths, (plan.space.left, plan.space.right - 20))
    return "".join(
        plain.word(plan.links[n].text, place, y, text_anchor="middle", **HALO)
        for place, (_, y, n) in zip(places, found, strict=True)
    )
