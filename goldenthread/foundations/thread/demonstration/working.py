"""The actions under a recommendation of the demonstration, each with its own history."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from goldenthread.foundations.thread.demonstration.fates import Fate
from goldenthread.foundations.thread.demonstration.lessons import Lesson
from goldenthread.foundations.thread.models import (
    Action,
    ActionMove,
    Evidence,
    Extension,
    ProgressNote,
    Recommendation,
    Sight,
)
from goldenthread.foundations.thread.rules.action_stages import ActionStage as S

if TYPE_CHECKING:
    from goldenthread.foundations.thread.demonstration.weaving import Weaver

NOTES = (
    "Draft agreed with the teams; waiting for sign-off.",
    "Two of three teams have done it.",
    "Delayed: the lead officer has left and the post is vacant.",
    "On the agenda of the next sub-group.",
    "Pilot finished; we will widen it after half term.",
)
REASONS = (
    "The lead officer has left; the post is being filled.",
    "The software change was put back by the supplier.",
    "Two schools have still to be trained.",
)
AFTER_START = (S.IN_PROGRESS, S.REPORTED_DONE, S.COMPLETE)


def work_on(
    weaver: "Weaver", advice: Recommendation, lesson: Lesson, fate: Fate, number: int
) -> list[Action]:
    """Two or three actions, 350 in all; those of a finished recommendation are complete."""
    if fate.actions == "none":
        return []
    texts = weaver.chance.sample(lesson.actions, 3 if number % 8 < 5 else 2)
    stages = [S.COMPLETE] * len(texts) if fate.actions == "done" else _open(weaver, len(texts))
    return [
        _action(weaver, advice, lesson, text, stage)
        for text, stage in zip(texts, stages, strict=True)
    ]


def _open(weaver: "Weaver", many: int) -> list[S]:
    likely = [S.NOT_STARTED, S.IN_PROGRESS, S.IN_PROGRESS, S.REPORTED_DONE, S.COMPLETE]
    return [S.IN_PROGRESS, *weaver.chance.choices(likely, k=many - 1)]


def _action(
    weaver: "Weaver", advice: Recommendation, lesson: Lesson, text: str, stage: S
) -> Action:
    owner = weaver.chance.choice(weaver.owning)
    set_on = weaver.after(advice.made_on, 3, 20)
    first, due = _dates(weaver, set_on, stage)
    action = weaver.add(
        Action,
        set_on,
        weaver.keeper,
        text=weaver.filled(text),
        recommendation=advice,
        source_title=advice.source_title,
        owner_organisation_id=owner.organisation,
        owner_seat_id=owner.seat,
        owner_name="",
        due_on=due,
        first_due_on=first,
        stage=stage,
        stage_since=set_on,
        recorded_on=set_on,
        heard_on=set_on,
    )
    if due > first:
        _extended(weaver, action, first, due, owner)
    _happen(weaver, action, lesson, owner)
    return action


def _dates(weaver: "Weaver", set_on: date, stage: S) -> tuple[date, date]:
    """What was promised first, and what is promised now. Some that are open are late."""
    first = set_on + timedelta(days=weaver.chance.choice((60, 90, 120, 180)))
    if stage == S.COMPLETE or first >= weaver.today - timedelta(days=30):
        return first, first
    moved = timedelta(days=weaver.chance.randint(-60, 210))
    return first, max(first, weaver.today + moved)


def _happen(weaver: "Weaver", action: Action, lesson: Lesson, owner) -> None:
    _move(weaver, action, action.recorded_on, "set", "", S.NOT_STARTED, weaver.keeper)
    if action.stage not in AFTER_START:
        return
    day = weaver.after(action.recorded_on, 5, 40)
    weaver.add(ProgressNote, day, owner, action=action, text=weaver.chance.choice(NOTES))
    _move(weaver, action, day, "start", S.NOT_STARTED, S.IN_PROGRESS, owner)
    if action.stage == S.IN_PROGRESS:
        _lately(weaver, action, owner)
        return
    day = weaver.after(day, 10, 60)
    weaver.add(Evidence, day, owner, action=action, text=lesson.evidence[0])
    _move(weaver, action, day, "report-done", S.IN_PROGRESS, S.REPORTED_DONE, owner)
    action.done_on = day
    if action.stage == S.COMPLETE:
        day = weaver.after(day, 2, 25)
        sight = weaver.add(Sight, day, weaver.keeper, action=action, enough=True)
        _move(
            weaver,
            action,
            day,
            "see-evidence",
            S.REPORTED_DONE,
            S.COMPLETE,
            weaver.keeper,
            sight=sight,
        )


def _extended(weaver: "Weaver", action: Action, first: date, due: date, owner) -> None:
    """The later date was asked for and granted before the first had passed."""
    asked = max(first - timedelta(days=6), action.recorded_on)
    weaver.add(
        Extension,
        asked,
        owner,
        action=action,
        was_due_on=first,
        wanted_on=due,
        reason=weaver.chance.choice(REASONS),
        granted=True,
        decided_at=weaver.moment(weaver.after(asked, 1, 4)),
        decided_by=weaver.keeper.by,
    )


def _lately(weaver: "Weaver", action: Action, owner) -> None:
    """Most open actions were told something not long ago; the others have gone quiet."""
    if weaver.chance.random() < 0.7:
        day = weaver.today - timedelta(days=weaver.chance.randint(1, 55))
        day = max(day, action.heard_on)
        weaver.add(ProgressNote, day, owner, action=action, text=weaver.chance.choice(NOTES))
        action.heard_on = day


def _move(weaver, action, day, step, was, now, hand, sight=None) -> None:
    weaver.add(ActionMove, day, hand, action=action, step=step, was=was, now=now, sight=sight)
    action.stage_since = action.heard_on = day
