"""Everything that is read about people, partnerships and seats."""

from goldenthread.foundations.lock.keys import Door, Keys
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Partnership


def partnership_ids() -> list[int]:
    return list(Partnership.objects.order_by("pk").values_list("pk", flat=True))


def every_partnership(*, doing: str, also: tuple[int, ...] = ()) -> Asker:
    """The machine, for a command or job that must look at all partnerships. `doing` goes on the trail."""
    return Asker(doing, Keys(Door.MACHINE, (*also, *partnership_ids())))
