"""In whose name the demonstration's reports are written and signed: the made-up people's own."""

from goldenthread.capabilities.yearly_report import building
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.roles import Role


def of_the_manager(slug: str) -> Asker:
    """The business manager where there is one, as in the made-up partnership; else the machine."""
    machine = building.asker_for(slug)
    with under(machine):
        managers = Seat.objects.filter(
            partnership__slug=slug, roles__contains=[Role.BUSINESS_MANAGER]
        )
        held = managers.filter(person__isnull=False, until__isnull=True)
        seat = held.select_related("person", "organisation").order_by("pk").first()
    return sitting(seat, machine) if seat else machine


def sitting(seat: Seat, keys_of: Asker) -> Asker:
    """Whoever sits in this seat, with the keys that the demonstration is loaded with."""
    name = seat.person.name if seat.person else "Nobody"
    return Asker(
        f"{name} ({seat.organisation})",
        keys_of.keys,
        frozenset(Role(role) for role in seat.roles),
        person_id=seat.person_id or 0,
        seat_id=seat.pk,
        organisation_id=seat.organisation_id,
        partnership_id=keys_of.partnership_id,
    )
