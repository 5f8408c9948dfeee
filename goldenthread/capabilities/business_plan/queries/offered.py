"""What the rest of the house asks of the plan: for the yearly report, for the search, for a seat that ends."""

from django.db.models import Q, QuerySet

from goldenthread.capabilities.business_plan.models import (
    Ballot,
    Objective,
    ObjectiveOwner,
    Plan,
    SharedTheme,
)
from goldenthread.capabilities.business_plan.queries.plans import plans_seen_by
from goldenthread.capabilities.business_plan.rules import Stage
from goldenthread.foundations.people.models import Seat
from goldenthread.kernel import periods

MOST_FOUND = 20
NAMED = {
    "business_plan.plan": Plan,
    "business_plan.objective": Objective,
    "business_plan.ballot": Ballot,
    "business_plan.sharedtheme": SharedTheme,
}


def plan_of_period(member, period: str) -> Plan | None:
    """The plan that covers most of a period: "2019/20", "2019/21". None for a draft or no period."""
    try:
        span = periods.parse(period)
    except periods.NotAPeriod:
        return None
    meets = plans_seen_by(member).filter(starts_on__lte=span.end, ends_on__gte=span.start)
    known = meets.exclude(stage=Stage.DRAFT)
    return max(
        known,
        key=lambda p: min(p.ends_on, span.end) - max(p.starts_on, span.start),
        default=None,
    )


def titled(reference: str) -> str | None:
    """The title of a record of ours; none for a reference of another's or to nothing."""
    kind, _, pk = reference.partition(":")
    if kind not in NAMED or not pk.isdecimal():
        return None
    found = NAMED[kind]._default_manager.filter(pk=pk).first()
    return str(found) if found else None


def objectives_with(member, words: str) -> QuerySet[Objective]:
    """Every word must stand in the text, the measure or the difference for children."""
    found = Objective.objects.filter(partnership_id=member.partnership_id).select_related("plan")
    for word in words.split():
        within = Q(text__icontains=word) | Q(outcome_measure__icontains=word)
        found = found.filter(within | Q(difference__icontains=word))
    return found[:MOST_FOUND]


def open_work_of(seat: Seat) -> QuerySet[ObjectiveOwner]:
    """The objectives of plans that have not ended for which this seat answers."""
    owned = ObjectiveOwner.objects.filter(partnership_id=seat.partnership_id, seat_id=seat.pk)
    return owned.exclude(objective__plan__stage=Stage.ENDED).select_related("objective__plan")
