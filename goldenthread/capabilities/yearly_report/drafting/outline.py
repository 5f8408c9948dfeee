"""Which sections a draft has, which required headings each answers, and what stands in it at first.

The sections are in `outline.toml`. A block is put in only when the record has something for it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from goldenthread.capabilities.yearly_report.blocks import kinds_for
from goldenthread.capabilities.yearly_report.drafting import sentences
from goldenthread.foundations.publishing import headings
from goldenthread.foundations.publishing.actions import PROSE
from goldenthread.foundations.publishing.kinds import Kinds
from goldenthread.kernel import periods
from goldenthread.kernel.periods import Period

Placed = tuple[str, dict[str, Any]]  # a kind of block and what it is bound to
Written = dict[str, Any]  # a section as outline.toml has it


@dataclass(frozen=True)
class Outlined:
    title: str
    answers: tuple[int, ...]
    blocks: tuple[Placed, ...]


@dataclass(frozen=True)
class Draft:
    """What a draft is made for and from."""

    by: Any
    report: Any
    period: Period
    kinds: Kinds


@cache
def shipped() -> list[Written]:
    text = (resources.files(__package__) / "outline.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["section"])


def asks(title: str) -> str:
    """What belongs in the shipped section of this name; nothing for a section of the partnership's own."""
    return next((s.get("prompt", "") for s in shipped() if s["title"] == title), "")


def empty(report: Any, by: Any) -> list[Outlined]:
    """A section for each required heading, with room to write."""
    required = headings.required(by, report.edition)
    return [Outlined(h.title, (h.number,), ((PROSE, {"text": ""}),)) for h in required]


def drafted(report: Any, by: Any) -> list[Outlined]:
    """The shipped outline, with what the record holds for the report's year."""
    every = [block for section in shipped() for block in section.get("blocks", [])]
    draft = Draft(by, report, periods.parse(report.period), kinds_for(by, report, every))
    return [Outlined(s["title"], tuple(s["answers"]), tuple(placed(s, draft))) for s in shipped()]


def placed(section: Written, draft: Draft) -> list[Placed]:
    bound = [b for written in section.get("blocks", []) if (b := bind(written, draft))]
    text = opening(section, draft.period, draft.by, bool(bound))
    return [(PROSE, {"text": text}), *bound]


def opening(section: Written, period: Period, by: Any, has_blocks: bool) -> str:
    """What stands first: a sentence on what the section shows, then what the figures say."""
    told = [sentences.told(by, code, period) for code in section.get("tell", [])]
    figures = " ".join(said for said in told if said)
    first = section.get("opening", "") if has_blocks or figures else ""
    return "\n\n".join(part for part in (first, figures) if part)


def bind(written: Written, draft: Draft) -> Placed | None:
    """The block as it will be kept, or nothing where the record has no figures for it."""
    kind = written["kind"]
    content = {key: value for key, value in written.items() if key != "kind"} | of_the_year(
        kind, draft.period
    )
    drawn = draft.kinds[kind].draw(draft.by, draft.report, content)
    return (kind, content | shown(kind, drawn)) if drawn.blocks else None


def of_the_year(kind: str, period: Period) -> dict[str, Any]:
    """A figure and a table are of the report's own year; a chart shows the years up to it."""
    if kind == "figure":
        return {"period": period.label}
    return {"of_the_year": True} if kind == "table" else {}


def shown(kind: str, drawn: Any) -> dict[str, str]:
    """A figure remembers what it said when it was put in, so that a correction can be told."""
    return {"shown": drawn.blocks[0].number} if kind == "figure" else {}
