"""Finds the person whom a session names, and the seats they hold, in one query: every page needs both."""

from allauth.account.auth_backends import AuthenticationBackend

from goldenthread.foundations.people.askers import held_seats
from goldenthread.foundations.people.models import Person


class PersonWithSeats(AuthenticationBackend):
    """allauth's way of signing in; Django goes on to prove the session against the person found."""

    def get_user(self, user_id: int) -> Person | None:
        seats = list(held_seats(user_id).select_related("person", "organisation", "partnership"))
        if not seats:
            return super().get_user(user_id)
        person = seats[0].person
        person.seats_found = seats
        return person if self.user_can_authenticate(person) else None
