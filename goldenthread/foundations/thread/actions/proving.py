"""Give evidence, see it, and test in practice whether anything changed."""

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.documents import actions as documents
from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import permissions, queries
from goldenthread.foundations.thread.actions import moving, recommending
from goldenthread.foundations.thread.actions.signing import from_source, signed
from goldenthread.foundations.thread.models import (
    Action,
    Evidence,
    Recommendation,
    Sight,
    TestInPractice,
)
from goldenthread.foundations.thread.rules.kinds import TestMethod, TestResult
from goldenthread.foundations.thread.rules.recommendation_stages import (
    RecommendationStage as Stage,
)
from goldenthread.foundations.trail import actions as trail
from goldenthread.foundations.trail.actions import reference


@transaction.atomic
def add_evidence(
    *, of: Action | Recommendation, text: str, address: str = "", upload: Any = None, by: Any
) -> Evidence:
    """What shows that it was done. A file that is refused raises documents.inspection.Refused."""
    held = _held(of)
    if isinstance(held, Action):
        insist(permissions.may_give_evidence(by, held))
    else:
        insist(permissions.may_give_recommendation_evidence(by, held))
    if address and not address.startswith(("https://", "http://")):
        raise ValueError("A web address begins with https:// or http://")
    document = _kept(upload, held, by) if upload else None
    evidence = Evidence.objects.create(
        **signed(by), **_about(held), text=text.strip(), address=address, document=document
    )
    if isinstance(held, Action):
        held.heard_on = today()
        held.save(update_fields=["heard_on", "changed_at"])
    trail.record(by=by, did="gave evidence", to=held, evidence=evidence.pk)
    return evidence


@transaction.atomic
def see_evidence(*, of: Action | Recommendation, enough: bool, said: str = "", by: Any) -> Sight:
    """Someone other than the owner has looked. Enough moves it on; not enough sends an action back."""
    held = _held(of)
    sight = Sight(**signed(by), **_about(held), enough=enough, said=said.strip())
    if isinstance(held, Action):
        step = "see-evidence" if enough else "send-back"
        _may_see(held, by)
        sight.save()
        moving.take_action_step(step, action=held, reason=said, sight=sight, by=by)
        return sight
    standing = queries.standing_of(held)
    insist(permissions.may_take_step("see-evidence", by, held, standing=standing))
    sight.save()
    if enough:
        recommending.take_step("see-evidence", recommendation=held, sight=sight, by=by)
    else:
        trail.record(by=by, did="found the evidence not enough", to=held, sight=sight.pk)
    return sight


@transaction.atomic
def record_test(
    *,
    recommendation: Recommendation,
    method: str,
    tested_on: date,
    result: str,
    seen: str,
    sample: int | None = None,
    source: Any = "",
    source_title: str = "",
    by: Any,
) -> TestInPractice:
    """What somebody saw when they looked whether practice changed. A failed test re-opens it at once."""
    held = recommending.locked(recommendation)
    insist(permissions.may_test(by, held))
    test = TestInPractice.objects.create(
        **signed(by),
        **from_source(source, source_title),
        recommendation=held,
        method=TestMethod(method),
        tested_on=tested_on,
        result=TestResult(result),
        seen=seen.strip(),
        sample=sample,
    )
    trail.record(by=by, did="tested in practice", to=held, test=test.pk, result=test.result)
    if held.stage == Stage.EVIDENCE_SEEN:
        held = recommending.take_step("test", recommendation=held, test=test, by=by)
    if test.result == TestResult.FAILED:
        why = f"A test in practice failed: {test.method}, {test.tested_on:%-d %B %Y}"
        recommending.take_step("re-open", recommendation=held, reason=why, test=test, by=by)
    return test


def _may_see(action: Action, by: Any) -> None:
    """Sending back asks the same as agreeing: owners do not judge their own evidence."""
    givers = queries.evidence_givers(action)
    insist(permissions.may_take_action_step("see-evidence", by, action, given_by=givers))


def _held(thing: Action | Recommendation) -> Any:
    return moving.locked(thing) if isinstance(thing, Action) else recommending.locked(thing)


def _about(thing: Action | Recommendation) -> dict[str, Any]:
    return {"action": thing} if isinstance(thing, Action) else {"recommendation": thing}


def _kept(upload: Any, thing: Action | Recommendation, by: Any):
    return documents.keep(
        upload,
        title=upload.name,
        classification=Classification.PARTNERSHIP,
        about=reference(thing),
        by=by,
    )
