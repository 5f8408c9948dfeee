"""One section with its blocks, and the wordings of one block."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.text import Truncator
from markupsafe import Markup

from goldenthread.capabilities.yearly_report import blocks
from goldenthread.capabilities.yearly_report.blocks.record import codes_in
from goldenthread.capabilities.yearly_report.drafting import outline
from goldenthread.capabilities.yearly_report.pages.one_report import comment_row, places
from goldenthread.engine.writers import html
from goldenthread.engine.writers.report import Report as Document
from goldenthread.engine.writers.report import Section as DocumentSection
from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people.entrances import Seats, entrance_of
from goldenthread.foundations.publishing import permissions, queries
from goldenthread.foundations.publishing.actions import PROSE
from goldenthread.kernel.decision import Decision

WRITTEN_AT = {
    PROSE: "yearly_report:write",
    blocks.QUOTATION: "yearly_report:change-quotation",
}


def as_html(drawn, prefix: str) -> Markup:
    """One block alone, as it will stand in the report."""
    alone = Document("", (DocumentSection(" ", drawn.blocks),), front=())
    return Markup(html.blocks(alone, prefix=prefix))  # noqa: S704  our own writer escapes what was typed


@dataclass(frozen=True)
class SectionPage:
    report_title: str
    title: str
    asks: str
    answers: list[str]
    blocks: list[dict[str, Any]]
    aside: list[dict[str, Any]]
    taken_out: list[dict[str, str]]
    comments: list[dict[str, Any]]
    held_by: str
    is_mine: bool
    may_write: Decision
    may_hold: Decision
    may_remove: Decision
    places: dict[str, str]
    number: int

    @classmethod
    def of(cls, report, section, drawing, member) -> "SectionPage":
        drawn = next(each for each in drawing.sections if each.section.pk == section.pk)
        titles = {heading.number: heading.title for heading in drawing.coverage}
        comments = queries.comments_of(member, report).filter(section=section)
        return cls(
            report_title=f"{report.title} {report.period}",
            title=section.title,
            asks=outline.asks(section.title),
            answers=[f"{n}. {titles[n]}" for n in section.answers if n in titles],
            blocks=[block_row(report, each, member) for each in drawn.blocks],
            aside=[
                aside_row(w, report, member)
                for w in queries.put_aside(member, report)
                if w.block.section_id == section.pk
            ],
            taken_out=taken_out_rows(report, section, member) if section.has_taken_out else [],
            comments=[comment_row(comment, report, member) for comment in comments],
            held_by=section.held_by.person.name if section.held_by else "",
            is_mine=bool(section.held_by_id) and section.held_by_id == member.seat_id,
            may_write=permissions.may_write(member, report),
            may_hold=permissions.may_write_in(member, report, section, now=now()),
            may_remove=permissions.may_remove(member, report, section, now=now()),
            places=section_places(report, section, member),
            number=section.pk,
        )


SECTION_PAGES = (
    "section",
    "add-block",
    "hold",
    "let-go",
    "change-section",
    "add-quotation",
    "remove-section",
)


def section_places(report, section, member) -> dict[str, str]:
    own = {
        name.replace("-", "_"): reverse(
            f"yearly_report:{name}", args=[member.slug, report.pk, section.pk]
        )
        for name in SECTION_PAGES
    }
    return places(report, member) | own


def block_row(report, drawn, member) -> dict[str, Any]:
    block = drawn.block
    args = [member.slug, report.pk, block.pk]
    return {
        "number": block.pk,
        "html": as_html(drawn.drawn, f"block-{block.pk}-") if drawn.drawn.blocks else "",
        "kind": blocks.title_of(block.kind),
        "note": drawn.drawn.note,
        "by": drawn.wording.by if drawn.wording else "",
        "at": drawn.wording.at if drawn.wording else None,
        "write": reverse(WRITTEN_AT[block.kind], args=args) if block.kind in WRITTEN_AT else "",
        "move": reverse("yearly_report:move-block", args=args),
        "figures": figure_places(drawn.wording, member),
        "to": reverse("yearly_report:move-block-to", args=args),
        "remove": reverse("yearly_report:remove-block", args=args),
        "history": reverse("yearly_report:block-history", args=args),
    }


def taken_out_rows(report, section, member) -> list[dict[str, str]]:
    """What was taken out of the section, each with a few of its words, to be read or put back."""
    blocks_out = list(queries.blocks_taken_out(member, section))
    said = queries.current_wordings([block.pk for block in blocks_out]) if blocks_out else {}
    rows = []
    for block in blocks_out:
        args = [member.slug, report.pk, block.pk]
        words = (
            Truncator(said[block.pk].content.get("text", "")).words(8) if block.pk in said else ""
        )
        rows.append(
            {
                "what": f"{blocks.title_of(block.kind)}: {words}"
                if words
                else blocks.title_of(block.kind),
                "put_back": reverse("yearly_report:put-block-back", args=args),
                "history": reverse("yearly_report:block-history", args=args),
            }
        )
    return rows


def figure_places(wording, member) -> list[dict[str, str]]:
    """The pages of the figures that a block is bound to, for those who may open them."""
    codes = codes_in(wording.content) if wording else []
    found = [(code, place_if_open("dataset:measure", member, code)) for code in codes]
    return [{"words": code.replace("-", " "), "href": href} for code, href in found if href]


def place_if_open(page: str, member, *args) -> str:
    """The address of a page of another part of the product: none where it is not there or not open."""
    entrance = entrance_of(page)
    if not isinstance(entrance, Seats) or entrance.roles.isdisjoint(member.roles):
        return ""
    try:
        return reverse(page, args=[member.slug, *args])
    except NoReverseMatch:
        return ""


def aside_row(wording, report, member) -> dict[str, Any]:
    return {
        "text": wording.content.get("text", ""),
        "by": wording.by,
        "at": wording.at,
        "write": reverse("yearly_report:write", args=[member.slug, report.pk, wording.block_id]),
    }


@dataclass(frozen=True)
class WritePage:
    report_title: str
    title: str
    asks: str
    aside: list[dict[str, Any]]
    places: dict[str, str]

    @classmethod
    def of(cls, report, block, member) -> "WritePage":
        waiting = [w for w in queries.put_aside(member, report) if w.block_id == block.pk]
        return cls(
            report_title=f"{report.title} {report.period}",
            title=block.section.title,
            asks=outline.asks(block.section.title),
            aside=[aside_row(wording, report, member) for wording in waiting],
            places=section_places(report, block.section, member),
        )


@dataclass(frozen=True)
class AskPage:
    """One form about a section."""

    asks: str
    button: str
    title: str
    places: dict[str, str]

    @classmethod
    def of(cls, report, section, asks: str, button: str, member) -> "AskPage":
        return cls(asks, button, section.title, section_places(report, section, member))


@dataclass(frozen=True)
class HistoryPage:
    title: str
    wordings: list[dict[str, Any]]
    places: dict[str, str]

    @classmethod
    def of(cls, report, block, wordings, member) -> "HistoryPage":
        rows = [wording_row(block, wording) for wording in wordings]
        return cls(block.section.title, rows, section_places(report, block.section, member))


def wording_row(block, wording) -> dict[str, Any]:
    said = wording.content.get("text") if block.kind == PROSE else blocks.title_of(block.kind)
    what = (
        "Kept beside another's words"
        if wording.put_aside
        else "Joined with another's words"
        if wording.joined
        else "Wrote"
    )
    return {"what": what, "who": wording.by, "when": wording.at, "detail": said or "Nothing"}
