"""The list of recommendations, and one of them with all that hangs on it."""

from dataclasses import dataclass

from goldenthread.foundations.design.filters import Choice, Conditions, Search
from goldenthread.foundations.design.listing import Column, Listing
from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.pages import history, tags
from goldenthread.foundations.thread.pages.owners import owner_in_words
from goldenthread.foundations.thread.pages.tracker import shortened
from goldenthread.foundations.thread.queries import recommendation_pages as queries
from goldenthread.foundations.thread.queries.recommendations import recommendations_seen_by
from goldenthread.foundations.thread.rules import RECOMMENDATION
from goldenthread.foundations.thread.rules.recommendation_stages import (
    BY_EVIDENCE,
    BY_TEST,
    CLOSED,
    RecommendationStage,
)
from goldenthread.foundations.thread.rules.stuck import whether_it_stuck

COLUMNS = (
    Column("Recommendation", "text", by=("reference", "text")),
    Column("Source", "source", by=("source_title",)),
    Column("Made", "made", by=("made_on",)),
    Column("Stage", "stage", by=("stage",)),
    Column("Actions", numeric=True),
)


@dataclass(frozen=True)
class Row:
    pk: int
    reference: str
    text: str
    source: str
    made: str
    stage: dict[str, str]
    actions: str


@dataclass(frozen=True)
class ActionLine:
    pk: int
    text: str
    owner: str
    due: str
    stage: dict[str, str]


@dataclass(frozen=True)
class Button:
    step: str
    label: str
    allowed: bool
    reason: str
    closes: bool  # an end other than being embedded; such steps stand apart from what moves it on


@dataclass(frozen=True)
class RecommendationPage:
    pk: int
    reference: str
    text: str
    owner: str
    made: str
    due: str
    source: str
    stage: dict[str, str]
    stuck: str
    themes: list[str]
    led_to: tuple[int, str] | None
    repeats: tuple[int, str] | None
    findings: list
    actions: list[ActionLine]
    actions_in_all: int
    history: list[history.Line]
    buttons: list[Button]
    closings: list[Button]
    why_not: list[str]
    may_test: bool
    may_give_evidence: bool
    may_add_action: bool
    may_edit: bool


def listing(member, asked, themes) -> Listing:
    named = [(theme.key, f"{theme.title} ({theme.edition_title})") for theme in themes.values()]
    stages = [(s.value, RECOMMENDATION.label(s)) for s in RecommendationStage]
    sources = [(title, title) for title in queries.sources_of(member)]
    return Listing(
        recommendations_seen_by(member),
        asked,
        columns=COLUMNS,
        filters=(
            Search("words", "Words", ("text", "reference")),
            Choice("stage", "Stage", stages, "stage", several=True),
            Conditions("theme", "Theme", named, conditions=queries.of_theme),
            Choice("source", "Source", sources, "source_title"),
        ),
        sorted_by="-made",
        one="recommendation",
    )


def rows_of(found: Listing) -> list[Row]:
    settled = queries.settled_of(found.rows)
    return [_row(advice, *settled.get(advice.pk, (0, 0))) for advice in found.rows]


def _row(advice, settled: int, actions: int) -> Row:
    return Row(
        advice.pk,
        advice.reference,
        shortened(advice.text),
        advice.source_title,
        day(advice.made_on),
        tags.recommendation_tag(advice.stage),
        f"{settled} of {actions} done" if actions else "None",
    )


def page_of(advice, member, known: queries.Known, happened) -> RecommendationPage:
    failed = sum(one.what == "test" and one.state == "failed" for one in happened)
    buttons = _buttons(advice, member, known.standing)
    return RecommendationPage(
        pk=advice.pk,
        reference=advice.reference,
        text=advice.text,
        owner=owner_in_words(advice),
        made=day(advice.made_on),
        due=day(advice.due_on),
        source=advice.source_title,
        stage=tags.recommendation_tag(advice.stage),
        stuck=whether_it_stuck(advice.stage, failed_tests=failed),
        themes=known.themes,
        led_to=_named(advice.led_to),
        repeats=_named(advice.repeats),
        findings=known.findings,
        actions=[_line(action) for action in known.actions],
        actions_in_all=known.actions_in_all,
        history=history.of_recommendation(happened),
        buttons=[b for b in buttons if b.allowed and not b.closes],
        closings=[b for b in buttons if b.allowed and b.closes],
        why_not=[
            f"{b.label}: {b.reason}"
            for b in buttons
            if not b.allowed and b.reason != permissions.NOT_YOUR_GROUP
        ],
        may_test=bool(permissions.may_test(member, advice)),
        may_give_evidence=bool(permissions.may_give_recommendation_evidence(member, advice)),
        may_add_action=bool(permissions.may_record_action(member, advice)),
        may_edit=bool(permissions.may_edit_recommendation(member, advice)),
    )


def _buttons(advice, member, standing) -> list[Button]:
    """Steps that the member's roles may take; where something else is missing, what it is."""
    steps = RECOMMENDATION.steps_for(member.roles, at=advice.stage)
    asked = [
        (s, permissions.may_take_step(s.name, member, advice, standing=standing))
        for s in steps
        if s.name != BY_TEST
    ]
    return [
        Button(s.name, s.label, bool(answer), answer.reason, s.target in CLOSED)
        for s, answer in asked
    ]


def page_for(step: str) -> str:
    return "thread:recommendation-see" if step == BY_EVIDENCE else "thread:recommendation-step"


def _line(action) -> ActionLine:
    return ActionLine(
        action.pk,
        shortened(action.text),
        owner_in_words(action),
        day(action.due_on),
        tags.action_tag(action.stage),
    )


def _named(other) -> tuple[int, str] | None:
    return (other.pk, shortened(other.text)) if other else None
