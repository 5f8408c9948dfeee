"""What the proof-checker found in a report, each with the page where it is mended."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from goldenthread.capabilities.yearly_report.pages.one_report import places
from goldenthread.capabilities.yearly_report.pages.section import place_if_open
from goldenthread.foundations.publishing.drawing import Drawing


@dataclass(frozen=True)
class ProofPage:
    title: str
    period: str
    slips: list[dict[str, Any]]
    read_at: Any
    read_by: str
    is_current: bool
    places: dict[str, str]

    @classmethod
    def of(cls, report, drawing: Drawing, run, member) -> "ProofPage":
        standing = {drawn.section.pk for drawn in drawing.sections}
        return cls(
            title=report.title,
            period=report.period,
            slips=[slip_row(slip, standing, report, member) for slip in run.slips] if run else [],
            read_at=run.at if run else None,
            read_by=run.by if run else "",
            is_current=bool(run) and run.fingerprint == drawing.fingerprint,
            places=places(report, member),
        )


def slip_row(slip: dict[str, Any], standing: set[int], report, member) -> dict[str, Any]:
    """`href` is empty where the section was taken out since, or the record is not open to this member."""
    section, figure = slip.get("section"), slip.get("figure")
    href = ""
    if section in standing:
        href = reverse("yearly_report:section", args=[member.slug, report.pk, section])
    elif figure:
        href = place_if_open("dataset:figure", member, figure)
    return slip | {"sure": round(slip["certainty"] * 100), "href": href}
