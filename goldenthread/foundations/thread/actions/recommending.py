"""Move a recommendation from stage to stage."""

from typing import Any

from django.db import transaction

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import permissions, queries
from goldenthread.foundations.thread.actions.signing import signed
from goldenthread.foundations.thread.models import (
    Recommendation,
    RecommendationMove,
    Sight,
    TestInPractice,
)
from goldenthread.foundations.thread.rules import RECOMMENDATION
from goldenthread.foundations.thread.rules.recommendation_stages import (
    BY_EVIDENCE,
    BY_TEST,
    NAMES_ANOTHER,
)
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no


@transaction.atomic
def take_step(
    step: str,
    *,
    recommendation: Recommendation,
    reason: str = "",
    led_to: Recommendation | None = None,
    sight: Sight | None = None,
    test: TestInPractice | None = None,
    by: Any,
) -> Recommendation:
    """Take a step of rules.RECOMMENDATION. PermissionDenied, with the reason, if it may not be taken.

    `sight` and `test` are given by the actions that record them; `led_to` by supersede and merge.
    """
    held = locked(recommendation)
    insist(permissions.may_take_step(step, by, held, standing=queries.standing_of(held)))
    insist(RECOMMENDATION.heard(reason, for_step=step, at=held.stage))
    insist(_has_what_it_rests_on(step, held, led_to, sight, test))
    was, held.stage = held.stage, RECOMMENDATION.after(step, at=held.stage)
    held.stage_since = today()
    held.led_to = led_to if step in NAMES_ANOTHER else None if step == "re-open" else held.led_to
    held.save(update_fields=["stage", "stage_since", "led_to", "changed_at"])
    RecommendationMove.objects.create(
        **signed(by),
        recommendation=held,
        step=step,
        was=was,
        now=held.stage,
        reason=reason.strip(),
        sight=sight,
        test=test,
    )
    trail.record(by=by, did=step, to=held, was=was, now=held.stage)
    return held


def locked(recommendation: Recommendation) -> Recommendation:
    """The same row, held until the end of the transaction; whoever asks next waits."""
    held = Recommendation.objects.select_for_update(of=("self",)).select_related("owner_seat")
    return held.get(pk=recommendation.pk)


def _has_what_it_rests_on(step, held, led_to, sight, test) -> Decision:
    """A stage that says “seen” or “tested” must point at who saw it and at what the test showed."""
    if step == BY_EVIDENCE and sight is None:
        return no("Say that you have seen the evidence, on its own page")
    if step == BY_TEST and test is None:
        return no("Record the test in practice, with its result")
    if step == "merge" and led_to is None:
        return no("Choose the recommendation that this one is merged with")
    if led_to is not None and led_to.pk == held.pk:
        return no("A recommendation cannot be merged with itself or supersede itself")
    return YES
