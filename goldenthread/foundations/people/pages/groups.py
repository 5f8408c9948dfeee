"""One group as it is shown: what it is for, who chairs it and who sits in it."""

from dataclasses import dataclass

from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Group, GroupSeat, Partnership
from goldenthread.foundations.people.permissions import may_change_group
from goldenthread.foundations.people.queries.groups import partnerships_shared_with, places_in
from goldenthread.kernel.decision import Decision

ORDER = [position.value for position in GroupSeat.Position]


@dataclass(frozen=True)
class GroupPage:
    group: Group
    places: list[GroupSeat]
    beneath: list[Group]
    shared_with: list[Partnership]
    change: Decision

    @property
    def chair(self) -> GroupSeat | None:
        return next((p for p in self.places if p.position == GroupSeat.Position.CHAIR), None)


def group_page(asker: Asker, group: Group) -> GroupPage:
    places = sorted(places_in(asker, group), key=lambda place: ORDER.index(place.position))
    return GroupPage(
        group=group,
        places=places,
        beneath=list(group.children.filter(until__isnull=True)),
        shared_with=list(partnerships_shared_with(group)),
        change=may_change_group(asker, group),
    )
