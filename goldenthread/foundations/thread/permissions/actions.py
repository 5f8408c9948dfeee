from goldenthread.foundations.people.members import Guest
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.thread.permissions.keeping import may_manage
from goldenthread.foundations.thread.permissions.reach import (
    holds,
    is_chaired,
    other_than_owner,
    within_reach,
)
from goldenthread.foundations.thread.rules import ACTION, who
from goldenthread.foundations.thread.rules.action_stages import OPEN, WAITING_FOR_OWNER
from goldenthread.kernel.decision import YES, Decision, every, no

NOT_YOURS = "This action belongs to another organisation"
NOT_YOUR_GROUPS = "This action belongs to another organisation, and your group did not ask for it"
NOT_OPEN = "This action is no longer open. Re-open it first"
NOT_ASKED = "Your link is for other actions"


def may_record_action(by, recommendation=None) -> Decision:
    """Anyone who recommends captures an action; under a recommendation, a chair under the own group's."""
    allowed = holds(by, who.RECOMMENDS, "Your role does not set actions. Ask the business unit")
    if recommendation is None:
        return allowed
    return every(allowed, within_reach(by, recommendation, who.RECOMMENDS))


def may_ask_owner(by) -> Decision:
    return holds(by, who.TYPES_IN, "The business unit asks owners by e-mail")


def may_edit(by) -> Decision:
    return holds(by, who.TYPES_IN, "The business unit changes owners and wording")


def may_update(by, action) -> Decision:
    """Tell progress, give evidence, ask for more time. A guest may for what the link asks about."""
    if isinstance(by, Guest):
        return YES if _was_asked(by, action) else no(NOT_ASKED)
    if not by.has(*who.MAY_UPDATE):
        return no("Your role reads the tracker and does not change it")
    if by.has(*who.TYPES_IN) or _owns(by, action) or is_chaired(by, action.recommendation):
        return YES
    return no(NOT_YOUR_GROUPS if by.has(Role.GROUP_CHAIR) else NOT_YOURS)


def may_give_evidence(by, action) -> Decision:
    return every(may_update(by, action), _is_open(action))


def may_ask_extension(by, action) -> Decision:
    return every(may_update(by, action), _is_open(action))


def may_answer_extension(by, action) -> Decision:
    if action.owner_seat_id and action.owner_seat_id == by.seat_id:
        return every(may_manage(by), no("You own this action, so someone else decides"))
    return may_manage(by)


def may_rate(by, action) -> Decision:
    return every(
        holds(by, who.MAY_SIGN_OFF, "Ratings are set by managers and chairs"),
        within_reach(by, action.recommendation, who.MAY_SIGN_OFF),
        _is_open(action),
    )


def may_take_action_step(step: str, by, action, *, given_by: list[int | None]) -> Decision:
    """`given_by` are the people who gave its evidence; asked only of the step that needs it."""
    if isinstance(by, Guest):
        follows = step == "report-done" and action.stage in WAITING_FOR_OWNER
        return every(may_update(by, action), YES if follows else no(NOT_OPEN))
    allowed = ACTION.may_take(step, at=action.stage, roles=by.roles)
    if not allowed:
        return allowed
    if step in ("start", "report-done"):
        return may_update(by, action)
    reach = within_reach(by, action.recommendation, who.MAY_SIGN_OFF)
    if step == "see-evidence":
        return every(reach, other_than_owner(action, by, given_by))
    return reach


def _owns(by, action) -> bool:
    if action.owner_seat_id and action.owner_seat_id == by.seat_id:
        return True
    return bool(by.organisation_id) and by.organisation_id == action.owner_organisation_id


def _was_asked(guest: Guest, action) -> bool:
    """`action.askings` is filtered by the query that found it; see queries.actions_asked_of."""
    kind, _, number = guest.grant.partition(":")
    asked = {str(asked.asking_id) for asked in action.askings.all()}
    return kind == "thread.asking" and number in asked


def _is_open(action) -> Decision:
    return YES if action.stage in OPEN else no(NOT_OPEN)
