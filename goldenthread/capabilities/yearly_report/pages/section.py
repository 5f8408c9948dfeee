"""One section with its blocks, and the wordings of one block."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from markupsafe import Markup

from goldenthread.capabilities.yearly_report import blocks
from goldenthread.capabilities.yearly_report.pages.one_report import comment_row, places
from goldenthread.engine.writers import html
from goldenthread.engine.writers.report import Report as Document
from goldenthread.engine.writers.report import Section as DocumentSection
from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.publishing import permissions, queries
from goldenthread.foundations.publishing.actions import PROSE
from goldenthread.kernel.decision import Decision


def as_html(drawn, prefix: str) -> Markup:
    """One block alone, as it will stand in the report."""
    alone = Document("", (DocumentSection(" ", drawn.blocks),), front=())
    return Markup(html.blocks(alone, prefix=prefix))  # noqa: S704  our own writer escapes what was typed


@dataclass(frozen=True)
class SectionPage:
    report_title: str
    title: str
    answers: list[str]
    blocks: list[dict[str, Any]]
    aside: list[dict[str, Any]]
    comments: list[dict[str, Any]]
    held_by: str
    is_mine: bool
    may_write: Decision
    may_hold: Decision
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
            answers=[f"{n}. {titles[n]}" for n in section.answers if n in titles],
            blocks=[block_row(report, each, member) for each in drawn.blocks],
            aside=[
                aside_row(w, report, member)
                for w in queries.put_aside(member, report)
                if w.block.section_id == section.pk
            ],
            comments=[comment_row(comment, report, member) for comment in comments],
            held_by=section.held_by.person.name if section.held_by else "",
            is_mine=bool(section.held_by_id) and section.held_by_id == member.seat_id,
            may_write=permissions.may_write(member, report),
            may_hold=permissions.may_write_in(member, report, section, now=now()),
            places=section_places(report, section, member),
            number=section.pk,
        )


def section_places(report, section, member) -> dict[str, str]:
    own = {
        name.replace("-", "_"): reverse(
            f"yearly_report:{name}", args=[member.slug, report.pk, section.pk]
        )
        for name in ("section", "add-block", "hold", "let-go")
    }
    return places(report, member) | own


def block_row(report, drawn, member) -> dict[str, Any]:
    block = drawn.block
    args = [member.slug, report.pk, block.pk]
    is_prose = block.kind == PROSE
    return {
        "number": block.pk,
        "html": as_html(drawn.drawn, f"block-{block.pk}-") if drawn.drawn.blocks else "",
        "kind": blocks.title_of(block.kind),
        "is_prose": is_prose,
        "note": drawn.drawn.note,
        "by": drawn.wording.by if drawn.wording else "",
        "at": drawn.wording.at if drawn.wording else None,
        "write": reverse("yearly_report:write", args=args) if is_prose else "",
        "remove": reverse("yearly_report:remove-block", args=args),
        "history": reverse("yearly_report:block-history", args=args),
    }


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
    aside: list[dict[str, Any]]
    places: dict[str, str]

    @classmethod
    def of(cls, report, block, member) -> "WritePage":
        waiting = [w for w in queries.put_aside(member, report) if w.block_id == block.pk]
        return cls(
            report_title=f"{report.title} {report.period}",
            title=block.section.title,
            aside=[aside_row(wording, report, member) for wording in waiting],
            places=section_places(report, block.section, member),
        )


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
