"""The dice: one seeded source of chance for each child, so that a child is the same in any return."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from goldenthread.engine.bank_holidays import ClosedInEngland
from goldenthread.engine.returns.cin.census import Year
from goldenthread.kernel.working_days import add_working_days, on_or_after, working_days_between

T = TypeVar("T")
CLOSED = ClosedInEngland()


class Chance:
    """Chance for one child, from the seed of the return and the child's number."""

    def __init__(self, seed: int, child: int | str) -> None:
        self.random = Random(f"{seed}/{child}")  # noqa: S311 - invented children, not secrets

    def happens(self, share: float) -> bool:
        return self.random.random() < share

    def whole(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def one_of(self, among: Sequence[T]) -> T:
        return self.random.choice(among)

    def some_of(self, among: Sequence[T], count: int) -> list[T]:
        return self.random.sample(among, count)

    def weighted(self, shares: Mapping[T, float]) -> T:
        return self.random.choices(list(shares), list(shares.values()))[0]

    def day(self, first: date, last: date) -> date:
        """A day between two, both included; the first where they are the wrong way round."""
        return first + timedelta(days=self.random.randint(0, max(0, (last - first).days)))

    def day_in(self, year: Year, day: date) -> date:
        """A day of the year in place of one before it: what was open then ended on any day since."""
        return self.day(year.start, year.end + timedelta(days=150)) if day < year.start else day

    def working_days_on(self, start: date, least: int, most: int) -> date:
        return add_working_days(start, self.whole(least, most), CLOSED)


def working_days(first: date, last: date) -> int:
    """Working days after the first up to the last, in England."""
    return working_days_between(first, last, CLOSED)


def office_day(day: date) -> date:
    """The first day on or after this one on which offices are open."""
    return on_or_after(day, CLOSED)


def office_day_by(day: date) -> date:
    """The last day on or before this one on which offices are open."""
    return add_working_days(day + timedelta(days=1), -1, CLOSED)
