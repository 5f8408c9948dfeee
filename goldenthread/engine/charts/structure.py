"""How groups stand under each other: an indented tree that a narrow screen can show, and a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.engine.charts import accessible, plain
from goldenthread.engine.charts.palette import FILLS, QUIET

WIDTH, INDENT, GAP = 300, 34, 14


@dataclass(frozen=True)
class GroupBox:
    """A group, and the name of the one that it answers to; `href` makes its box a link."""

    name: str
    parent: str = ""
    note: str = ""
    href: str = ""


@dataclass(frozen=True)
class Branch:
    """A group and those beneath it: the same as the drawing, for a nested list."""

    group: GroupBox
    beneath: tuple["Branch", ...] = ()


@dataclass(frozen=True)
class Structure:
    title: str
    description: str
    svg: str
    branches: tuple[Branch, ...]


def structure(groups: Sequence[GroupBox], *, title: str = "Structure of groups") -> Structure:
    """The groups as a drawing and as a nested list, each beneath the one it answers to.

    Raises ValueError, naming the group, for a parent that is not among them or a circle.
    """
    check(groups)
    branches = beneath("", groups)
    key = accessible.key_of("structure", title, groups)
    description = f"{len(groups)} groups. " + " ".join(in_words(branch) for branch in branches)
    content, depth, height = drawn(branches)
    size = (WIDTH + depth * INDENT + 4, height)
    linked = any(group.href for group in groups)
    svg = plain.drawing(
        content, title=title, description=description.strip(), key=key, size=size, linked=linked
    )
    return Structure(title, description.strip(), svg, branches)


def check(groups: Sequence[GroupBox]) -> None:
    parents = {group.name: group.parent for group in groups}
    if len(parents) != len(groups):
        raise ValueError("Two groups in the structure have the same name")
    for name, parent in parents.items():
        if parent and parent not in parents:
            raise ValueError(f"“{name}” answers to “{parent}”, which is not among the groups")
    for name in parents:
        check_path(name, parents)


def check_path(name: str, parents: dict[str, str]) -> None:
    above, seen = parents[name], {name}
    while above:
        if above in seen:
            raise ValueError(f"“{name}” answers to itself by way of “{above}”")
        seen.add(above)
        above = parents[above]


def beneath(name: str, groups: Sequence[GroupBox]) -> tuple[Branch, ...]:
    return tuple(Branch(g, beneath(g.name, groups)) for g in groups if g.parent == name)


def in_words(branch: Branch) -> str:
    if not branch.beneath:
        return f"{branch.group.name}."
    names = ", ".join(below.group.name for below in branch.beneath)
    return f"{branch.group.name}: {names}. " + " ".join(
        in_words(below) for below in branch.beneath if below.beneath
    )


def drawn(branches: Sequence[Branch]) -> tuple[str, int, float]:
    """The boxes and lines, how deep they go and how high they are together."""
    parts: list[str] = []
    deepest, y = 0, 2.0

    def place(branch: Branch, depth: int) -> float:
        nonlocal deepest, y
        deepest = max(deepest, depth)
        words = plain.Words.broken(branch.group.name, branch.group.note, WIDTH)
        top, x = y, 2 + depth * INDENT
        edge = FILLS[min(depth, 3)]
        parts.append(plain.box(words, x, top, WIDTH, edge=edge, href=branch.group.href))
        y += words.height + GAP
        for below in branch.beneath:
            middle = place(below, depth + 1)
            elbow = f"M{x + 14} {top + words.height}V{middle}H{x + INDENT}"
            parts.append(plain.element("path", d=elbow, fill="none", stroke=QUIET, stroke_width=2))
        return top + words.height / 2

    for branch in branches:
        place(branch, 0)
    return "".join(parts), deepest, y
