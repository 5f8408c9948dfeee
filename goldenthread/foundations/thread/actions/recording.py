"""Record what was found, what is recommended, and what is to be done."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import permissions, queries
from goldenthread.foundations.thread.actions import numbering
from goldenthread.foundations.thread.actions.due import put_on_inbox
from goldenthread.foundations.thread.actions.signing import from_source, signed
from goldenthread.foundations.thread.models import (
    Action,
    ActionMove,
    Finding,
    FindingTheme,
    Recommendation,
    RecommendationMove,
    RecommendationSource,
    RecommendationTheme,
)
from goldenthread.foundations.thread.rules import ACTION, RECOMMENDATION, themes
from goldenthread.foundations.thread.rules.kinds import FindingKind
from goldenthread.foundations.trail import actions as trail


class UnknownTheme(ValueError):
    """A theme that is in no list of the partnership."""


@transaction.atomic
def record_finding(
    *,
    source: Any = "",
    source_title: str = "",
    kind: str,
    text: str,
    themes: Iterable[str] = (),
    found_on: date | None = None,
    organisation_id: int | None = None,
    by: Any,
) -> Finding:
    """What was found, where. `themes` are keys ("panel-2020:leadership"); ValueError for a wrong one."""
    insist(permissions.may_record_finding(by))
    finding = Finding.objects.create(
        **signed(by),
        **from_source(source, source_title),
        kind=FindingKind(kind),
        text=text.strip(),
        found_on=found_on or today(),
        organisation_id=organisation_id,
    )
    rows = [FindingTheme(finding=finding, **theme) for theme in _themes(themes, by)]
    FindingTheme.objects.bulk_create(rows)
    trail.record(by=by, did="recorded a finding", to=finding, kind=finding.kind)
    return finding


@transaction.atomic
def record_recommendation(
    *,
    text: str,
    findings: Iterable[Finding] = (),
    source: Any = "",
    source_title: str = "",
    themes: Iterable[str] = (),
    made_on: date | None = None,
    due_on: date | None = None,
    reference: str = "",
    owner_group_id: int | None = None,
    owner_organisation_id: int | None = None,
    owner_seat_id: int | None = None,
    repeats: Recommendation | None = None,
    by: Any,
) -> Recommendation:
    """What should change, tied to the findings it rests on. It starts as proposed."""
    insist(permissions.may_record_recommendation(by))
    recommendation = Recommendation.objects.create(
        **signed(by),
        **from_source(source, source_title),
        reference=reference,
        text=text.strip(),
        made_on=made_on or today(),
        due_on=due_on,
        stage_since=today(),
        owner_group_id=owner_group_id,
        owner_organisation_id=owner_organisation_id,
        owner_seat_id=owner_seat_id,
        repeats=repeats,
    )
    _begin_recommendation(recommendation, findings, themes, by)
    trail.record(by=by, did="made a recommendation", to=recommendation)
    return recommendation


def _begin_recommendation(recommendation, findings, themes, by) -> None:
    RecommendationMove.objects.create(
        **signed(by), recommendation=recommendation, step="propose", now=RECOMMENDATION.initial
    )
    RecommendationTheme.objects.bulk_create(
        RecommendationTheme(recommendation=recommendation, **theme) for theme in _themes(themes, by)
    )
    RecommendationSource.objects.bulk_create(
        RecommendationSource(
            partnership_id=by.partnership_id, recommendation=recommendation, finding=finding
        )
        for finding in findings
    )


@transaction.atomic
def link_finding(*, finding: Finding, recommendation: Recommendation, by: Any) -> None:
    """Say that a finding also led to this recommendation. Said twice, it changes nothing."""
    insist(permissions.may_record_recommendation(by))
    RecommendationSource.objects.get_or_create(
        partnership_id=by.partnership_id, recommendation=recommendation, finding=finding
    )
    trail.record(by=by, did="linked a finding", to=recommendation, finding=finding.pk)


@transaction.atomic
def record_action(
    *,
    text: str,
    recommendation: Recommendation | None = None,
    source: Any = "",
    source_title: str = "",
    due_on: date | None = None,
    owner_organisation_id: int | None = None,
    owner_seat_id: int | None = None,
    owner_name: str = "",
    owner_email: str = "",
    reference: str = "",
    priority: str = "",
    by: Any,
) -> Action:
    """What somebody is to do by a day; for a recommendation, or straight from a meeting."""
    insist(permissions.may_record_action(by, recommendation))
    if recommendation is not None and not (source or source_title):
        source, source_title = recommendation.source, recommendation.source_title
    action = Action.objects.create(
        **signed(by),
        **from_source(source, source_title),
        **numbering.given(reference, by.partnership_id),
        text=text.strip(),
        recommendation=recommendation,
        owner_organisation_id=owner_organisation_id,
        owner_seat_id=owner_seat_id,
        owner_name=owner_name,
        owner_email=owner_email,
        priority=priority,
        due_on=due_on,
        first_due_on=due_on,
        stage_since=today(),
        recorded_on=today(),
        heard_on=today(),
    )
    ActionMove.objects.create(**signed(by), action=action, step="set", now=ACTION.initial)
    put_on_inbox(action, by=by)
    trail.record(by=by, did="set an action", to=action)
    return action


def _themes(keys: Iterable[str], by: Any) -> list[dict[str, Any]]:
    """The columns of each theme row, each key once."""
    keys = list(dict.fromkeys(keys))
    known = queries.themes_of(by.partnership_id) if keys else {}
    unknown = [key for key in keys if key not in known]
    if unknown:
        raise UnknownTheme(f"“{unknown[0]}” is in no list of themes")
    parted = [themes.split(key) for key in keys]
    return [
        {"partnership_id": by.partnership_id, "edition": edition, "code": code}
        for edition, code in parted
    ]
