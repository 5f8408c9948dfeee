"""Who may read the directory, who may change it, and who may come in at each page."""

from goldenthread.foundations.people import rules
from goldenthread.foundations.people.entrances import EVERY_SEAT, SigningIn, seats
from goldenthread.foundations.people.members import Asker, Guest
from goldenthread.foundations.people.models import Group, Seat
from goldenthread.foundations.people.roles import AT_THE_TABLE, MANAGERS, Role
from goldenthread.kernel.decision import YES, Decision, every, no

PEOPLE_KEEPERS = MANAGERS | {Role.SYSTEM_ADMINISTRATOR}
READERS = AT_THE_TABLE | PEOPLE_KEEPERS

READING = seats(READERS)
KEEPING = seats(PEOPLE_KEEPERS)

PAGES = {
    "people:directory": READING,
    "people:seat": READING,
    "people:organisations": READING,
    "people:organisation": READING,
    "people:groups": READING,
    "people:group": READING,
    "people:structure": READING,
    "people:roles": READING,
    "people:kinds": READING,
    "people:change-seat": KEEPING,
    "people:end-seat": KEEPING,
    "people:hand-over-seat": KEEPING,
    "people:invitations": KEEPING,
    "people:invite": KEEPING,
    "people:resend-invitation": KEEPING,
    "people:withdraw-invitation": KEEPING,
    "people:add-organisation": KEEPING,
    "people:change-organisation": KEEPING,
    "people:add-group": KEEPING,
    "people:change-group": KEEPING,
    "people:add-to-group": KEEPING,
    "people:take-out-of-group": KEEPING,
    "people:choose-seat": EVERY_SEAT,
    "people:invitation": SigningIn(),
    "people:link": SigningIn(),
    "people:link-code": SigningIn(),
}


def may_keep_people(asker: Asker) -> Decision:
    """Invite people, change and end seats, keep organisations and groups."""
    if asker.has(*PEOPLE_KEEPERS):
        return YES
    return no("Only the business manager, a coordinator or the system administrator can do this.")


def may_read_directory(asker: Asker) -> Decision:
    if asker.has(*READERS):
        return YES
    return no("The directory is for those who sit at the partnership's table.")


def may_make_link(asker: Asker) -> Decision:
    """Whether this record may be opened to an outsider is asked by the app whose record it is."""
    if isinstance(asker, Guest) or asker.partnership_id is None:
        return no("A link is made from a seat in one partnership.")
    return YES


def may_invite(asker: Asker, roles: frozenset[Role]) -> Decision:
    return every(may_keep_people(asker), rules.may_give(asker.roles, roles))


def may_change_seat(asker: Asker, seat: Seat, roles: frozenset[Role]) -> Decision:
    """Both what the seat holds and what it shall hold must be in the asker's gift."""
    held = frozenset(Role(role) for role in seat.roles)
    if seat.pk == asker.seat_id and roles != held:
        return no("You cannot change your own roles. Ask a colleague who keeps people's access.")
    return every(
        may_keep_people(asker), _still_held(seat), rules.may_give(asker.roles, roles ^ held)
    )


def may_end_seat(asker: Asker, seat: Seat) -> Decision:
    held = frozenset(Role(role) for role in seat.roles)
    if seat.pk == asker.seat_id:
        return no("You cannot end your own seat: ask a colleague, so that your work is passed on.")
    return every(may_keep_people(asker), _still_held(seat), rules.may_give(asker.roles, held))


def may_hand_over(asker: Asker, seat: Seat) -> Decision:
    if not seat.mailbox:
        return no("This seat has no role mailbox, so it ends with the person who holds it.")
    return may_end_seat(asker, seat)


def may_change_group(asker: Asker, group: Group) -> Decision:
    if group.partnership_id != asker.partnership_id:
        return no("This group is hosted by another partnership, which alone can change it.")
    return may_keep_people(asker)


def _still_held(seat: Seat) -> Decision:
    return no("This seat has already ended.") if seat.until else YES
