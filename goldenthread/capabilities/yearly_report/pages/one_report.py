"""One report as its writers see it: what stands in it, what it rests on, what it waits for."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from markupsafe import Markup

from goldenthread.capabilities.yearly_report.pages import due
from goldenthread.capabilities.yearly_report.pages.overview import edition_in_words, stage_of
from goldenthread.engine.writers import html
from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.publishing import permissions, queries
from goldenthread.foundations.publishing.drawing import Drawing
from goldenthread.foundations.publishing.rules import DONE, WORKFLOW, Ground, Stage
from goldenthread.kernel.decision import Decision

GROUND_TONES = {Ground.EVIDENCE: "good", Ground.WORDS: "watch", Ground.BARE: "bad"}


def places(report, member) -> dict[str, str]:
    """The addresses of one report's pages."""
    names = (
        "report",
        "preview",
        "proof",
        "print",
        "add-section",
        "comment",
        "sign",
        "versions",
        "sent",
    )
    return {
        n.replace("-", "_"): reverse(f"yearly_report:{n}", args=[member.slug, report.pk])
        for n in names
    }


@dataclass(frozen=True)
class ReportPage:
    title: str
    period: str
    edition: str
    stage: dict[str, str]
    sections: list[dict[str, Any]]
    taken_out: list[dict[str, str]]
    coverage: list[dict[str, Any]]
    covered: int
    notes: list[str]
    sign_offs: list[dict[str, Any]]
    steps: list[dict[str, str]]
    turns: list[dict[str, Any]]
    comments: list[dict[str, Any]]
    deadlines: list[dict[str, Any]]
    may_write: Decision
    may_sign: Decision
    may_send_on: bool
    public: dict[str, str]
    places: dict[str, str]

    @classmethod
    def of(cls, report, drawing: Drawing, member) -> "ReportPage":
        turns = list(queries.turns_of(member, report))
        return cls(
            title=report.title,
            period=report.period,
            edition=edition_in_words(report.edition),
            stage=stage_of(report),
            deadlines=due.deadline_rows(report, turns),
            may_send_on=due.may_send_on(report, turns, member),
            sections=[section_row(report, each, member) for each in drawing.sections],
            taken_out=taken_out_rows(report, member),
            coverage=[coverage_row(heading) for heading in drawing.coverage],
            covered=drawing.covered,
            notes=[note for section in drawing.sections for note in section.notes],
            sign_offs=sign_off_rows(report, drawing, member),
            steps=step_rows(report, member),
            turns=[turn_row(turn) for turn in turns],
            comments=[comment_row(c, report, member) for c in queries.comments_of(member, report)],
            may_write=permissions.may_write(member, report),
            may_sign=permissions.may_sign(member, report),
            public=public_place(report, member),
            places=places(report, member),
        )


def public_place(report, member) -> dict[str, str]:
    """Where anyone reads it: nowhere until it is published, nor once it is withdrawn.

    While a new version is drafted, the release before it stays public.
    """
    words = "Read it as the public does"
    if report.stage != Stage.PUBLISHED:
        words = "Read the version that is still public"
        if not report.stands_in_public:
            return {}
    return {"words": words, "href": reverse("public_reports:report", args=[member.slug, report.pk])}


def section_row(report, drawn, member) -> dict[str, Any]:
    return {
        "title": drawn.section.title,
        "href": reverse("yearly_report:section", args=[member.slug, report.pk, drawn.section.pk]),
        "evidence": len(drawn.evidence),
        "words": drawn.words,
        "answers": ", ".join(map(str, drawn.section.answers)),
        "move": reverse(
            "yearly_report:move-section", args=[member.slug, report.pk, drawn.section.pk]
        ),
        "held_by": drawn.section.held_by.person.name if drawn.section.held_by else "",
    }


def taken_out_rows(report, member) -> list[dict[str, str]]:
    back = "yearly_report:put-section-back"
    return [
        {"title": each.title, "put_back": reverse(back, args=[member.slug, report.pk, each.pk])}
        for each in queries.sections_taken_out(member, report)
    ]


def coverage_row(heading) -> dict[str, Any]:
    return {
        "number": heading.number,
        "title": heading.title,
        "confirmed": heading.confirmed,
        "ground": heading.ground.capitalize(),
        "tone": GROUND_TONES[heading.ground],
        "sections": ", ".join(heading.sections),
        "evidence": list(heading.evidence),
    }


def sign_off_rows(report, drawing: Drawing, member) -> list[dict[str, Any]]:
    """Each partner's last word, and whether it was on the report as it stands now."""
    said = queries.last_words_of(member, report)
    versions = reverse("yearly_report:versions", args=[member.slug, report.pk])
    rows = []
    for organisation in queries.signing_organisations(member):
        last = said.get(organisation.pk)
        is_old = last is not None and last.fingerprint != drawing.fingerprint
        rows.append(
            {
                "organisation": organisation.name,
                "said": last,
                "by": last.by if last else "",
                "changed": f"{versions}?since={last.pk}" if last and is_old else "",
            }
        )
    return rows


def step_rows(report, member) -> list[dict[str, str]]:
    return [
        {
            "label": s.label,
            "href": reverse("yearly_report:step", args=[member.slug, report.pk, s.name]),
        }
        for s in WORKFLOW.steps_from(report.stage)
        if permissions.may_take(s.name, member, report)
    ]


def turn_row(turn) -> dict[str, Any]:
    return {"what": DONE[turn.step], "who": turn.by, "when": turn.at, "detail": turn.reason}


def comment_row(comment, report, member) -> dict[str, Any]:
    return {
        "text": comment.text,
        "by": comment.by,
        "at": comment.at,
        "section": comment.section.title if comment.section else "The whole report",
        "settled_by": comment.settled_by,
        "settle": reverse(
            "yearly_report:settle-comment", args=[member.slug, report.pk, comment.pk]
        ),
    }


MEANS = {
    "send": "Each delegated safeguarding partner finds it in their inbox and is told by e-mail. While it is with them nobody can change it; you can take it back.",
    "recall": "Nobody is asked to sign it any more. What has been signed counts again only if nothing is changed.",
    "publish": "Anyone may read it then, without signing in, as a page, a PDF and a Word document.",
    "withdraw": "Nobody outside the partnership can read it then. It stays in the record.",
}


@dataclass(frozen=True)
class StepPage:
    title: str
    label: str
    means: str
    ready: Decision
    waits: str
    again: str
    back: str

    @classmethod
    def of(cls, report, step, ready: Decision, member, waiting=None) -> "StepPage":
        """`waiting` is the printing whose files must be made before this step, if it is one."""
        return cls(
            title=f"{report.title} {report.period}",
            label=step.label,
            means=MEANS.get(step.name, ""),
            ready=ready,
            waits=waiting_words(waiting) if waiting else "",
            again=reverse("yearly_report:step", args=[member.slug, report.pk, step.name]),
            back=reverse("yearly_report:report", args=[member.slug, report.pk]),
        )


@dataclass(frozen=True)
class PreviewPage:
    title: str
    period: str
    body: Markup
    files: list[dict[str, str]]
    files_state: str
    is_waiting: bool
    places: dict[str, str]

    @classmethod
    def of(cls, report, drawing: Drawing, printing, member) -> "PreviewPage":
        body = Markup(html.fragment(drawing.document))  # noqa: S704  our own writer escapes what was typed
        return cls(
            title=report.title,
            period=report.period,
            body=body,
            files=file_rows(report, printing, member),
            files_state=files_state(drawing, printing),
            is_waiting=printing is not None and not printing.made_at,
            places=places(report, member),
        )


def file_rows(report, printing, member) -> list[dict[str, str]]:
    if printing is None or not printing.made_at:
        return []
    forms = (("pdf", "PDF"), ("word", "Word document"), ("html", "Web page"))
    address = "yearly_report:download"
    return [
        {"words": w, "href": reverse(address, args=[member.slug, report.pk, f])} for f, w in forms
    ]


LONG = timedelta(minutes=10)
NOT_MADE = (
    "The files were asked for more than ten minutes ago and have not been made. Ask for them again;"
    " if they are still missing then, tell your system administrator that the worker has stopped."
)


def waiting_words(printing) -> str:
    late = now() - printing.asked_at > LONG
    return NOT_MADE if late else "The files are being made, which takes a few seconds."


def files_state(drawing: Drawing, printing) -> str:
    if printing is None:
        return "No files have been made of this report yet."
    if not printing.made_at:
        return waiting_words(printing)
    if printing.fingerprint != drawing.fingerprint:
        return "The report has changed since these files were made."
    return "These files hold the report as it stands now."
