"""How the groups stand under each other: a drawing, and the same as a nested list."""

from collections.abc import Callable

from goldenthread.engine.charts.structure import GroupBox, Structure, structure
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Group
from goldenthread.foundations.people.queries.groups import CHAIRS, groups_now

ORDER = [kind.value for kind in Group.Kind]  # the executive first; names keep their order within


def structure_page(asker: Asker, address: Callable[[int], str]) -> Structure | None:
    """The groups that stand now; none where there are none. `address` gives a group's page."""
    groups = sorted(groups_now(asker), key=lambda group: ORDER.index(group.kind))
    if not groups:
        return None
    names = {group.pk: group.name for group in groups}
    boxes = [_box(group, names.get(group.parent_id or 0, ""), address) for group in groups]
    return structure(boxes, title=f"Groups of {_partnership(asker, groups)}")


def _box(group: Group, parent: str, address: Callable[[int], str]) -> GroupBox:
    return GroupBox(group.name, parent, _note(group), address(group.pk))


def _note(group: Group) -> str:
    chairs = [place.seat.person.name for place in getattr(group, CHAIRS) if place.seat.person]
    return f"Chair: {chairs[0]}" if chairs else "No chair"


def _partnership(asker: Asker, groups: list[Group]) -> str:
    own = next((g.partnership for g in groups if g.partnership_id == asker.partnership_id), None)
    return own.name if own else "the partnership"
