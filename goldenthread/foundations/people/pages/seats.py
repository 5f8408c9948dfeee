"""One seat as it is shown: who holds it, what it may do, what it holds, and what can be done."""

from dataclasses import dataclass

from goldenthread.foundations.people.held_work import HeldWork, work_held_by
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import GroupSeat, Holding, Seat
from goldenthread.foundations.people.permissions import may_change_seat, may_end_seat, may_hand_over
from goldenthread.foundations.people.queries.groups import places_of_seat
from goldenthread.foundations.people.queries.roles import areas_open_to
from goldenthread.foundations.people.queries.seats import holdings_of
from goldenthread.foundations.people.roles import DESCRIPTIONS, Role, RoleDescription
from goldenthread.kernel.decision import Decision


@dataclass(frozen=True)
class SeatPage:
    seat: Seat
    roles: list[RoleDescription]
    pages_open: int
    places: list[GroupSeat]
    holdings: list[Holding]
    held: list[HeldWork]
    change: Decision
    end: Decision
    hand_over: Decision

    @property
    def title(self) -> str:
        return self.seat.person.name if self.seat.person else "Vacant seat"

    @property
    def refusals(self) -> list[str]:
        """Why a button is missing, for those who would look for it."""
        return list(dict.fromkeys(d.reason for d in (self.change, self.end) if not d))


def seat_page(asker: Asker, seat: Seat) -> SeatPage:
    roles = [Role(role) for role in seat.roles]
    pages = {(a.title, page) for role in roles for a in areas_open_to(role) for page in a.pages}
    return SeatPage(
        seat=seat,
        roles=[DESCRIPTIONS[role] for role in roles],
        pages_open=len(pages),
        places=list(places_of_seat(asker, seat.pk)),
        holdings=list(holdings_of(asker, seat)),
        held=work_held_by(seat, asker=asker),
        change=may_change_seat(asker, seat, frozenset(roles)),
        end=may_end_seat(asker, seat),
        hand_over=may_hand_over(asker, seat),
    )
