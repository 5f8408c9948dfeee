"""Who may do what with the plan, its ballots and its shared themes."""

from goldenthread.capabilities.business_plan.rules import PLAN, Stage, who
from goldenthread.foundations.people.entrances import Entrance, seats
from goldenthread.kernel.decision import YES, Decision, every, no

READING, TYPING, MANAGING = seats(who.READS), seats(who.TYPES_IN), seats(who.MANAGES)
_READ = (
    "index", "plans", "plan", "one_page", "export", "objective", "progress", "ballots", "ballot",
    "vote", "themes",
)  # fmt: skip
_TYPE = (
    "new_plan", "edit_plan", "add_priority", "edit_priority", "add_objective", "edit_objective",
    "add_link", "remove_link", "bring", "preview", "columns", "drop", "add_theme", "edit_theme",
    "report_theme", "end_theme",
)  # fmt: skip
_MANAGE = ("plan_step", "rate", "new_ballot", "close_ballot", "plan_from_ballot")
PAGES: dict[str, Entrance] = {
    f"business_plan:{page}": entrance
    for pages, entrance in ((_READ, READING), (_TYPE, TYPING), (_MANAGE, MANAGING))
    for page in pages
}


def may_type(by) -> Decision:
    """Write plans, priorities, objectives and shared themes, and bring plans in."""
    return (
        YES if by.has(*who.TYPES_IN) else no("The business unit keeps the plan. Ask it to change")
    )


def may_manage(by) -> Decision:
    return (
        YES if by.has(*who.MANAGES) else no("This is for the business manager and the coordinator")
    )


def may_edit(by, plan) -> Decision:
    return every(may_type(by), _has_not_ended(plan))


def may_take(step: str, by, plan) -> Decision:
    return PLAN.may_take(step, at=plan.stage, roles=by.roles)


def may_rate(by, objective) -> Decision:
    return every(may_manage(by), _has_not_ended(objective.plan))


def may_tell_progress(by, objective) -> Decision:
    """The business unit, and whoever answers for it: its people, organisations, and groups' chairs."""
    if by.has(*who.TYPES_IN) or any(_owns(by, owner) for owner in objective.owners.all()):
        return _has_not_ended(objective.plan)
    return no("Progress is told by those who answer for the objective, and by the business unit")


def may_vote(by, ballot, *, has_voted: bool, is_open: bool) -> Decision:
    if not by.has(*who.READS) or by.seat_id is None:
        return no("Members at the partnership's table vote")
    if has_voted:
        return no(
            "You have voted. A paper cannot be taken back, because nobody knows which is yours"
        )
    return YES if is_open else no("The ballot is closed")


def may_see_result(*, is_open: bool) -> Decision:
    """So that nobody votes by how others have voted."""
    return no("The ranking is shown when the ballot has closed") if is_open else YES


def _owns(by, owner) -> bool:
    if owner.seat_id:
        return owner.seat_id == by.seat_id
    if owner.organisation_id:
        return owner.organisation_id == by.organisation_id
    return owner.group_id is not None and owner.group_id in by.groups_chaired


def _has_not_ended(plan) -> Decision:
    return (
        no("The plan has ended. Put it back into force first") if plan.stage == Stage.ENDED else YES
    )


def may_read(by) -> Decision:
    return YES if by.has(*who.READS) else no("The plan is for members at the partnership's table")
