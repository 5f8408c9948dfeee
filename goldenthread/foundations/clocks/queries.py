"""What waits for the one who asks, and when their partnership is closed."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from goldenthread.foundations.clocks.models import Closure, Due
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.queries.here import partnership_of


def due_for(seats: Iterable[Seat]) -> QuerySet[Due]:
    """Everything open that waits for any of these seats, soonest first, across partnerships."""
    waiting = Q(pk__in=[])
    for seat in seats:
        waiting |= Q(partnership_id=seat.partnership_id) & _waits_for(seat)
    return Due.objects.filter(waiting, settled_at__isnull=True).select_related(
        "partnership", "organisation"
    )


def _waits_for(seat: Seat) -> Q:
    nobody_named = Q(seat__isnull=True)
    any_role = Q(roles__overlap=seat.roles)
    ours = Q(organisation_id=seat.organisation_id) & (any_role | Q(roles=[]))
    everyones = Q(organisation__isnull=True) & any_role
    return Q(seat_id=seat.pk) | (nobody_named & (ours | everyones))


def closures_of(asker: Asker) -> QuerySet[Closure]:
    return Closure.objects.filter(partnership_id=partnership_of(asker))


def closures_since(day: date, asker: Asker) -> QuerySet[Closure]:
    """Those that had not ended by that day, the earliest first."""
    return closures_of(asker).filter(last_day__gte=day)
