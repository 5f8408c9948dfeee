"""What the guidance requires of a yearly report, with a partnership's own corrections over it."""

from dataclasses import replace

from goldenthread.engine.proof import headings as shipped
from goldenthread.engine.proof.headings import RequiredHeading
from goldenthread.foundations.publishing.models import HeadingCorrection


def required(member, edition: str) -> list[RequiredHeading]:
    """The headings of this edition in order. Shipped rows are never changed; a correction lies over them."""
    latest: dict[int, HeadingCorrection] = {}
    corrections = HeadingCorrection.objects.filter(
        partnership_id=member.partnership_id, edition=edition
    )
    for correction in corrections.order_by("pk"):
        latest[correction.number] = correction
    return [
        _corrected(heading, latest.get(heading.number))
        for heading in shipped.required_headings(edition)
    ]


def _corrected(heading: RequiredHeading, correction: HeadingCorrection | None) -> RequiredHeading:
    if correction is None:
        return heading
    source = (
        f"{heading.source}; corrected here: {correction.note}"
        if correction.note
        else heading.source
    )
    phrases = (*heading.phrases, heading.title)
    return replace(
        heading,
        title=correction.title,
        confirmed=correction.confirmed,
        source=source,
        phrases=phrases,
    )
