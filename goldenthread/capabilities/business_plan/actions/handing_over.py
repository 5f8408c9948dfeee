from django.db import transaction

from goldenthread.capabilities.business_plan.actions import objectives
from goldenthread.capabilities.business_plan.queries.offered import open_work_of
from goldenthread.capabilities.business_plan.queries.owners import Named
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def hand_over(*, of: Seat, to: Seat | None, by) -> None:
    """The successor answers for the objectives; without one the seat's organisation does.

    Whoever ends a seat was asked for permission by people, which calls this.
    """
    heir = Named(seat_id=to.pk) if to else Named(organisation_id=of.organisation_id)
    for owned in open_work_of(of):
        others = [objectives.named(owner) for owner in owned.objective.owners.all()]
        kept = [heir if named == Named(seat_id=of.pk) else named for named in others]
        objectives.set_owners(owned.objective, kept, by=by)
        objectives.due.set_one(owned.objective, by=by)
        trail.record(by=by, did="handed an objective over", to=owned.objective)
