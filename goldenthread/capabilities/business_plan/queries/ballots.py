from collections import defaultdict
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from goldenthread.capabilities.business_plan.models import (
    Area,
    Ballot,
    PaperLine,
    Voter,
)
from goldenthread.capabilities.business_plan.rules import who
from goldenthread.capabilities.business_plan.rules.counting import Counted, Paper, counted
from goldenthread.foundations.people.models import Seat


def ballots_seen_by(member) -> QuerySet[Ballot]:
    return Ballot.objects.filter(partnership_id=member.partnership_id)


def ballot_seen_by(member, pk: int) -> Ballot | None:
    return ballots_seen_by(member).filter(pk=pk).first()


def is_open(ballot: Ballot, today: date) -> bool:
    return ballot.closed_on is None and ballot.opens_on <= today <= ballot.closes_on


def last_day(ballot: Ballot) -> date:
    return ballot.closed_on or ballot.closes_on


def just_closed(today: date) -> QuerySet[Ballot]:
    """Of every partnership that the asker sees: those whose last day was in the past week."""
    return Ballot.objects.filter(closes_on__lt=today, closes_on__gte=today - timedelta(days=7))


def areas_of(ballot: Ballot) -> QuerySet[Area]:
    return ballot.areas.all()


def could_vote(ballot: Ballot, today: date) -> QuerySet[Seat]:
    """Seats at the table that somebody held on the ballot's last day, or holds today while it is open."""
    on = min(last_day(ballot), today)
    held = Q(until__isnull=True) | Q(until__gt=on)
    at_the_table = Seat.objects.filter(held, since__lte=on, person__isnull=False)
    roles = [role.value for role in who.READS]
    return at_the_table.filter(partnership_id=ballot.partnership_id, roles__overlap=roles)


def turnout(ballot: Ballot, today: date) -> tuple[int, int]:
    """How many voted, of how many who could. Whoever voted and left since still counts as both."""
    voted = ballot.voters.count()
    others = could_vote(ballot, today).exclude(pk__in=ballot.voters.values("seat_id"))
    return voted, voted + others.count()


def has_voted(member, ballot: Ballot) -> bool:
    return Voter.objects.filter(ballot=ballot, seat_id=member.seat_id).exists()


def result_of(ballot: Ballot, areas: list[Area]) -> list[Counted]:
    """The count of every paper; two queries whatever their number."""
    papers: defaultdict[object, dict[int, int]] = defaultdict(dict)
    lines = PaperLine.objects.filter(paper__ballot=ballot)
    for paper, area, place in lines.values_list("paper_id", "area_id", "place"):
        papers[paper][area] = place
    cast: list[Paper] = list(papers.values())
    return counted([area.pk for area in areas], cast)
