"""An invented child who is, or was, looked after: who it is, and when it was born. No name."""

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.child import ETHNICITIES, upn_of

GROWN_UP, SCHOOL_AGE = 18, 5
ASYLUM, ASYLUM_BOYS, BOYS = 0.05, 0.9, 0.55
# Ages at the start of care, in years.
AGES = {0: 20, 1: 6, 2: 5, 3: 5, 4: 5, 5: 5, 6: 5, 7: 5, 8: 5, 9: 5, 10: 5, 11: 5, 12: 6, 13: 7, 14: 8, 15: 9, 16: 8}  # fmt: skip
ASYLUM_AGES = {14: 1, 15: 3, 16: 8}


@dataclass(frozen=True)
class Person:
    """Who a child is. `asylum`: it came to this country alone, to seek asylum."""

    number: int
    sex: str
    born: date
    ethnicity: str
    asylum: bool

    @property
    def child_id(self) -> str:
        return f"GT{self.number:08d}"

    def upn(self, year: Year) -> str:
        return upn_of(self.number) if self.age(year.end) >= SCHOOL_AGE else "UN1"

    def birthday(self, age: int) -> date:
        """The day of an age; a child born on 29 February has it on 1 March in other years."""
        year = self.born.year + age
        try:
            return self.born.replace(year=year)
        except ValueError:
            return date(year, 3, 1)

    def age(self, day: date) -> int:
        had = day >= self.birthday(day.year - self.born.year)
        return day.year - self.born.year - (0 if had else 1)


def starting(number: int, start: date, chance: Chance) -> Person:
    """A child who is first looked after on this day, at an age that is likely."""
    asylum = chance.happens(ASYLUM)
    age = chance.weighted(ASYLUM_AGES if asylum else AGES)
    born = start - timedelta(days=365 * age + chance.whole(1, 364))
    return born_on(number, born, chance, asylum=asylum)


def of_age(number: int, age: int, year: Year, chance: Chance) -> Person:
    """A young person who has this birthday within the year."""
    day = chance.day(year.start, year.end)
    born = day.replace(year=day.year - age, day=min(day.day, 28))
    return born_on(number, born, chance, asylum=chance.happens(ASYLUM))


def born_on(number: int, born: date, chance: Chance, *, asylum: bool = False) -> Person:
    """A child with this date of birth."""
    sex = "M" if chance.happens(ASYLUM_BOYS if asylum else BOYS) else "F"
    ethnicity = chance.weighted({"AOTH": 3, "BAFR": 3, "OOTH": 4} if asylum else ETHNICITIES)
    return Person(number, sex, born, ethnicity, asylum)
