"""Groups, whom they are shared with, and who sits in them."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from goldenthread.foundations.people import held_work
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import (
    Group,
    GroupSeat,
    GroupShare,
    Partnership,
    Seat,
)
from goldenthread.foundations.people.permissions import may_change_group, may_keep_people
from goldenthread.foundations.people.queries.here import partnership_of
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no


@transaction.atomic
def add_group(
    *,
    name: str,
    kind: str,
    parent: Group | None,
    purpose: str,
    since: date | None,
    shared_with: Iterable[Partnership] = (),
    by: Asker,
) -> Group:
    insist(may_keep_people(by))
    group = Group.objects.create(
        partnership_id=partnership_of(by),
        name=name,
        kind=kind,
        parent=parent,
        purpose=purpose,
        since=since,
    )
    _share(group, set(shared_with))
    trail.record(by=by, did="set up a group", to=group, kind=kind)
    return group


@transaction.atomic
def change_group(
    group: Group,
    *,
    name: str,
    kind: str,
    parent: Group | None,
    purpose: str,
    since: date | None,
    until: date | None,
    shared_with: Iterable[Partnership] = (),
    by: Asker,
) -> None:
    group = Group.objects.select_for_update(of=("self",)).get(pk=group.pk)
    insist(may_change_group(by, group))
    insist(_not_beneath_itself(group, parent))
    group.name, group.kind, group.parent, group.purpose = name, kind, parent, purpose
    group.since, group.until = since, until
    group.save(update_fields=["name", "kind", "parent", "purpose", "since", "until"])
    _share(group, set(shared_with))
    trail.record(by=by, did="changed a group", to=group, kind=kind)


@transaction.atomic
def add_to_group(group: Group, *, seat: Seat, position: str, by: Asker) -> GroupSeat:
    """Give a seat a place in a group, or another position in it."""
    insist(may_keep_people(by))
    insist(_sits_here(seat, by))
    insist(_one_chair(group, seat, position))
    place, _ = GroupSeat.objects.update_or_create(
        group=group,
        seat=seat,
        defaults={"partnership_id": partnership_of(by), "position": position},
    )
    held_work.chair_changed(group, by=by)
    trail.record(by=by, did="gave a place in a group", to=place, group=group.pk, position=position)
    return place


@transaction.atomic
def take_out_of_group(place: GroupSeat, *, by: Asker) -> None:
    insist(may_keep_people(by))
    reference = trail.reference(place)
    group, seat = place.group_id, place.seat_id
    place.delete()
    held_work.chair_changed(place.group, by=by)
    trail.record(by=by, did="ended a place in a group", to=reference, group=group, seat=seat)


def _share(group: Group, wanted: set[Partnership]) -> None:
    """Exactly these other partnerships see the group from now on."""
    others = {partnership for partnership in wanted if partnership.pk != group.partnership_id}
    group.shares.exclude(partnership__in=others).delete()
    for partnership in others:
        GroupShare.objects.get_or_create(
            group=group, partnership=partnership, defaults={"host_id": group.partnership_id}
        )


def _not_beneath_itself(group: Group, parent: Group | None) -> Decision:
    while parent is not None:
        if parent.pk == group.pk:
            return no("A group cannot stand beneath itself. Choose another group above it.")
        parent = parent.parent
    return YES


def _sits_here(seat: Seat, by: Asker) -> Decision:
    if seat.partnership_id != by.partnership_id or seat.until:
        return no("Only a seat that is held in this partnership can be given a place.")
    return YES


def _one_chair(group: Group, seat: Seat, position: str) -> Decision:
    if position != GroupSeat.Position.CHAIR:
        return YES
    chairs = GroupSeat.objects.filter(group=group, position=position).exclude(seat=seat)
    chair = chairs.select_related("seat__person", "seat__organisation").first()
    if chair is None:
        return YES
    return no(f"{chair.seat.person or 'A vacant seat'} chairs this group. Change that place first.")
