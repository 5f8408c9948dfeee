"""The list of findings, and one with what it led to."""

from dataclasses import dataclass

from goldenthread.foundations.design.filters import Choice, Conditions, Search
from goldenthread.foundations.design.listing import Column, Listing
from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.pages import history, tags
from goldenthread.foundations.thread.pages.tracker import shortened
from goldenthread.foundations.thread.queries import recommendation_pages as queries
from goldenthread.foundations.thread.rules.kinds import FindingKind

COLUMNS = (
    Column("Finding", "text", by=("text",)),
    Column("Kind", "kind", by=("kind",)),
    Column("Source", "source", by=("source_title",)),
    Column("Found", "found", by=("found_on",)),
)
TONES = {FindingKind.STRENGTH: "good", FindingKind.AREA: "watch", FindingKind.LEARNING: "moving"}


@dataclass(frozen=True)
class Row:
    pk: int
    text: str
    kind: dict[str, str]
    source: str
    found: str
    organisation: str


@dataclass(frozen=True)
class FindingPage:
    row: Row
    text: str
    themes: list[str]
    led_to: list[tuple[int, str, dict[str, str]]]
    history: list[history.Line]
    may_reword: bool


def listing(member, asked, themes) -> Listing:
    named = [(theme.key, f"{theme.title} ({theme.edition_title})") for theme in themes.values()]
    kinds = [(kind.value, kind.value.capitalize()) for kind in FindingKind]
    sources = [(title, title) for title in queries.sources_of_findings(member)]
    return Listing(
        queries.listed_findings(member),
        asked,
        columns=COLUMNS,
        filters=(
            Search("words", "Words", ("text",)),
            Choice("kind", "Kind", kinds, "kind", several=True),
            Conditions("theme", "Theme", named, conditions=queries.findings_of_theme),
            Choice("source", "Source", sources, "source_title"),
        ),
        sorted_by="-found",
        one="finding",
    )


def row_of(finding) -> Row:
    kind = FindingKind(finding.kind)
    return Row(
        finding.pk,
        shortened(finding.text),
        {"text": kind.value.capitalize(), "tone": TONES[kind]},
        finding.source_title,
        day(finding.found_on),
        finding.organisation.name if finding.organisation_id else "",
    )


def page_of(finding, member, recommendations, themes: list[str], happened) -> FindingPage:
    return FindingPage(
        row=row_of(finding),
        text=finding.text,
        themes=themes,
        led_to=[
            (advice.pk, shortened(advice.text), tags.recommendation_tag(advice.stage))
            for advice in recommendations
        ],
        history=history.of_recommendation(happened),
        may_reword=bool(permissions.may_reword_finding(member, finding)),
    )
