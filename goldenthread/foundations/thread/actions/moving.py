"""Move an action from stage to stage: the row is locked, the rule is asked, the move is kept."""

from typing import Any

from django.db import transaction

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import permissions, queries
from goldenthread.foundations.thread.actions.due import put_on_inbox
from goldenthread.foundations.thread.actions.signing import signed
from goldenthread.foundations.thread.models import Action, ActionMove, Sight
from goldenthread.foundations.thread.rules import ACTION
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def take_action_step(
    step: str, *, action: Action, reason: str = "", sight: Sight | None = None, by: Any
) -> Action:
    """Take a step of rules.ACTION. PermissionDenied, with the reason, if it may not be taken."""
    action = locked(action)
    givers = queries.evidence_givers(action)
    insist(permissions.may_take_action_step(step, by, action, given_by=givers))
    insist(ACTION.heard(reason, for_step=step, at=action.stage))
    return _move(action, step, reason, sight, by)


def locked(action: Action) -> Action:
    """The same row, held until the end of the transaction; whoever asks next waits."""
    held = Action.objects.select_for_update(of=("self",)).select_related(
        "owner_seat", "recommendation"
    )
    return held.prefetch_related("askings").get(pk=action.pk)


def begin(action: Action, by: Any) -> None:
    """The first progress told starts an action, so that nobody has to say so too."""
    if action.stage == ActionStage.NOT_STARTED:
        _move(action, "start", "", None, by)


def _move(action: Action, step: str, reason: str, sight: Sight | None, by: Any) -> Action:
    was, action.stage = action.stage, ACTION.after(step, at=action.stage)
    action.stage_since = action.heard_on = today()
    action.done_on = action.stage_since if step == "report-done" else action.done_on
    action.save(update_fields=["stage", "stage_since", "heard_on", "done_on", "changed_at"])
    ActionMove.objects.create(
        **signed(by),
        action=action,
        step=step,
        was=was,
        now=action.stage,
        reason=reason.strip(),
        sight=sight,
    )
    put_on_inbox(action, by=by)
    trail.record(by=by, did=step, to=action, was=was, now=action.stage)
    return action
