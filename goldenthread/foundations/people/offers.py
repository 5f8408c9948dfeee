"""What people itself answers when it asks what a seat holds: its places in groups."""

from goldenthread.foundations.people import held_work
from goldenthread.foundations.people.held_work import HeldWork
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Group, GroupSeat, Seat

CHAIR = GroupSeat.Position.CHAIR


def work_held_by(seat: Seat, asker: Asker) -> list[HeldWork]:
    places = GroupSeat.objects.filter(seat=seat).count()
    return [HeldWork("Places in groups", places)]


def pass_on_work(*, of: Seat, to: Seat | None, by: Asker) -> None:
    """The successor takes the places; where they sit in the group already, only the chair."""
    places = GroupSeat.objects.filter(seat=of)
    chaired = list(places.filter(position=CHAIR).values_list("group_id", flat=True))
    if to is not None:
        own = GroupSeat.objects.filter(seat=to)
        taken = list(own.values_list("group_id", flat=True))
        places.exclude(group_id__in=taken).update(seat=to)
        own.filter(group_id__in=chaired).update(position=CHAIR)
    GroupSeat.objects.filter(seat=of).delete()
    for group in Group.objects.filter(pk__in=chaired):
        held_work.chair_changed(group, by=by)
