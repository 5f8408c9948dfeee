"""Short ways to make a thread, for the tests of every app that hands something over."""

from datetime import date

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Group, GroupSeat, Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions, queries

DUE = date(2030, 6, 30)


def colleague(of, *roles: Role, **fields):
    """Another member of the same partnership."""
    return factories.member(
        *roles, partnership=Partnership.objects.get(pk=of.partnership_id), **fields
    )


def chair_of_group(of, name="Learning and Development"):
    """A chair in the same partnership, and the number of the group."""
    chair = colleague(of, Role.GROUP_CHAIR, name="Ruth Lane")
    with under(chair):
        group = Group.objects.create(
            partnership_id=of.partnership_id, name=name, kind=Group.Kind.SUBGROUP
        )
        GroupSeat.objects.create(
            partnership_id=of.partnership_id, group=group, seat_id=chair.seat_id, position="chair"
        )
    return chair, group.pk


def finding(by, text="Strategy discussions were held without health.", **fields):
    with under(by):
        return actions.record_finding(
            text=text, by=by, **{"kind": "area for development", "source_title": "Audit", **fields}
        )


def recommendation(by, text="Invite health to every strategy discussion.", **fields):
    with under(by):
        return actions.record_recommendation(text=text, by=by, **fields)


def action(by, text="Write health into the invitation list", owner=None, **fields):
    """Owned by `owner` (a member), or by nobody."""
    owned = (
        {"owner_organisation_id": owner.organisation_id, "owner_seat_id": owner.seat_id}
        if owner
        else {}
    )
    with under(by):
        return actions.record_action(text=text, by=by, **{"due_on": DUE, **owned, **fields})


def completed(by, owner, **fields):
    """An action whose owner did it and whose evidence was seen."""
    made = action(by, owner=owner, **fields)
    with under(owner):
        actions.add_evidence(of=made, text="The new list is in use.", by=owner)
        actions.take_action_step("report-done", action=made, by=owner)
    with under(by):
        actions.see_evidence(of=made, enough=True, by=by)
        made.refresh_from_db()
    return made


def evidence_seen(by, owner, **fields):
    """A recommendation whose one action is complete and whose evidence was seen."""
    made = recommendation(by, **fields)
    completed(by, owner, recommendation=made)
    with under(by):
        for step in ("accept", "start", "complete"):
            actions.take_step(step, recommendation=made, by=by)
        actions.see_evidence(of=made, enough=True, by=by)
        made.refresh_from_db()
    return made


def standing(recommendation, by):
    with under(by):
        return queries.standing_of(recommendation)
