"""A report as HTML: a fragment for a page of the site, or a whole file that needs nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from goldenthread.engine.charts.legible import legible_in
from goldenthread.engine.writers.report import (
    ChartBlock,
    ContentsList,
    Report,
    Section,
    words,
)

Picture = Callable[[ChartBlock], Markup]


def fragment(report: Report, *, top: int = 2, prefix: str = "") -> str:
    """The body of a report, for a page whose own heading is its title. No style and no script.

    Sections of level 1 get a heading of level `top`; ids begin with `prefix`, so that two reports may
    stand on one page.
    """
    pages = Pages(legible_in(report), top, prefix)
    return templates().get_template("report.jinja").render(page=pages, whole=False)


def blocks(report: Report, *, prefix: str = "") -> str:
    """The blocks of a report's only section, without its heading: a piece of it to show by itself."""
    pages = Pages(report, 2, prefix)
    return templates().get_template("pieces.jinja").render(page=pages)


def page(report: Report) -> str:
    """A file to keep or send: the report, its style and its charts in one, asking nothing of the net."""
    return whole(report, sheet("screen.css") + style(), inline_picture)


def style() -> str:
    """The style of a fragment's own parts (classes `report-…`), for the site's style sheet."""
    return sheet("report.css")


def sheet(name: str) -> str:
    return (files(__package__) / "styles" / name).read_text(encoding="utf-8")


def whole(report: Report, styles: str, picture: Picture) -> str:
    """The report as a complete document with this style and its charts drawn this way."""
    pages = Pages(legible_in(report), 2, "", picture)
    return templates().get_template("document.jinja").render(page=pages, style=Markup(styles))  # noqa: S704 - our own file


@dataclass
class Pages:
    """What the template asks of a report while it is printed."""

    report: Report
    top: int
    prefix: str
    picture: Picture = field(default=lambda block: inline_picture(block))
    counted: int = 0

    def heading_id(self, section: Section) -> str:
        place = next(n for n, each in enumerate(self.report.sections) if each is section)
        return f"{self.prefix}{place + 1}-{slug(section.heading)}"

    def level(self, level: int) -> int:
        return min(self.top + level - 1, 6)

    def fresh_id(self, kind: str) -> str:
        self.counted += 1
        return f"{self.prefix}{kind}-{self.counted}"

    def listed(self, contents: ContentsList) -> list[Section]:
        return [section for section in self.report.sections if section.level <= contents.depth]


def inline_picture(block: ChartBlock) -> Markup:
    return Markup(block.chart.svg)  # noqa: S704 - drawn by ourselves, its words escaped


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60] or "section"


@cache
def templates() -> Environment:
    found = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["words"] = words
    return found
