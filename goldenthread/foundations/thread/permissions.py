"""Who may do what in the thread. Each answer is a Decision: yes, or no with its reason."""

from goldenthread.foundations.people.entrances import ByLink, Entrance, seats
from goldenthread.foundations.people.members import Guest
from goldenthread.foundations.thread.rules import ACTION, RECOMMENDATION, owners, who
from goldenthread.foundations.thread.rules.action_stages import OPEN, WAITING_FOR_OWNER
from goldenthread.foundations.thread.rules.recommendation_stages import MAY_BE_TESTED
from goldenthread.kernel.decision import YES, Decision, every, no

LINK = "update an action"
READING, TYPING, MANAGING = seats(who.READERS), seats(who.TYPES_IN), seats(who.MANAGES)
UPDATING, SIGNING = seats(who.MAY_UPDATE), seats(who.MAY_SIGN_OFF)
PAGES: dict[str, Entrance] = {
    "thread:index": READING,
    "thread:capture": seats(who.RECOMMENDS),
    "thread:new-action": seats(who.RECOMMENDS),
    "thread:action": READING,
    "thread:action-update": UPDATING,
    "thread:action-see": SIGNING,
    "thread:extension-answer": MANAGING,
    "thread:action-rating": SIGNING,
    "thread:action-edit": TYPING,
    "thread:action-step": SIGNING,
    "thread:recommendations": READING,
    "thread:recommendation": READING,
    "thread:new-recommendation": seats(who.RECOMMENDS),
    "thread:recommendation-step": seats(who.MAY_TEST, who.TYPES_IN),
    "thread:recommendation-see": SIGNING,
    "thread:recommendation-evidence": seats(who.MAY_UPDATE, who.MAY_TEST),
    "thread:recommendation-test": seats(who.MAY_TEST),
    "thread:findings": READING,
    "thread:finding": READING,
    "thread:new-finding": seats(who.FINDS),
    "thread:picture": READING,
    "thread:action-ask": TYPING,
    "thread:review": READING,
    "thread:review-organisation": READING,
    "thread:settings": MANAGING,
    "thread:by-link": ByLink(LINK),
    "thread:export": READING,
    "thread:export-as": READING,
    "thread:import": TYPING,
    "thread:import-example": TYPING,
    "thread:import-table": TYPING,
    "thread:import-columns": TYPING,
    "thread:import-organisations": TYPING,
    "thread:import-preview": TYPING,
}

NOT_YOURS = "This action belongs to another organisation"
NOT_OPEN = "This action is no longer open. Re-open it first"
NOT_ASKED = "Your link is for other actions"


def _holds(by, roles, reason: str) -> Decision:
    return YES if by.has(*roles) else no(reason)


def may_record_finding(by) -> Decision:
    return _holds(by, who.FINDS, "Your role does not record findings. Ask the business unit")


def may_record_recommendation(by) -> Decision:
    return _holds(by, who.RECOMMENDS, "Your role does not make recommendations")


def may_record_action(by) -> Decision:
    return _holds(by, who.RECOMMENDS, "Your role does not set actions. Ask the business unit")


def may_ask_owner(by) -> Decision:
    return _holds(by, who.TYPES_IN, "The business unit asks owners by e-mail")


def may_edit(by) -> Decision:
    return _holds(by, who.TYPES_IN, "The business unit changes owners and wording")


def may_import(by) -> Decision:
    return _holds(by, who.TYPES_IN, "The business unit brings in action logs")


def may_manage(by) -> Decision:
    return _holds(by, who.MANAGES, "This is for the business manager and the coordinator")


def may_update(by, action) -> Decision:
    """Tell progress, give evidence, ask for more time. A guest may for what the link asks about."""
    if isinstance(by, Guest):
        return YES if _was_asked(by, action) else no(NOT_ASKED)
    if not by.has(*who.MAY_UPDATE):
        return no("Your role reads the tracker and does not change it")
    if by.has(*who.TYPES_IN, *who.MAY_SIGN_OFF) or _owns(by, action):
        return YES
    return no(NOT_YOURS)


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
        _holds(by, who.MAY_SIGN_OFF, "Ratings are set by managers and chairs"), _is_open(action)
    )


def may_take_action_step(step: str, by, action, *, given_by: list[int | None]) -> Decision:
    """`given_by` are the people who gave its evidence; asked only of the step that needs it."""
    if isinstance(by, Guest):
        follows = step == "report-done" and action.stage in WAITING_FOR_OWNER
        return every(may_update(by, action), YES if follows else no(NOT_OPEN))
    allowed = ACTION.may_take(step, at=action.stage, roles=by.roles)
    if step in ("start", "report-done"):
        return every(allowed, may_update(by, action))
    if step == "see-evidence":
        return every(allowed, _other_than_owner(action, by, given_by))
    return allowed


def may_give_recommendation_evidence(by, recommendation) -> Decision:
    if by.has(*who.TYPES_IN, *who.MAY_TEST):
        return YES
    own = by.organisation_id and by.organisation_id == recommendation.owner_organisation_id
    return YES if own and by.has(*who.MAY_UPDATE) else no("Only its owners give evidence of it")


def may_take_step(step: str, by, recommendation, *, standing) -> Decision:
    """`standing` is what queries.standing_of tells: open actions, evidence and the last test."""
    allowed = RECOMMENDATION.may_take(step, at=recommendation.stage, roles=by.roles)
    if step == "complete":
        return every(allowed, standing.all_actions_settled)
    if step == "see-evidence":
        return every(allowed, _other_than_owner(recommendation, by, standing.evidence_given_by))
    if step == "embed":
        return every(allowed, standing.last_test_passed)
    return allowed


def may_test(by, recommendation) -> Decision:
    """A test may follow seen evidence, and again whenever it was tested before."""
    if recommendation.stage not in MAY_BE_TESTED:
        return no("A test in practice comes after the evidence has been seen")
    return _holds(by, who.MAY_TEST, "Tests are recorded by managers, chairs and the scrutineer")


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


def _other_than_owner(thing, by, given_by: list[int | None]) -> Decision:
    person = thing.owner_seat.person_id if thing.owner_seat_id else None
    return owners.may_see_evidence(
        owner=owners.Owner(person, thing.owner_organisation_id),
        given_by=given_by,
        person_id=by.person_id,
        organisation_id=by.organisation_id,
    )
