"""Find out who is asking: from the session, the address and the seats; or from a link."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import connection

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.lock.keys import Door, Keys
from goldenthread.foundations.people import rules
from goldenthread.foundations.people.members import Asker, Guest, Member
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.roles import Role, needs_second_factor

ANYONE = Asker("anyone", Keys(Door.PUBLIC))
CHOSEN_SEAT = (
    "chosen_seat"  # session key: which seat, where a person holds several in one partnership
)
LINK_IN_SESSION = (
    "link"  # session key: the verified link, as {"token": fingerprint, "purpose": …, "at": …}
)


def person_in_session(request) -> int:
    """The id that the session claims, for the lock only; `request.user` then proves it."""
    return int(request.session.get(SESSION_KEY, 0))


def held_seats(person_id: int):
    """The seats a person holds now, newest choice of organisation last."""
    return (
        Seat.objects.filter(person_id=person_id, until__isnull=True)
        .select_related("organisation", "partnership")
        .order_by("partnership__name", "organisation__name", "pk")
    )


def seats_of(person) -> list[Seat]:
    """The seats a person holds now: those found with the person (backends.py), else asked for."""
    found = getattr(person, "seats_found", None)
    return list(held_seats(person.pk)) if found is None else found


def member_at(request, slug: str | None) -> Member | None:
    """The member that this person is at `/p/<slug>/`, or none."""
    seats = [seat for seat in seats_of(request.user) if seat.partnership.slug == slug]
    chosen = request.session.get(CHOSEN_SEAT)
    seat = next((seat for seat in seats if seat.pk == chosen), seats[0] if seats else None)
    return member_of(seat, request.user) if seat else None


def member_of(seat: Seat, person) -> Member:
    keys = Keys(Door.SEAT, (seat.partnership_id,), (seat.organisation_id,), person.pk)
    return Member(
        described=f"{person.name} ({seat.organisation.name})",
        keys=keys,
        roles=frozenset(Role(role) for role in seat.roles),
        person_id=person.pk,
        seat_id=seat.pk,
        organisation_id=seat.organisation_id,
        partnership_id=seat.partnership_id,
        name=person.name,
        slug=seat.partnership.slug,
        partnership=seat.partnership.name,
        organisation=seat.organisation.name,
    )


def across_seats(request) -> Asker | None:
    """The same person in all their seats at once, for the inbox and a region's pages."""
    person_id = person_in_session(request)
    if not person_id or not request.user.is_authenticated:
        return None
    seats = seats_of(request.user)
    keys = Keys(
        Door.INBOX,
        tuple(sorted({seat.partnership_id for seat in seats})),
        tuple(sorted({seat.organisation_id for seat in seats})),
        person_id,
    )
    roles = frozenset(Role(role) for seat in seats for role in seat.roles)
    return Asker(request.user.name, keys, roles, person_id=person_id)


def lacks_second_factor(request, member: Asker) -> bool:
    """Roles that reach case records, or give others access, need one; the demonstration asks for none."""
    if not settings.SECOND_FACTOR_REQUIRED or not needs_second_factor(member.roles):
        return False
    from allauth.mfa.utils import is_mfa_enabled

    return not is_mfa_enabled(request.user)


def guest_of(request, purpose: str) -> Guest | None:
    """The guest whose link was opened and verified in this session, if it still stands."""
    held = request.session.get(LINK_IN_SESSION) or {}
    if held.get("purpose") != purpose or not rules.still_open(held.get("at", 0), now()):
        return None
    return resolve_link(held.get("token", ""), purpose)


def resolve_link(token_fingerprint: str, purpose: str) -> Guest | None:
    """Ask the one function that looks past the lock which partnership and which thing a link opens."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT link.id, partnership_id, purpose, opens, email, link.name, slug"
            " FROM people_open_link(%s) AS link"
            " JOIN people_partnership AS place ON place.id = partnership_id",
            [token_fingerprint],
        )
        row = cursor.fetchone()
    if row is None or row[2] != purpose:
        return None
    link, partnership, _, opens, email, name, slug = row
    keys = Keys(Door.GUEST, (partnership,))
    return Guest(
        f"{name} (by a link)",
        keys,
        partnership_id=partnership,
        grant=opens,
        email=email,
        link_id=link,
        slug=slug,
    )
