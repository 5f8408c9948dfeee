from goldenthread.foundations.people.askers import member_of
from goldenthread.foundations.people.members import Member
from goldenthread.foundations.people.models import Partnership, Seat
from goldenthread.foundations.people.roles import Role


def business_manager_of(place: Partnership) -> Member | None:
    """Whoever the demonstration's records are written by; none where nobody holds that seat."""
    held = Seat.objects.filter(
        partnership=place, roles__contains=[Role.BUSINESS_MANAGER], person__isnull=False
    )
    seat = held.select_related("person", "organisation", "partnership").order_by("pk").first()
    return member_of(seat, seat.person) if seat else None
