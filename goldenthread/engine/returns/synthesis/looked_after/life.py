"""The whole history of an invented child: periods of care, short breaks, adoption, leaving care."""

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.looked_after import person, placement, stay
from goldenthread.engine.returns.synthesis.looked_after.person import GROWN_UP, Person
from goldenthread.engine.returns.synthesis.looked_after.stay import Episode, Stay

KINDS = {"in care": 58, "started": 17, "adopted": 4, "leaver": 17, "short breaks": 4}
LEAVER_AGES = {17: 10, 18: 24, 19: 22, 20: 20, 21: 18, 22: 3, 23: 2, 24: 1, 25: 1}
NEEDS = {"N1": 62, "N2": 3, "N3": 4, "N4": 8, "N5": 14, "N6": 3, "N7": 1, "N8": 5}
LONGEST_BEFORE, LATER_BEFORE = 2200, 300
ENDS_IN_THE_YEAR, COMES_BACK = 0.2, 0.25
HOME_AGAIN = ("E4A", "E4B")
WAYS_OUT = {
    "E4A": 45,
    "E4B": 9,
    "E13": 5,
    "E41": 9,
    "E47": 6,
    "E48": 4,
    "E3": 3,
    "E8": 8,
    "E2": 0.3,
}
OF_AGE = {"E17": 34, "E5": 30, "E6": 20, "E7": 2, "E8": 14}
FOSTERED_BY_RELATIVES, FOSTERED = {**WAYS_OUT, "E45": 20}, {**WAYS_OUT, "E46": 3}
SHORT_BREAK_DAYS = 4
DISABLED_AGES = (3 * 365, 16 * 365)


@dataclass(frozen=True)
class Adoption:
    """The decision that a child should be adopted, the match, and whether it was given up."""

    decided: date
    matched: date | None = None
    given_up: date | None = None
    why: str = ""


@dataclass(frozen=True)
class Life:
    """A child's history, told up to the day `until`, which is the same whichever year is looked at."""

    child: Person
    stays: list[Stay]
    until: date
    adoption: Adoption | None = None

    @property
    def years_of_care(self) -> list[Stay]:
        """The periods that are not short breaks."""
        return [stay for stay in self.stays if not stay.is_short_break]


def lived(number: int, seed: int, year: Year) -> Life:
    """The life of one child, who belongs in the return of this year."""
    chance = Chance(seed, f"looked after {number}")
    kind = chance.weighted(KINDS)
    if kind == "leaver":
        return _leaver(number, year, chance)
    if kind == "adopted":
        return _adopted(number, year, chance)
    if kind == "short breaks":
        return _short_breaks(number, year, chance)
    start = chance.day(year.start, year.end)
    if kind == "in care":
        start = year.start - timedelta(days=chance.whole(1, LONGEST_BEFORE))
    return _looked_after(number, start, year, chance)


def _looked_after(number: int, start: date, year: Year, chance: Chance) -> Life:
    child = person.starting(number, start, chance)
    if child.birthday(GROWN_UP) <= year.start:
        # It would be of no return of this year: one who came later, and is a child still.
        start = year.start - timedelta(days=chance.whole(1, LATER_BEFORE))
        child = person.starting(number, start, chance)
    first = stay.lived(child, start, year.end, chance.weighted(NEEDS), chance)
    life = Life(child, [first], year.end)
    if chance.happens(ENDS_IN_THE_YEAR):
        last = min(year.end + timedelta(days=60), child.birthday(GROWN_UP) - timedelta(days=1))
        day = chance.day(max(start + timedelta(days=1), year.start), last)
        stay.end(first, day, chance.weighted(_ways_out(first, day)))
        _come_back(life, day, year, chance)
    _grow_up(life, chance)
    return life


def _ways_out(given: Stay, day: date) -> dict[str, float]:
    """The reasons that may end a period, by where the child lived last."""
    last = [e.place.kind for e in given.episodes if e.began < day][-1:] or [""]
    if last[0] in ("U1", "U2", "U3"):
        return FOSTERED_BY_RELATIVES
    return FOSTERED if last[0].startswith("U") else dict(WAYS_OUT)


def _come_back(life: Life, ended: date, year: Year, chance: Chance) -> None:
    """Looked after again within the year, after going home."""
    again = ended + timedelta(days=chance.whole(10, 150))
    home = life.stays[-1].episodes[-1].ending in HOME_AGAIN
    if home and chance.happens(COMES_BACK) and again < min(year.end, life.child.birthday(GROWN_UP)):
        need = life.stays[-1].need
        life.stays.append(stay.lived(life.child, again, year.end, need, chance))


def _grow_up(life: Life, chance: Chance) -> None:
    """Nobody is looked after past the eighteenth birthday."""
    day, last = life.child.birthday(GROWN_UP), life.stays[-1]
    if last.end is None:
        ends = {**OF_AGE, "E17": OF_AGE["E17"] if last.episodes[-1].place.kind[0] == "U" else 0}
        stay.end(last, day, chance.weighted(ends))


def _adopted(number: int, year: Year, chance: Chance) -> Life:
    """A young child for whom adoption was decided: adopted in the year, waiting, or not any more."""
    start = year.start - timedelta(days=chance.whole(150, 500))
    born = start - timedelta(days=chance.whole(0, 900))
    child = person.born_on(number, born, chance)
    own = Stay(chance.weighted(NEEDS), placement.postcode(chance))
    own.episodes.append(Episode(start, "S", "C1", placement.of_kind("U6", chance)))
    decided = start + timedelta(days=chance.whole(90, 140))
    stay.follow(own, Episode(decided, "L", "E1", own.episodes[-1].place), chance)
    if chance.happens(0.1):
        given_up = decided + timedelta(days=chance.whole(100, 300))
        stay.follow(own, Episode(given_up, "L", "C2", own.episodes[-1].place), chance)
        why = chance.weighted({"RD1": 40, "RD2": 5, "RD3": 40, "RD4": 15})
        life = Life(child, [own], year.end, Adoption(decided, given_up=given_up, why=why))
    else:
        life = Life(child, [own], year.end, _match(own, decided, year, chance))
    _grow_up(life, chance)
    return life


def _match(own: Stay, decided: date, year: Year, chance: Chance) -> Adoption:
    matched = decided + timedelta(days=chance.whole(40, 200))
    moved = matched + timedelta(days=chance.whole(7, 40))
    stay.follow(own, Episode(moved, "P", "E1", placement.of_kind("A6", chance)), chance)
    earliest = max(year.start, moved + timedelta(days=75))
    adopted = earliest + timedelta(days=chance.whole(1, 330))
    stay.end(own, adopted, chance.weighted({"E12": 9, "E11": 1}))
    return Adoption(decided, matched)


def _leaver(number: int, year: Year, chance: Chance) -> Life:
    """A young person who left care at sixteen or later, and has a birthday from 17 to 25 this year."""
    age = chance.weighted(LEAVER_AGES)
    child = person.of_age(number, age, year, chance)
    start = child.birthday(14) + timedelta(days=chance.whole(0, 600))
    need = chance.weighted(NEEDS)
    own = stay.lived(child, start, child.birthday(GROWN_UP), need, chance)
    life = Life(child, [own], year.end)
    if age < GROWN_UP or chance.happens(0.12):
        left = child.birthday(16) + timedelta(days=chance.whole(20, 330))
        stay.end(own, left, chance.weighted({"E4A": 5, "E4B": 2, "E13": 2, "E8": 1}))
    _grow_up(life, chance)
    return life


def _short_breaks(number: int, year: Year, chance: Chance) -> Life:
    """A disabled child with short breaks: each told singly (V3), or several by one agreement (V4)."""
    child = person.born_on(
        number, year.start - timedelta(days=chance.whole(*DISABLED_AGES)), chance
    )
    life, home = Life(child, [], year.end), placement.postcode(chance)
    carer = placement.of_kind(chance.one_of(("U6", "K2")), chance)
    if chance.happens(0.5):
        day = year.start + timedelta(days=chance.whole(-200, 200))
        life.stays.append(Stay("N2", home, [Episode(day, "S", "V4", carer)]))
        return life
    day = year.start + timedelta(days=chance.whole(0, 40))
    while day < year.end:
        back = day + timedelta(days=chance.whole(1, SHORT_BREAK_DAYS))
        life.stays.append(Stay("N2", home, [Episode(day, "S", "V3", carer, back, "E4A")]))
        day = back + timedelta(days=chance.whole(20, 70))
    return life
