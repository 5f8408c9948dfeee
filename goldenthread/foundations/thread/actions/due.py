"""Keep the inbox in step with an action: what its owner should do, or what should be looked at."""

from datetime import date
from typing import Any

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.thread.models import Action
from goldenthread.foundations.thread.rules.action_stages import SETTLED, ActionStage
from goldenthread.foundations.thread.rules.who import MANAGES
from goldenthread.foundations.trail.actions import reference


def put_on_inbox(action: Action, *, by: Any) -> None:
    """One line on the inbox of the owner; once reported done, of those who may see the evidence."""
    about, due_on = reference(action), _day(action)
    if due_on is None:
        clocks.settle(about, by=by)
        return
    clocks.set_due(
        about,
        title=_title(action),
        due_on=due_on,
        page="thread:action",
        page_kwargs={"pk": action.pk},
        partnership_id=action.partnership_id,
        by=by,
        **_whom(action),
    )


def _is_reported(action: Action) -> bool:
    return action.stage == ActionStage.REPORTED_DONE


def _title(action: Action) -> str:
    verb = "See the evidence of action" if _is_reported(action) else "Update action"
    return f"{verb} {action.reference or action.pk}"


def _whom(action: Action) -> dict[str, Any]:
    if _is_reported(action) or not (action.owner_seat_id or action.owner_organisation_id):
        return {"roles": MANAGES}
    if action.owner_seat_id:
        return {"seat_id": action.owner_seat_id}
    return {
        "organisation_id": action.owner_organisation_id,
        "roles": ("agency lead", "contributor"),
    }


def put_new_on_inbox(actions: list[Action]) -> None:
    """Many at once, none of which was there before."""
    days = [(action, _day(action)) for action in actions]
    lines = [_line(action, due_on) for action, due_on in days if due_on]
    Due.objects.bulk_create(lines, batch_size=500)


def _day(action: Action) -> date | None:
    """By when something should be done about it, or None if nothing waits."""
    if action.stage in SETTLED:
        return None
    return today() if _is_reported(action) else action.due_on


def _line(action: Action, due_on: date) -> Due:
    whom = _whom(action)
    return Due(
        partnership_id=action.partnership_id,
        about=reference(action),
        title=_title(action),
        due_on=due_on,
        page="thread:action",
        page_kwargs={"pk": action.pk},
        **{**whom, "roles": sorted(whom.get("roles", ()))},
    )
