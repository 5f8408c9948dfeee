"""A ballot: opened, voted in, closed, and turned into the priorities of a new plan."""

import random
from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from goldenthread.capabilities.business_plan import permissions
from goldenthread.capabilities.business_plan.actions import plans
from goldenthread.capabilities.business_plan.models import (
    Area,
    Ballot,
    Paper,
    PaperLine,
    Plan,
    Voter,
)
from goldenthread.capabilities.business_plan.queries import ballots as queries
from goldenthread.capabilities.business_plan.rules import counting
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import no


@transaction.atomic
def open_ballot(
    *,
    title: str,
    areas: Sequence[str],
    wanted: int,
    closes_on: date,
    question: str = "",
    opens_on: date | None = None,
    by,
) -> Ballot:
    """Everyone who may vote finds it on their inbox until they have voted or it closes."""
    insist(permissions.may_manage(by))
    ballot = Ballot.objects.create(
        partnership_id=by.partnership_id,
        title=title,
        question=question,
        wanted=wanted,
        opens_on=opens_on or today(),
        closes_on=closes_on,
        by=by.described,
        seat_id=by.seat_id,
    )
    Area.objects.bulk_create(
        Area(partnership_id=by.partnership_id, ballot=ballot, position=position, title=area)
        for position, area in enumerate(areas, start=1)
    )
    for seat in queries.could_vote(ballot, today()):
        _wait_for(seat.pk, ballot, by=by)
    trail.record(by=by, did="opened a ballot", to=ballot, areas=len(areas))
    return ballot


def _wait_for(seat_id: int, ballot: Ballot, *, by) -> None:
    clocks.set_due(
        _about(ballot, seat_id),
        title=f"Vote: {ballot.title}",
        due_on=ballot.closes_on,
        page="business_plan:vote",
        page_kwargs={"pk": ballot.pk},
        partnership_id=ballot.partnership_id,
        seat_id=seat_id,
        by=by,
    )


def _about(ballot: Ballot, seat_id: int) -> str:
    return f"{trail.reference(ballot)}/seat:{seat_id}"


@transaction.atomic
def vote(*, ballot: Ballot, ranks: Mapping[int, int | None], by) -> None:
    """`ranks` is area → place. The mark says that somebody voted; nothing says how."""
    ballot = Ballot.objects.select_for_update().get(pk=ballot.pk)
    voted, is_open = queries.has_voted(by, ballot), queries.is_open(ballot, today())
    insist(permissions.may_vote(by, ballot, has_voted=voted, is_open=is_open))
    areas = {area.pk for area in ballot.areas.all()}
    given = {area: rank for area, rank in ranks.items() if rank is not None and area in areas}
    if not given or counting.faults(given, len(areas)):
        insist(no("Rank at least one area, each with a number of its own, starting at 1"))
    cast(ballot, given)
    Voter.objects.create(partnership_id=ballot.partnership_id, ballot=ballot, seat_id=by.seat_id)
    clocks.settle(_about(ballot, by.seat_id), by=by)
    trail.record(by=by, did="voted", to=ballot)


def cast(ballot: Ballot, given: Mapping[int, int]) -> None:
    """The paper alone, with its lines in an order that says nothing."""
    paper = Paper.objects.create(partnership_id=ballot.partnership_id, ballot=ballot)
    lines = [
        PaperLine(partnership_id=ballot.partnership_id, paper=paper, area_id=area, place=place)
        for area, place in given.items()
    ]
    random.shuffle(lines)
    PaperLine.objects.bulk_create(lines)


@transaction.atomic
def close(*, ballot: Ballot, by) -> None:
    """Close it today, before its date. It cannot be opened again: the ranking is known from now on."""
    insist(permissions.may_manage(by))
    ballot = Ballot.objects.select_for_update().get(pk=ballot.pk)
    if not queries.is_open(ballot, today()):
        insist(no("The ballot is closed already"))
    ballot.closed_on = today()
    ballot.save(update_fields=["closed_on"])
    _settle(ballot, by=by)
    trail.record(by=by, did="closed a ballot", to=ballot)


@transaction.atomic
def make_plan_of(
    *, ballot: Ballot, areas: Sequence[int], title: str, starts_on: date, ends_on: date, by
) -> Plan:
    """A draft plan whose priorities are the chosen areas, in the order of their ranks."""
    insist(permissions.may_manage(by))
    ballot = Ballot.objects.select_for_update().get(pk=ballot.pk)
    insist(permissions.may_see_result(is_open=queries.is_open(ballot, today())))
    if ballot.plans.filter(title=title).exists():
        insist(no("A plan with this title has been made of this ballot already"))
    titles = {area.pk: area.title for area in ballot.areas.all()}
    plan = plans.make_plan(
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        source=f"Ballot: {ballot.title}",
        ballot=ballot,
        by=by,
    )
    for number, area in enumerate(areas, start=1):
        plans.add_priority(plan=plan, number=str(number), title=titles[area], by=by)
    return plan


@transaction.atomic
def settle_closed(*, by) -> None:
    """What still waits for votes in ballots that are over. For the machine, each night."""
    for ballot in queries.just_closed(today()):
        _settle(ballot, by=by)


def _settle(ballot: Ballot, *, by) -> None:
    for seat in queries.could_vote(ballot, today()):
        clocks.settle(_about(ballot, seat.pk), by=by)
