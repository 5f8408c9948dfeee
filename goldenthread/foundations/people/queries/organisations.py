"""Organisations that take part in a partnership."""

from django.db.models import Count, Q, QuerySet

from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Participation, Seat
from goldenthread.foundations.people.queries.here import partnership_of

HELD = Q(organisation__seats__until__isnull=True, organisation__seats__person__isnull=False)


def parts_seen_by(asker: Asker) -> QuerySet[Participation]:
    """Each organisation's part here, with the number of people who hold its seats in `seated`."""
    here = Q(organisation__seats__partnership_id=partnership_of(asker))
    seated = Count("organisation__seats", filter=HELD & here, distinct=True)
    own = Participation.objects.filter(partnership_id=partnership_of(asker))
    return own.select_related("organisation__succeeded_by").annotate(seated=seated)


def parts_now(asker: Asker) -> QuerySet[Participation]:
    return parts_seen_by(asker).filter(until__isnull=True).order_by("organisation__name")


def named_now(asker: Asker) -> QuerySet[Participation, tuple[int, str]]:
    """Key and name of each organisation that takes part now, without counting its people."""
    own = Participation.objects.filter(partnership_id=partnership_of(asker), until__isnull=True)
    named = own.order_by("organisation__name")
    return named.values_list("organisation_id", "organisation__name")


def seats_at(asker: Asker, organisation_id: int) -> QuerySet[Seat]:
    """The seats of one organisation here that stand now."""
    held = Seat.objects.filter(
        partnership_id=partnership_of(asker), organisation_id=organisation_id, until__isnull=True
    )
    return held.select_related("person").order_by("person__name", "pk")
