"""The ballot before the plan: fifteen areas, ranked by members at the table, four chosen."""

import csv
import random
from datetime import date
from pathlib import Path

from goldenthread.capabilities.business_plan.actions import balloting
from goldenthread.capabilities.business_plan.models import Area, Ballot, Voter
from goldenthread.capabilities.business_plan.rules import who
from goldenthread.foundations.people.models import Partnership, Seat
from goldenthread.foundations.trail import actions as trail

VOTERS, CHOSEN, SPREAD, SEED = 18, 4, 3.0, 2025
OPENED, CLOSED = date(2025, 1, 13), date(2025, 1, 31)
AREAS = Path(__file__).with_name("areas.csv")


def held(partnership: Partnership, keeper) -> Ballot:
    """Written with its own dates: a ballot of January cannot be opened today. Papers as votes leave them."""
    ballot = Ballot.objects.create(
        partnership=partnership,
        title="What worries us most, for the plan of 2025/27",
        question="Which of these should the partnership put first in the next two years?",
        wanted=CHOSEN,
        opens_on=OPENED,
        closes_on=CLOSED,
        by=keeper.described,
        seat_id=keeper.seat_id,
    )
    worries = _areas(ballot)
    chance = random.Random(SEED)  # noqa: S311 - the same ballot on every machine
    for seat in _voters(partnership):
        balloting.cast(ballot, _paper(worries, chance))
        Voter.objects.create(partnership=partnership, ballot=ballot, seat=seat)
    trail.record(by=keeper, did="opened a ballot", to=ballot, areas=len(worries))
    return ballot


def _areas(ballot: Ballot) -> dict[int, int]:
    """Each area with how much it worries people, from 1 to 10."""
    with AREAS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    made = {}
    for position, row in enumerate(rows, start=1):
        area = Area.objects.create(
            partnership_id=ballot.partnership_id,
            ballot=ballot,
            position=position,
            title=row["area"],
        )
        made[area.pk] = int(row["worry"])
    return made


def _voters(partnership: Partnership) -> list[Seat]:
    roles = [role.value for role in who.READS]
    seats = Seat.objects.filter(partnership=partnership, roles__overlap=roles)
    return list(seats.filter(person__isnull=False).order_by("pk")[:VOTERS])


def _paper(worries: dict[int, int], chance: random.Random) -> dict[int, int]:
    """One member's ranking: the common worry with a mind of their own; some rank only ten."""
    ordered = sorted(
        worries, key=lambda area: worries[area] + chance.gauss(0, SPREAD), reverse=True
    )
    ranked = ordered if chance.random() < 0.6 else ordered[:10]
    return {area: place for place, area in enumerate(ranked, start=1)}
