"""The row of a care leaver (OC3) in the year of a birthday from the 17th to the 25th."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.looked_after.life import Life

AGES = range(17, 26)
THIRTEEN_WEEKS = timedelta(weeks=13)
IN_TOUCH = {"YES": 92, "NO": 4, "REFU": 1.5, "NREQ": 1.5, "RHOM": 1}
ACTIVITIES = {"F1": 5, "P1": 0.5, "F2": 21, "P2": 2, "F4": 3, "P4": 0.5, "F5": 17, "P5": 5, "G4": 12, "G5": 22, "G6": 6, "0": 6}  # fmt: skip
HOMES = {"B1": 10, "C1": 1, "D1": 13, "E1": 6, "K1": 4, "T1": 2, "U1": 38, "Y1": 3, "Z1": 9, "S2": 1.5, "X2": 3, "W2": 0.5, "V2": 1, "U2": 1.5, "B2": 0.5, "R2": 2, "0": 4}  # fmt: skip


def rows(life: Life, year: Year, chance: Chance) -> Iterator[tuple[str, dict[str, Any]]]:
    """One row, if the young person had left care by the birthday and is owed a leaver's help."""
    for age in AGES:
        birthday = life.child.birthday(age)
        if year.start <= birthday <= year.end and _has_left(life, birthday):
            touch = chance.weighted(IN_TOUCH)
            known = touch in ("YES", "NO") and not (touch == "NO" and chance.happens(0.7))
            yield (
                "OC3",
                {
                    "IN_TOUCH": touch,
                    "ACTIV": chance.weighted(ACTIVITIES) if known else "0",
                    "ACCOM": chance.weighted(HOMES) if known else "0",
                },
            )


def _has_left(life: Life, birthday: date) -> bool:
    """Thirteen weeks in care since 14, some of it after 16, and none on the birthday."""
    stays = [stay for stay in life.years_of_care if stay.start < birthday]
    ended = [stay.end for stay in stays if stay.end and stay.end <= birthday]
    if not stays or len(ended) < len(stays) or max(ended) <= life.child.birthday(16):
        return False
    fourteen = life.child.birthday(14)
    cared = [(stay.end or birthday) - max(stay.start, fourteen) for stay in stays]
    return sum((days for days in cared if days > timedelta()), timedelta()) >= THIRTEEN_WEEKS
