"""What the rest of the site may ask of the yearly report."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from goldenthread.capabilities.yearly_report import stock
from goldenthread.foundations.publishing import permissions, queries
from goldenthread.foundations.publishing.rules import OPEN
from goldenthread.foundations.questions import Published, Standing

MOST_PUBLISHED = 3
WORDS = "required headings of the yearly report for {period} that rest on evidence"


def stands_out(member: Any) -> Iterable[Standing]:
    """How far the newest report that is being made has come, as last counted. One query."""
    if not permissions.may_read(member):
        return
    counted = queries.reports_of(member).filter(stage__in=OPEN, required__gt=0)
    report = counted.order_by("-period", "-pk").first()
    if report:
        at = reverse("yearly_report:report", args=[member.slug, report.pk])
        yield Standing(
            report.covered or 0, WORDS.format(period=report.period), at, of=report.required or 0
        )


def published_here(member: Any) -> Iterable[Published]:
    for release in queries.published(member.slug)[:MOST_PUBLISHED]:
        at = reverse("public_reports:report", kwargs={"area": member.slug, "pk": release.report_id})
        yield Published(f"{release.title} {release.period}", at)


def report_changed(report: Any) -> None:
    stock.take_soon(report)
