"""The versions of a report: its releases, what changed since one, and who wrote what."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from goldenthread.capabilities.yearly_report import blocks
from goldenthread.capabilities.yearly_report.pages.one_report import places
from goldenthread.foundations.design.words import counted, day_and_time
from goldenthread.foundations.publishing import differences, queries


@dataclass(frozen=True)
class VersionsPage:
    title: str
    releases: list[dict[str, Any]]
    compared_with: str
    differences: list[dict[str, str]]
    writers: list[dict[str, str]]
    comments: list[dict[str, Any]]
    places: dict[str, str]

    @classmethod
    def of(cls, report, sign_off, member) -> "VersionsPage":
        """Compared with what this partner signed, else with the last release, else with nothing."""
        releases = list(queries.releases_of(member, report))
        wordings = list(queries.every_wording(member, report))
        moment, said = compared(sign_off, releases)
        return cls(
            title=f"{report.title} {report.period}",
            releases=release_rows(releases, member, report),
            compared_with=said,
            differences=[
                difference_row(d) for d in (differences.since(moment, wordings) if moment else [])
            ],
            writers=writer_rows(wordings),
            comments=by_section(queries.comments_of(member, report)),
            places=places(report, member),
        )


def compared(sign_off, releases) -> tuple[Any, str]:
    if sign_off:
        return sign_off.at, f"what {sign_off.by} answered on, {day_and_time(sign_off.at)}"
    if releases:
        newest = releases[0]
        return newest.published_at, f"release {newest.number}, {day_and_time(newest.published_at)}"
    return None, ""


def release_rows(releases, member, report) -> list[dict[str, Any]]:
    signed: dict[str, list[str]] = {}
    for said in queries.sign_offs_on(member, [release.fingerprint for release in releases]):
        signed.setdefault(said.fingerprint, []).append(f"{said.organisation} ({said.by})")
    public = reverse("public_reports:report", args=[member.slug, report.pk])
    return [
        {
            "number": release.number,
            "at": release.published_at,
            "signed": "; ".join(dict.fromkeys(signed.get(release.fingerprint, []))),
            "withdrawn": release.withdrawn_at,
            "href": public if n == 0 and not release.withdrawn_at else "",
        }
        for n, release in enumerate(releases)
    ]


def difference_row(one: differences.Difference) -> dict[str, str]:
    return {
        "section": one.section,
        "kind": blocks.title_of(one.kind),
        "before": one.before,
        "after": one.after,
        "by": ", ".join(one.by),
    }


def writer_rows(wordings) -> list[dict[str, str]]:
    """Who wrote in which sections, those who wrote most first."""
    times = Counter(one.by for one in wordings)
    sections: dict[str, dict[str, None]] = {}
    for one in wordings:
        sections.setdefault(one.by, {})[one.block.section.title] = None
    return [
        {"who": who, "times": counted(n, "piece"), "sections": "; ".join(sections[who])}
        for who, n in times.most_common()
    ]


def by_section(comments) -> list[dict[str, Any]]:
    """How many comments each section has had, and how many wait."""
    found: dict[str, list[Any]] = {}
    for comment in comments:
        name = comment.section.title if comment.section else "The whole report"
        found.setdefault(name, []).append(comment)
    return [
        {
            "section": name,
            "all": str(len(said)),
            "open": str(sum(not one.settled_by for one in said)),
        }
        for name, said in found.items()
    ]
