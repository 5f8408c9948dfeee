"""The list of reports, the headings they must answer, and what the public sees."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from markupsafe import Markup

from goldenthread.foundations.publishing import permissions
from goldenthread.foundations.publishing.rules import Stage
from goldenthread.kernel.decision import Decision

TONES = {
    Stage.DRAFTING: "moving",
    Stage.SIGNING: "watch",
    Stage.PUBLISHED: "good",
    Stage.WITHDRAWN: "closed",
}


def edition_in_words(edition: str) -> str:
    return edition.replace("WT", "Working Together")


def stage_of(report) -> dict[str, str]:
    return {"words": report.stage.capitalize(), "tone": TONES[Stage(report.stage)]}


@dataclass(frozen=True)
class IndexPage:
    rows: list[dict[str, Any]]
    may_start: Decision
    slug: str

    @classmethod
    def of(cls, reports, member) -> "IndexPage":
        rows = [
            {
                "title": report.title,
                "href": reverse("yearly_report:report", args=[member.slug, report.pk]),
                "period": report.period,
                "edition": edition_in_words(report.edition),
                "stage": stage_of(report),
                "rests_on": f"{report.covered} of {report.required}"
                if report.required
                else "Not counted yet",
            }
            for report in reports
        ]
        return cls(rows, permissions.may_manage(member), member.slug)


@dataclass(frozen=True)
class HeadingsPage:
    edition: str
    edition_words: str
    editions: list[dict[str, str]]
    rows: list[dict[str, Any]]
    may_correct: Decision

    @classmethod
    def of(cls, edition: str, names: list[str], required, member) -> "HeadingsPage":
        address = reverse("yearly_report:headings", args=[member.slug])
        rows = [
            {
                "number": heading.number,
                "title": heading.title,
                "confirmed": heading.confirmed,
                "source": heading.source,
                "href": reverse(
                    "yearly_report:correct-heading", args=[member.slug, edition, heading.number]
                ),
            }
            for heading in required
        ]
        editions = [
            {"words": edition_in_words(n), "href": f"{address}?edition={n}", "name": n}
            for n in names
        ]
        return cls(
            edition, edition_in_words(edition), editions, rows, permissions.may_manage(member)
        )


def heading_or_404(required, number: int):
    found = next((heading for heading in required if heading.number == number), None)
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class PublicListPage:
    partnership: str
    rows: list[dict[str, Any]]

    @classmethod
    def of(cls, partnership, releases) -> "PublicListPage":
        rows = [
            {
                "title": f"{release.title} {release.period}",
                "href": reverse(
                    "public_reports:report", args=[partnership.slug, release.report_id]
                ),
                "published": release.published_at,
            }
            for release in releases
        ]
        return cls(partnership.name, rows)


@dataclass(frozen=True)
class PublicPage:
    title: str
    period: str
    published: Any
    body: Markup
    files: list[dict[str, str]]
    number: int
    others: str

    @classmethod
    def of(cls, release, area: str) -> "PublicPage":
        forms = (("pdf", "PDF"), ("word", "Word document"), ("html", "Web page to keep"))
        files = [
            {
                "words": f"{words} ({filesizeformat(getattr(release, f'{form}_bytes'))})",
                "href": reverse("public_reports:file", args=[area, release.report_id, form]),
            }
            for form, words in forms
        ]
        # Made by our own writer from cleaned blocks when it was published.
        body = Markup(release.body)  # noqa: S704
        others = reverse("public_reports:list", args=[area])
        return cls(
            release.title,
            release.period,
            release.published_at,
            body,
            files,
            release.number,
            others,
        )
