"""Seats: the directory, one seat with its history, and a person's seats."""

from django.db.models import QuerySet

from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Holding, Seat
from goldenthread.foundations.people.queries.here import partnership_of


def seats_seen_by(asker: Asker) -> QuerySet[Seat]:
    """Every seat there is or was in this partnership, with its person and organisation."""
    own = Seat.objects.filter(partnership_id=partnership_of(asker))
    return own.select_related("person", "organisation")


def seats_held(asker: Asker) -> QuerySet[Seat]:
    """The seats that stand now; one without a person is vacant."""
    return seats_seen_by(asker).filter(until__isnull=True)


def people_seated(asker: Asker) -> QuerySet[Seat]:
    """The seats that somebody sits in now, by name: for choosing whom."""
    return seats_held(asker).filter(person__isnull=False).order_by("person__name", "pk")


def holdings_of(asker: Asker, seat: Seat) -> QuerySet[Holding]:
    """Who held this seat and when, the latest first."""
    own = Holding.objects.filter(partnership_id=partnership_of(asker), seat=seat)
    return own.select_related("person").order_by("-since", "-pk")


def seats_of_person(asker: Asker) -> QuerySet[Seat]:
    """All the seats that the one who asks holds, in every partnership their keys open."""
    held = Seat.objects.filter(person_id=asker.person_id, until__isnull=True)
    ordered = held.select_related("organisation", "partnership")
    return ordered.order_by("partnership__name", "organisation__name", "pk")


def seats_here(asker: Asker) -> QuerySet[Seat]:
    """Those of them in the partnership they stand in now: what the seat switcher offers."""
    return seats_of_person(asker).filter(partnership_id=partnership_of(asker))
