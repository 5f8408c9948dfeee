"""Groups: those of this partnership and those that others share with it."""

from django.db.models import Count, Prefetch, Q, QuerySet

from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Group, GroupSeat, Partnership
from goldenthread.foundations.people.queries.here import partnership_of

CHAIRS = "chairs"  # where groups_seen_by leaves the places of those who chair


def groups_seen_by(asker: Asker) -> QuerySet[Group]:
    """Own and shared groups, with `members` counted and the chair's place in `chairs`."""
    ours = Q(partnership_id=partnership_of(asker)) | Q(shares__partnership_id=partnership_of(asker))
    chairs = GroupSeat.objects.filter(position=GroupSeat.Position.CHAIR)
    chosen = Group.objects.filter(ours).select_related("partnership", "parent").distinct()
    return chosen.annotate(members=Count("places", distinct=True)).prefetch_related(
        Prefetch("places", chairs.select_related("seat__person"), to_attr=CHAIRS)
    )


def groups_now(asker: Asker) -> QuerySet[Group]:
    return groups_seen_by(asker).filter(until__isnull=True).order_by("name")


def groups_of(partnership_id: int) -> QuerySet[Group]:
    """Those that stand now: its own, and those that others share with it."""
    ours = Q(partnership_id=partnership_id) | Q(shares__partnership_id=partnership_id)
    return Group.objects.filter(ours, until__isnull=True).distinct().order_by("name")


def groups_chaired(asker: Asker) -> frozenset[int]:
    """The groups whose chair or deputy the asker's seat is."""
    if asker.seat_id is None:
        return frozenset()
    leads = (GroupSeat.Position.CHAIR, GroupSeat.Position.DEPUTY)
    places = GroupSeat.objects.filter(seat_id=asker.seat_id, position__in=leads)
    return frozenset(places.values_list("group_id", flat=True))


def own_groups(asker: Asker) -> QuerySet[Group]:
    """The groups that this partnership hosts, whether they still stand or not."""
    return Group.objects.filter(partnership_id=partnership_of(asker))


def places_seen_by(asker: Asker) -> QuerySet[GroupSeat]:
    """The places in groups that seats of this partnership hold."""
    return GroupSeat.objects.filter(partnership_id=partnership_of(asker))


def places_in(asker: Asker, group: Group) -> QuerySet[GroupSeat]:
    """Who of this partnership sits in a group: the chair first, then by name."""
    own = places_seen_by(asker).filter(group=group)
    return own.select_related("seat__person", "seat__organisation").order_by("seat__person__name")


def places_of_seat(asker: Asker, seat_id: int) -> QuerySet[GroupSeat]:
    own = places_seen_by(asker).filter(seat_id=seat_id)
    return own.select_related("group").order_by("group__name")


def partnerships_shared_with(group: Group) -> QuerySet[Partnership]:
    ids = group.shares.values_list("partnership_id", flat=True)
    return Partnership.objects.filter(pk__in=ids).order_by("name")


def neighbours(asker: Asker) -> QuerySet[Partnership]:
    """The other partnerships of the same region, with whom a group can be shared."""
    mine = Partnership.objects.filter(pk=partnership_of(asker)).values("region_id")
    return Partnership.objects.filter(region_id__in=mine).exclude(pk=partnership_of(asker))
