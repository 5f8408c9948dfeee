"""How far a role reaches: a chair reads everything and changes what the chair's own group answers for."""

from collections.abc import Collection
from typing import Any

from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.thread.rules import owners
from goldenthread.kernel.decision import YES, Decision, no

NOT_YOUR_GROUP = (
    "This belongs to another group, or to none. Its chair or the business unit can change it"
)


def holds(by: Any, roles: Collection[Role], reason: str) -> Decision:
    return YES if by.has(*roles) else no(reason)


def is_chaired(by: Any, recommendation: Any) -> bool:
    """Whether the group that owns it is one that `by` chairs."""
    group = recommendation.owner_group_id if recommendation is not None else None
    return group is not None and by.has(Role.GROUP_CHAIR) and group in by.groups_chaired


def within_reach(by: Any, recommendation: Any, roles: Collection[Role]) -> Decision:
    """For those who hold one of `roles`: whether it reaches this recommendation and its actions."""
    only_as_chair = not by.has(*(role for role in roles if role is not Role.GROUP_CHAIR))
    if only_as_chair and not is_chaired(by, recommendation):
        return no(NOT_YOUR_GROUP)
    return YES


def other_than_owner(thing: Any, by: Any, given_by: list[int | None]) -> Decision:
    person = thing.owner_seat.person_id if thing.owner_seat_id else None
    return owners.may_see_evidence(
        owner=owners.Owner(person, thing.owner_organisation_id),
        given_by=given_by,
        person_id=by.person_id,
        organisation_id=by.organisation_id,
    )
