"""The thread as a picture: findings, recommendations, actions, evidence and tests, with arrows between."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from goldenthread.engine.charts import accessible, plain
from goldenthread.engine.charts.palette import FILLS, INK, QUIET

# Five columns are 960 across, the width of a page, so that what a thread ends in is seen at once.
WIDTH, ACROSS, GAP, TOP = 164, 34, 16, 34


@dataclass(frozen=True)
class Box:
    """One record: `key` is its own, `stage` the column it stands in, `leads_to` the keys of what follows."""

    key: str
    stage: str
    title: str
    note: str = ""
    href: str = ""
    leads_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A column as a list: its name, and each record with those that it leads to."""

    name: str
    boxes: tuple[tuple[Box, tuple[Box, ...]], ...]


@dataclass(frozen=True)
class Flow:
    title: str
    description: str
    svg: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class Place:
    x: float
    y: float
    words: plain.Words

    @property
    def middle(self) -> float:
        return self.y + self.words.height / 2


def flow(stages: Sequence[str], boxes: Sequence[Box], *, title: str) -> Flow:
    """A column for each stage, an arrow for each `leads_to`; and the same as lists.

    Raises ValueError for a box in a stage or leading to a box that is not there.
    """
    check(stages, boxes)
    named = {box.key: box for box in boxes}
    listed = tuple(stage_of(stage, boxes, named) for stage in stages)
    description = " ".join(in_words(stage) for stage in listed)
    places = placed(stages, boxes)
    content = headings(stages) + arrows(boxes, places) + drawn(stages, boxes, places)
    height = max((p.y + p.words.height for p in places.values()), default=TOP) + 4
    size = (len(stages) * (WIDTH + ACROSS) - ACROSS + 4, height)
    key = accessible.key_of("flow", title, boxes)
    linked = any(box.href for box in boxes)
    svg = plain.drawing(
        content, title=title, description=description, key=key, size=size, linked=linked
    )
    return Flow(title, description, svg, listed)


def check(stages: Sequence[str], boxes: Sequence[Box]) -> None:
    keys = {box.key for box in boxes}
    if len(keys) != len(boxes):
        raise ValueError("Two boxes of the diagram have the same key")
    for box in boxes:
        if box.stage not in stages:
            raise ValueError(f"“{box.title}” stands in “{box.stage}”, which is not a column")
        for key in box.leads_to:
            if key not in keys:
                raise ValueError(f"“{box.title}” leads to “{key}”, which is not in the diagram")


def stage_of(name: str, boxes: Sequence[Box], named: dict[str, Box]) -> Stage:
    here = [box for box in boxes if box.stage == name]
    return Stage(name, tuple((box, tuple(named[k] for k in box.leads_to)) for box in here))


def in_words(stage: Stage) -> str:
    titles = "; ".join(box.title for box, _ in stage.boxes) or "none yet"
    return f"{stage.name}: {titles}."


def placed(stages: Sequence[str], boxes: Sequence[Box]) -> dict[str, Place]:
    """Each box as near as may be to the height of what leads to it, none over another."""
    places: dict[str, Place] = {}
    for n, stage in enumerate(stages):
        here = [box for box in boxes if box.stage == stage]
        wanted = {box.key: wanted_height(box, boxes, places) for box in here}
        y = float(TOP)
        for box in sorted(here, key=lambda box: wanted[box.key]):
            words = plain.Words.broken(box.title, box.note, WIDTH)
            y = max(y, wanted[box.key] - words.height / 2)
            places[box.key] = Place(2 + n * (WIDTH + ACROSS), y, words)
            y += words.height + GAP
    return places


def wanted_height(box: Box, boxes: Sequence[Box], places: dict[str, Place]) -> float:
    before = [places[b.key].middle for b in boxes if box.key in b.leads_to and b.key in places]
    return fmean(before) if before else 0.0


def headings(stages: Sequence[str]) -> str:
    return "".join(
        plain.text((stage,), 2 + n * (WIDTH + ACROSS), 18, font_size=plain.SIZE, fill=QUIET)
        for n, stage in enumerate(stages)
    )


def drawn(stages: Sequence[str], boxes: Sequence[Box], places: dict[str, Place]) -> str:
    edges = {stage: FILLS[n % 4] for n, stage in enumerate(stages)}
    return "".join(
        plain.box(
            places[box.key].words,
            places[box.key].x,
            places[box.key].y,
            WIDTH,
            edge=edges[box.stage],
            href=box.href,
        )
        for box in boxes
    )


def arrows(boxes: Sequence[Box], places: dict[str, Place]) -> str:
    return "".join(arrow(places[box.key], places[key]) for box in boxes for key in box.leads_to)


def arrow(start: Place, end: Place) -> str:
    """A soft curve from the right of one box to the left of the other, with a head of its own."""
    x, y, to_x, to_y = start.x + WIDTH, start.middle, end.x - 8, end.middle
    bend = abs(to_x - x) / 2 + 4
    curve = f"M{x:g} {y:g}C{x + bend:g} {y:g} {to_x - bend:g} {to_y:g} {to_x:g} {to_y:g}"
    head = f"M{to_x - 1:g} {to_y - 5:g}L{end.x - 1:g} {to_y:g}L{to_x - 1:g} {to_y + 5:g}Z"
    return plain.element(
        "path", d=curve, fill="none", stroke=INK, stroke_width=1.5
    ) + plain.element("path", d=head, fill=INK)
