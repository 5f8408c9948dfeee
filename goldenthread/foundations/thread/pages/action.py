"""One action: what, who, by when, how it stands, what may be done now, and what happened."""

from dataclasses import dataclass
from datetime import date

from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.pages import history, tags
from goldenthread.foundations.thread.pages.owners import owner_in_words
from goldenthread.foundations.thread.queries.history import Happened
from goldenthread.foundations.thread.queries.ratings import rating_of
from goldenthread.foundations.thread.rules import ACTION
from goldenthread.foundations.thread.rules.action_stages import WAITING_FOR_OWNER, ActionStage
from goldenthread.foundations.thread.rules.ratings import Thresholds

ASKS_ONLY_WHY = ("close", "re-open")


@dataclass(frozen=True)
class Asked:
    """An extension that waits for an answer."""

    pk: int
    wanted: str
    reason: str
    by: str


@dataclass(frozen=True)
class ActionPage:
    pk: int
    reference: str
    text: str
    owner: str
    owner_email: str
    due: str
    first_due: str
    priority: str
    source: str
    recommendation: tuple[int, str] | None
    stage: dict[str, str]
    rating: dict[str, str]
    why: str
    history: list[history.Line]
    steps: list
    may_update: bool
    may_see: bool
    why_not_see: str
    may_rate: bool
    may_edit: bool
    may_ask: bool
    waiting: Asked | None
    may_answer: bool


def page_of(
    action, member, happened: list[Happened], thresholds: Thresholds, today: date
) -> ActionPage:
    rating = rating_of(action, thresholds, today)
    moved = action.first_due_on != action.due_on
    advice = action.recommendation
    return ActionPage(
        pk=action.pk,
        reference=action.reference,
        text=action.text,
        owner=owner_in_words(action),
        owner_email=action.owner_email,
        due=day(action.due_on),
        first_due=day(action.first_due_on) if moved else "",
        priority=action.priority,
        source=action.source_title,
        recommendation=(advice.pk, advice.text) if advice else None,
        stage=tags.action_tag(action.stage),
        rating=tags.rating_tag(rating.rag),
        why=rating.why,
        history=history.of_action(happened),
        **_what_may_be_done(action, member, happened),
    )


def _what_may_be_done(action, member, happened: list[Happened]) -> dict:
    givers = [one.person_id for one in happened if one.what == "evidence"]
    see = permissions.may_take_action_step("see-evidence", member, action, given_by=givers)
    is_reported = action.stage == ActionStage.REPORTED_DONE
    waiting = next((o for o in happened if o.what == "extension" and not o.state), None)
    return {
        "steps": _buttons(action, member),
        "may_update": bool(permissions.may_give_evidence(member, action)) and not is_reported,
        "may_see": bool(see),
        "why_not_see": see.reason if is_reported and not see else "",
        "may_rate": bool(permissions.may_rate(member, action)),
        "may_ask": bool(permissions.may_ask_owner(member))
        and action.stage in WAITING_FOR_OWNER
        and bool(action.owner_email or action.owner_seat_id),
        "may_edit": bool(permissions.may_edit(member)),
        "waiting": _asked(waiting) if waiting else None,
        "may_answer": bool(permissions.may_answer_extension(member, action)),
    }


def _buttons(action, member) -> list:
    """The steps that ask only why, where the member may take them."""
    steps = [s for s in ACTION.steps_from(action.stage) if s.name in ASKS_ONLY_WHY]
    may = permissions.may_take_action_step
    return [step for step in steps if may(step.name, member, action, given_by=[])]


def _asked(one: Happened) -> Asked:
    return Asked(one.number, day(date.fromisoformat(one.more)), one.said, one.by)
