"""The rows of a child for whom adoption was decided (PlacedAdoption), and who was adopted (AD1)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.looked_after.life import Adoption, Life

ADOPTED = ("E11", "E12")
COUPLES = {"MF": ("L11", "L2"), "MM": ("L11", "L12", "L3"), "FF": ("L11", "L12", "L3")}
ADOPTERS = {"MF": 75, "MM": 7, "FF": 7, "F1": 10, "M1": 1}


def rows(life: Life, year: Year, chance: Chance) -> Iterator[tuple[str, dict[str, Any]]]:
    """The decision in every year until the child is adopted; the adoption in its own year."""
    plan, end = life.adoption, life.stays[-1].end
    if not plan or plan.decided > year.end or (end and end < year.start):
        return
    if plan.given_up is None or plan.given_up >= year.start:
        yield "PlacedAdoption", _decision(plan, year)
    if plan.matched and end and end <= year.end and life.stays[-1].episodes[-1].ending in ADOPTED:
        yield "AD1", _adopters(plan.decided, plan.matched, chance)


def _decision(plan: Adoption, year: Year) -> dict[str, Any]:
    given_up = plan.given_up if plan.given_up and plan.given_up <= year.end else None
    return {
        "DATE_PLACED": plan.decided,
        "DATE_PLACED_CEASED": given_up,
        "REASON_PLACED_CEASED": plan.why if given_up else "",
    }


def _adopters(decided: date, matched: date, chance: Chance) -> dict[str, Any]:
    sexes = chance.weighted(ADOPTERS)
    alone = sexes not in COUPLES
    return {
        "DATE_INT": decided,
        "DATE_MATCH": matched,
        "FOSTER_CARE": int(chance.happens(0.12)),
        "NB_ADOPTR": 1 if alone else 2,
        "SEX_ADOPTR": sexes,
        "LS_ADOPTR": "L0" if alone else chance.one_of(COUPLES[sexes]),
    }
