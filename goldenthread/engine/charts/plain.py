"""Boxes, lines and words in plain SVG, with presentation attributes only, so that any page may show them."""

import textwrap
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from goldenthread.engine.charts.legible import legible
from goldenthread.engine.charts.palette import FONT, INK, QUIET

WIDTH = 420
"""Units across a chart that is drawn here: few, so that 15 of them are legible on a telephone."""
SIZE = 15
LETTER = SIZE * 0.54
LINE = 20
PADDING = 12


@dataclass(frozen=True)
class Words:
    """A title and a smaller note, broken into lines for a width."""

    title: tuple[str, ...]
    note: tuple[str, ...]

    @classmethod
    def broken(cls, title: str, note: str, width: float) -> "Words":
        title, note = legible(title), legible(note)
        letters = max(int((width - 2 * PADDING) / LETTER), 8)
        return cls(tuple(textwrap.wrap(title, letters)), tuple(textwrap.wrap(note, letters)))

    @property
    def height(self) -> float:
        return LINE * (len(self.title) + len(self.note)) + 2 * PADDING - 4


def element(tag: str, content: str = "", **attributes: object) -> str:
    """One element; `stroke_width=2` is written stroke-width="2", and what is None left out."""
    written = "".join(
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(str(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(lines: tuple[str, ...], x: float, y: float, **attributes: object) -> str:
    spans = [element("tspan", escape(line), x=x, y=y + n * LINE) for n, line in enumerate(lines)]
    return element("text", "".join(spans), font_family=FONT, **attributes) if spans else ""


def box(words: Words, x: float, y: float, width: float, *, edge: str, href: str = "") -> str:
    """A box of words with a strong left edge; the whole of it is the link, if there is one."""
    first = y + PADDING + SIZE - 3
    drawn = "".join(
        [
            element("rect", x=x, y=y, width=width, height=words.height, fill="#ffffff",
                    stroke=QUIET, stroke_width=1),
            element("rect", x=x, y=y, width=5, height=words.height, fill=edge),
            text(words.title, x + PADDING + 4, first, font_size=SIZE, font_weight="bold", fill=INK,
                 text_decoration="underline" if href else None),
            text(words.note, x + PADDING + 4, first + LINE * len(words.title), font_size=SIZE - 1, fill=QUIET),
        ]
    )  # fmt: skip
    if not href:
        return element("g", drawn)
    name = element("title", escape(" ".join((*words.title, *words.note))))
    return element("a", name + drawn, href=href)


def word(line: str, x: float, y: float, **attributes: object) -> str:
    """One line of text; `text_anchor` says whether it starts, stands or ends at x."""
    place: dict[str, object] = {"x": f"{x:g}", "y": f"{y:g}", "font_family": FONT}
    looks: dict[str, object] = {"font_size": SIZE, "fill": INK, **attributes}
    return element("text", escape(legible(line)), **place, **looks)


def line(
    x: float, y: float, to_x: float, to_y: float, *, stroke: str = QUIET, **attributes: object
) -> str:
    ends = {"x1": f"{x:g}", "y1": f"{y:g}", "x2": f"{to_x:g}", "y2": f"{to_y:g}"}
    return element("line", "", **ends, stroke=stroke, **attributes)


def in_lines(text: str, width: float) -> tuple[str, ...]:
    """The text broken into lines that fit a width; a word too long for it is broken too."""
    return tuple(textwrap.wrap(legible(text), max(int(width / LETTER), 1)))


def chart(content: str, height: float, *, title: str, description: str, key: str) -> str:
    """One image as wide as the place it stands in, named and described."""
    heads = element("title", escape(legible(title)), id=f"{key}-title")
    heads += element("desc", escape(legible(description)), id=f"{key}-desc")
    heads += element("rect", width=WIDTH, height=f"{height:g}", fill="#ffffff")
    return element(
        "svg", heads + content, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height:g}",
        role="img", aria_labelledby=f"{key}-title {key}-desc", width="100%", focusable="false",
        class_="chart",
    )  # fmt: skip


def drawing(
    content: str, *, title: str, description: str, key: str, size: tuple[float, float], linked: bool
) -> str:
    """The whole drawing, named and described. One with links is a group, so that they are reached."""
    width, height = size
    heads = element("title", escape(legible(title)), id=f"{key}-title")
    heads += element("desc", escape(legible(description)), id=f"{key}-desc")
    heads += element("rect", width=f"{width:g}", height=f"{height:g}", fill="#ffffff")
    return element(
        "svg", heads + content, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}", height=f"{height:g}", role="group" if linked else "img",
        aria_labelledby=f"{key}-title {key}-desc", class_="drawing", focusable="false",
    )  # fmt: skip
