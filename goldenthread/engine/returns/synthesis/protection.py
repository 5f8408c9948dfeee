"""An invented child protection plan and its reviews."""

from datetime import date, timedelta
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis.chance import Chance, office_day
from goldenthread.kernel.clocks.counting import add_months

ABUSE = {"NEG": 49, "EMO": 37, "PHY": 8, "SAB": 4, "MUL": 2}
# Not a field of the return: the reviews of earlier years, which this year's does not tell.
EARLIER = "reviews before"


def planned(start: date, year: Year, chance: Chance) -> dict[str, Any]:
    """A plan with its reviews. It has no end while it is open; it never ended before the year."""
    first = chance.weighted(ABUSE)
    plan = {
        "CPPstartDate": start,
        "InitialCategoryOfAbuse": first,
        "LatestCategoryOfAbuse": first if chance.happens(0.85) else chance.weighted(ABUSE),
        "NumberOfPreviousCPP": chance.weighted({0: 76, 1: 18, 2: 5, 3: 1}),
    }
    length = timedelta(days=chance.whole(60, 900) if chance.happens(0.2) else chance.whole(60, 420))
    end = chance.day_in(year, start + length)
    held = _reviews(start, min(end, year.end), chance)
    plan["reviews"] = [day for day in held if day >= year.start]
    plan[EARLIER] = [day for day in held if day < year.start]
    if end <= year.end:
        plan["CPPendDate"] = end
    return plan


def _reviews(start: date, until: date, chance: Chance) -> list[date]:
    """Every review: the first within three months, then within six of the last."""
    held: list[date] = []
    due = start
    while True:
        latest = add_months(due, 3 if due == start else 6)
        due = office_day(latest - timedelta(days=chance.whole(3, 25)))
        if chance.happens(0.06):
            due = office_day(latest + timedelta(days=chance.whole(1, 30)))
        if due > until:
            return held
        held.append(due)
