"""What happens while a child is looked after: reviews, times missing, social workers who come and go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.looked_after.life import Life
from goldenthread.engine.returns.synthesis.looked_after.stay import Stay

# Days after the start, then after the first review, then after the one before: the shortest and the
# longest that keep to time, and the longest that does not.
REVIEWS = ((8, 26, 60), (60, 88, 130), (150, 181, 240))
LATE = 0.08
GOES_MISSING, OLD_ENOUGH = 0.2, 10
MOST_TIMES, LONGEST_AWAY = 12, 5
WORKER_STAYS = (40, 600)
WORKERS = 900
WORKER_REASONS = {"LEFTRL": 30, "TSPROC": 30, "MANAGE": 12, "ORGRST": 8, "ABSENC": 8, "FCONTA": 4, "OTHERS": 6, "CHCHAN": 1, "PCCHAN": 1}  # fmt: skip


@dataclass(frozen=True)
class Spell:
    """From a day to a day (None: it goes on), with the code and the name that belong to it."""

    start: date
    end: date | None
    code: str
    name: str = ""


def reviews(stay: Stay, until: date, chance: Chance) -> Iterator[date]:
    """The reviews of one period, most of them in time."""
    last, day = stay.end or until, stay.start
    for times in range(10_000):
        least, in_time, late = REVIEWS[min(times, len(REVIEWS) - 1)]
        longest = late if chance.happens(LATE) else in_time
        day += timedelta(days=chance.whole(least, longest))
        if day > last:
            return
        yield day


def missing(life: Life, chance: Chance) -> Iterator[Spell]:
    """Times that a child was missing or away, one after the other, each within a period of care."""
    if not chance.happens(GOES_MISSING):
        return
    for stay in life.years_of_care:
        day, last = max(stay.start, life.child.birthday(OLD_ENOUGH)), stay.end or life.until
        for _ in range(chance.whole(1, MOST_TIMES)):
            day += timedelta(days=chance.whole(1, 90))
            back = day + timedelta(days=chance.whole(0, LONGEST_AWAY))
            if day >= last:
                break
            code = "M" if chance.happens(0.85) else "A"
            yield Spell(day, None if back > last and stay.end is None else min(back, last), code)
            day = back


def workers(stay: Stay, until: date, chance: Chance) -> Iterator[Spell]:
    """The child's social workers, each until the next begins."""
    day, last = stay.start, stay.end or until
    while True:
        name = f"SW{chance.whole(1, WORKERS):05d}"
        leaves = day + timedelta(days=chance.whole(*WORKER_STAYS))
        if leaves >= last:
            yield Spell(day, stay.end, "OTHERS" if stay.end else "", name)
            return
        yield Spell(day, leaves, chance.weighted(WORKER_REASONS), name)
        day = leaves
