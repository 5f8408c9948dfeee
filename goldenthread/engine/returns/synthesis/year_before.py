"""The return of the year before: what of this year's children it would have told, and who is gone.

An episode that was open when this year began was open at the end of the last, with the same dates.
Some who were referred this year had been referred last year too, and their case was closed. And
there are children of whom this year tells nothing, since all ended last year.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis import census, child, episode
from goldenthread.engine.returns.synthesis.census import Child
from goldenthread.engine.returns.synthesis.chance import Chance, office_day_by
from goldenthread.engine.returns.synthesis.episode import ENQUIRED_WITHIN, FACTORS, Episode, Row
from goldenthread.engine.returns.synthesis.protection import EARLIER

KNOWN_BEFORE, GONE = 0.36, 0.55
# Numbers that no child of this year has, and none on whom a fault is planted.
FIRST_GONE = 2 * 10**7
OLD_ENOUGH = timedelta(days=60)
DRAWN_AGAIN, LATE = 20, 0.2
# Only a case that could be closed by the end of the year is drawn.
LEFT_TO_CLOSE = timedelta(days=30)


def children(count: int, seed: int, year: Year) -> Iterator[Child]:
    """The children of the year before `year`, whose return tells of `count`. Nobody who is in both
    is told of otherwise in the one than in the other."""
    before = Year.ending(year.start.year)
    for number in range(count):
        now = census.made(number, seed, year)
        episodes = _then(now, before, Chance(seed, f"the year before {number}"))
        if episodes:
            yield Child(now.identifiers, now.characteristics, now.disabilities, episodes)
    for number in range(round(GONE * count) or 1):
        yield _gone(number, before, Chance(seed, f"gone {number}"))


def _then(now: Child, before: Year, chance: Chance) -> list[Episode]:
    """The episodes of a child of this year that the year before knew."""
    first = now.episodes[0]
    if first.details["CINreferralDate"] <= before.end:
        return [_while_open(first, before, chance)]
    born = now.identifiers.get("PersonBirthDate")
    earliest = max(born or date.max, before.start)
    if earliest > before.end - OLD_ENOUGH or not chance.happens(KNOWN_BEFORE):
        return []
    day = chance.day(earliest, before.end - LEFT_TO_CLOSE)
    return _ended(lambda: [episode.referred(day, before, chance, last=True)], day, chance)


def _gone(number: int, before: Year, chance: Chance) -> Child:
    """A child whose last episode ended in the year before."""
    identifiers = child.identifiers(FIRST_GONE + number, before, chance)
    characteristics, disabilities = child.characteristics(number, chance)
    episodes = _ended(lambda: census.episodes(identifiers, before, chance), before.end, chance)
    return Child(identifiers, characteristics, disabilities, episodes)


def _ended(drawn: Callable[[], list[Episode]], day: date, chance: Chance) -> list[Episode]:
    """Drawn again until nothing is open at the year's end; at last a referral without action."""
    for _ in range(DRAWN_AGAIN):
        episodes = drawn()
        if all(each.closed or each.details["ReferralNFA"] for each in episodes):
            return episodes
    return [episode.without_action(day, chance)]


def _while_open(now: Episode, before: Year, chance: Chance) -> Episode:
    """An episode as it stood at the end of the year before: what ended since is open."""
    then = Episode({**now.details, "CINclosureDate": None, "ReasonForClosure": None})
    then.plans = [
        {"CINPlanStartDate": plan["CINPlanStartDate"]}
        for plan in now.plans
        if plan["CINPlanStartDate"] <= before.end
    ]
    then.protection = [
        _plan_while_open(plan, before)
        for plan in now.protection
        if plan["CPPstartDate"] <= before.end
    ]
    _lead_to(then, before, chance)
    return then


def _plan_while_open(plan: Row, before: Year) -> Row:
    held = [day for day in plan[EARLIER] if day >= before.start]
    return {**plan, "CPPendDate": None, "reviews": held}


def _lead_to(then: Episode, before: Year, chance: Chance) -> None:
    """The enquiry and the assessment of the year that led to where the episode stands."""
    referred = then.details["CINreferralDate"]
    for plan in then.protection:
        if plan["CPPstartDate"] >= before.start:
            then.enquiries.append(_enquiry(plan["CPPstartDate"], referred, chance))
    if referred >= before.start or then.enquiries:
        start = referred if referred >= before.start else then.enquiries[0]["S47ActualStartDate"]
        then.assessments.append(_assessment(start, before, chance))


def _enquiry(conference: date, referred: date, chance: Chance) -> Row:
    start = max(referred, conference - timedelta(days=chance.whole(6, 24)))
    return {
        "S47ActualStartDate": start,
        "InitialCPCtarget": chance.working_days_on(start, ENQUIRED_WITHIN, ENQUIRED_WITHIN),
        "DateOfInitialCPC": conference,
        "ICPCnotRequired": False,
    }


def _assessment(start: date, before: Year, chance: Chance) -> Row:
    """Authorised in the year, since this year's return tells of no assessment that was open."""
    done = chance.working_days_on(start, 5, 70 if chance.happens(LATE) else 45)
    return {
        "AssessmentActualStartDate": start,
        "AssessmentAuthorisationDate": min(max(done, before.start), office_day_by(before.end)),
        "factors": chance.some_of(FACTORS, chance.whole(1, 4)),
    }
