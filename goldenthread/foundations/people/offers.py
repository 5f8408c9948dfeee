"""What people itself answers when it asks what a seat holds: its places in groups."""

from goldenthread.foundations.people.held_work import HeldWork
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import GroupSeat, Seat


def work_held_by(seat: Seat, asker: Asker) -> list[HeldWork]:
    places = GroupSeat.objects.filter(seat=seat).count()
    return [HeldWork("Places in groups", places)]


def pass_on_work(*, of: Seat, to: Seat | None, by: Asker) -> None:
    """The successor takes the places, except in groups where they sit already."""
    places = GroupSeat.objects.filter(seat=of)
    if to is not None:
        taken = GroupSeat.objects.filter(seat=to).values_list("group_id", flat=True)
        places.exclude(group_id__in=list(taken)).update(seat=to)
    GroupSeat.objects.filter(seat=of).delete()
