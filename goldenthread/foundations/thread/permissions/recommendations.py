"""Who records, rewords, moves on and tests what was found and what is recommended."""

from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.thread.permissions.reach import (
    holds,
    is_chaired,
    other_than_owner,
    within_reach,
)
from goldenthread.foundations.thread.rules import RECOMMENDATION, who
from goldenthread.foundations.thread.rules.recommendation_stages import MAY_BE_TESTED
from goldenthread.kernel.decision import YES, Decision, every, no


def may_record_finding(by) -> Decision:
    return holds(by, who.FINDS, "Your role does not record findings. Ask the business unit")


def may_reword_finding(by, finding) -> Decision:
    """The business unit, and whoever wrote it while they may still write findings."""
    if by.has(*who.TYPES_IN) or (finding.person_id and finding.person_id == by.person_id):
        return may_record_finding(by)
    return no("A finding is reworded by the business unit or by the person who recorded it")


def may_record_recommendation(by) -> Decision:
    return holds(by, who.RECOMMENDS, "Your role does not make recommendations")


def may_edit_recommendation(by, recommendation) -> Decision:
    """Its wording and its owner: the business unit, and the chair of the group that owns it."""
    if by.has(*who.TYPES_IN) or is_chaired(by, recommendation):
        return YES
    return no("The business unit and the chair of its group change a recommendation")


def may_give_recommendation_evidence(by, recommendation) -> Decision:
    reaches = within_reach(by, recommendation, who.MAY_TEST)
    if by.has(*who.TYPES_IN) or (by.has(*who.MAY_TEST) and reaches):
        return YES
    own = by.organisation_id and by.organisation_id == recommendation.owner_organisation_id
    return YES if own and by.has(*who.MAY_UPDATE) else no("Only its owners give evidence of it")


def may_take_step(step: str, by, recommendation, *, standing) -> Decision:
    """`standing` is what queries.standing_of tells: open actions, evidence and the last test."""
    allowed = RECOMMENDATION.may_take(step, at=recommendation.stage, roles=by.roles)
    if allowed:
        rows = [s for s in RECOMMENDATION.steps_from(recommendation.stage) if s.name == step]
        allowed = within_reach(by, recommendation, [Role(r) for s in rows for r in s.roles])
    if step == "complete":
        return every(allowed, standing.all_actions_settled)
    if step == "see-evidence":
        return every(allowed, other_than_owner(recommendation, by, standing.evidence_given_by))
    if step == "embed":
        return every(allowed, standing.last_test_passed)
    return allowed


def may_test(by, recommendation) -> Decision:
    """A test may follow seen evidence, and again whenever it was tested before."""
    if recommendation.stage not in MAY_BE_TESTED:
        return no("A test in practice comes after the evidence has been seen")
    return every(
        holds(by, who.MAY_TEST, "Tests are recorded by managers, chairs and the scrutineer"),
        within_reach(by, recommendation, who.MAY_TEST),
    )
