"""Who owns what in the demonstration: the seats of the agencies of the main partnership."""

from dataclasses import dataclass

from goldenthread.foundations.people.models import Partnership, Seat
from goldenthread.foundations.people.queries.groups import groups_of
from goldenthread.foundations.people.roles import Role

PLACE = "callowdale"
OWNING = {Role.AGENCY_LEAD, Role.CONTRIBUTOR}


@dataclass(frozen=True)
class Hand:
    """Someone who writes rows: what the row says of them."""

    by: str
    seat: int
    person: int
    organisation: int
    name: str
    organisation_name: str

    def signed(self, partnership: int) -> dict[str, object]:
        return {
            "partnership_id": partnership,
            "by": self.by,
            "seat_id": self.seat,
            "person_id": self.person,
        }


def place() -> Partnership | None:
    return Partnership.objects.filter(slug=PLACE).first()


def groups(partnership: Partnership) -> list[int]:
    return list(groups_of(partnership.pk).values_list("pk", flat=True))


def hands(partnership: Partnership) -> tuple[Hand, list[Hand]]:
    """The coordinator, who keeps the tracker, and those who own actions."""
    seats = Seat.objects.filter(partnership=partnership, until=None, person__isnull=False)
    all_of = [(seat, _hand(seat)) for seat in seats.select_related("person", "organisation")]
    keeper = next(hand for seat, hand in all_of if Role.COORDINATOR in seat.roles)
    return keeper, [hand for seat, hand in all_of if OWNING & set(seat.roles)]


def _hand(seat: Seat) -> Hand:
    assert seat.person is not None
    name, organisation = seat.person.name, seat.organisation.name
    return Hand(
        f"{name} ({organisation})",
        seat.pk,
        seat.person.pk,
        seat.organisation_id,
        name,
        organisation,
    )
