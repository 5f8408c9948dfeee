"""The yearly outcomes (OC2) of a child who was looked after for the whole of a year."""

from collections.abc import Iterator
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.looked_after.life import Life
from goldenthread.engine.returns.synthesis.looked_after.stay import Stay

UNDER_FIVE, CRIMINAL_AGE, SDQ_AGES = 5, 10, range(4, 17)
HEALTH = {"IMMUNISATIONS": 0.82, "TEETH_CHECK": 0.79, "HEALTH_ASSESSMENT": 0.89}
SCORED, CONVICTED, SUBSTANCES, RECEIVED, OFFERED = 0.77, 0.03, 0.04, 0.5, 0.7
REASONS = {"SDQ1": 10, "SDQ2": 30, "SDQ3": 15, "SDQ4": 40, "SDQ5": 5}


def rows(life: Life, year: Year, chance: Chance) -> Iterator[tuple[str, dict[str, Any]]]:
    """One row, if the child was in care without a break from 1 April to 31 March."""
    if not any(_whole_year(stay, year) for stay in life.years_of_care):
        return
    age = life.child.age(year.end)
    row: dict[str, Any] = {name: int(chance.happens(share)) for name, share in HEALTH.items()}
    row |= _sdq(age, chance) | _substances(chance)
    if age < UNDER_FIVE:
        row["HEALTH_CHECK"] = int(chance.happens(0.88))
    if age >= CRIMINAL_AGE:
        row["CONVICTED"] = int(chance.happens(CONVICTED))
    yield "OC2", row


def _whole_year(stay: Stay, year: Year) -> bool:
    return stay.start <= year.start and (stay.end is None or stay.end > year.end)


def _sdq(age: int, chance: Chance) -> dict[str, Any]:
    if age not in SDQ_AGES:
        return {}
    if chance.happens(SCORED):
        return {"SDQ_SCORE": min(40, chance.whole(0, 16) + chance.whole(0, 16))}
    return {"SDQ_REASON": chance.weighted(REASONS)}


def _substances(chance: Chance) -> dict[str, Any]:
    if not chance.happens(SUBSTANCES):
        return {"SUBSTANCE_MISUSE": 0}
    if chance.happens(RECEIVED):
        return {"SUBSTANCE_MISUSE": 1, "INTERVENTION_RECEIVED": 1}
    offered = int(chance.happens(OFFERED))
    return {"SUBSTANCE_MISUSE": 1, "INTERVENTION_RECEIVED": 0, "INTERVENTION_OFFERED": offered}
