"""An invented episode of need: referral, assessment, enquiry, conference, plan, closure.

What is done is told in the order in which it happens, and only what happened by the end of the
census year and not before its start is in the return, as in a real one.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis import protection
from goldenthread.engine.returns.synthesis.chance import (
    Chance,
    office_day,
    office_day_by,
    working_days,
)

Row = dict[str, Any]
DAY = timedelta(days=1)
ASSESSED_WITHIN, ENQUIRED_WITHIN = 45, 15
# Of the children whose episode was open when the year began.
ON_A_PLAN = 0.15

SOURCES = {
    "6": 29, "2A": 18, "2B": 3, "3A": 2, "3B": 2, "3C": 1, "3D": 2, "3E": 4, "3F": 6, "1A": 7,
    "1B": 3, "1C": 1, "1D": 3, "4": 2, "5A": 3, "5B": 5, "5C": 2, "5D": 3, "7": 2, "8": 5, "9": 2,
}  # fmt: skip
NEEDS = {"N1": 57, "N2": 10, "N3": 3, "N4": 8, "N5": 14, "N6": 3, "N7": 0.3, "N8": 3, "N9": 0.5}
FACTORS = [
    "1B", "1C", "2A", "2B", "3A", "3B", "3C", "4A", "4B", "4C", "5A", "5B", "6A", "6B", "7A", "10A",
    "11A", "12A", "13A", "14A", "15A", "16A", "17A", "18B", "18C", "19B", "19C", "20", "24A",
]  # fmt: skip
CLOSED_LATER = {"RC7": 88, "RC5": 4, "RC3": 3, "RC4": 2, "RC6": 2, "RC1": 1}


class Path:
    """How far an episode goes."""

    NO_ACTION, ASSESSED, SUPPORTED, PROTECTED = "no action", "assessed", "supported", "protected"


PATHS = {Path.NO_ACTION: 6, Path.ASSESSED: 32, Path.SUPPORTED: 34, Path.PROTECTED: 28}


@dataclass
class Episode:
    """The row of CINdetails and the rows that hang on it."""

    details: Row
    assessments: list[Row] = field(default_factory=list)
    plans: list[Row] = field(default_factory=list)
    enquiries: list[Row] = field(default_factory=list)
    protection: list[Row] = field(default_factory=list)

    @property
    def closed(self) -> date | None:
        closed: date | None = self.details.get("CINclosureDate")
        return closed


def referred(day: date, year: Year, chance: Chance, *, last: bool) -> Episode:
    """An episode that begins in the census year. Only a child's last may end with no action or
    stay open, since one that stays open can have none after it."""
    path = chance.weighted(PATHS)
    if path == Path.NO_ACTION and last:
        return without_action(day, chance)
    episode = Episode(_details(day, chance))
    assessed = _assess(episode, chance.working_days_on(day, 0, 3), year, chance)
    if assessed is None:
        return episode
    if path in (Path.ASSESSED, Path.NO_ACTION):
        return _close(
            episode, assessed + timedelta(days=chance.whole(0, 9)), year, chance, early=True
        )
    after = _protect(episode, assessed, year, chance) if path == Path.PROTECTED else assessed
    return _support(episode, after, year, chance) if after else episode


def without_action(day: date, chance: Chance) -> Episode:
    """A referral after which nothing more was done."""
    return Episode(_details(day, chance, no_action=True))


def continuing(day: date, year: Year, chance: Chance) -> Episode:
    """An episode that was open when the census year began: what ended before is not in the return."""
    episode = Episode(_details(day, chance))
    if chance.happens(ON_A_PLAN):
        earliest = max(day + DAY, year.start - timedelta(days=700))
        started = max(office_day(day), office_day_by(chance.day(earliest, year.start - DAY)))
        after = _plan(episode, started, year, chance)
        return _support(episode, after, year, chance) if after else episode
    return _support(episode, day, year, chance)


def _details(day: date, chance: Chance, *, no_action: bool = False) -> Row:
    details: Row = {"CINreferralDate": day, "ReferralSource": chance.weighted(SOURCES)}
    if no_action:
        return {**details, "ReferralNFA": True}
    return {**details, "PrimaryNeedCode": chance.weighted(NEEDS), "ReferralNFA": False}


def _assess(episode: Episode, start: date, year: Year, chance: Chance) -> date | None:
    """Assess; the day on which it was authorised, or None where it goes on after the year's end."""
    start = min(start, year.end)
    late = chance.happens(0.15)
    done = chance.working_days_on(start, 46, 70) if late else chance.working_days_on(start, 5, 45)
    if done > year.end and working_days(start, year.end) > ASSESSED_WITHIN:
        done = office_day(year.end - timedelta(days=7))
    if done > year.end:
        episode.assessments.append({"AssessmentActualStartDate": start})
        return None
    factors = chance.some_of(FACTORS, chance.whole(1, 4))
    dates = {"AssessmentActualStartDate": start, "AssessmentAuthorisationDate": done}
    episode.assessments.append({**dates, "factors": factors})
    return done


def _protect(episode: Episode, day: date, year: Year, chance: Chance) -> date | None:
    """Enquire under section 47; the day from which support goes on, or None if nothing follows."""
    start = day + timedelta(days=chance.whole(0, 6))
    if start > year.end:
        return day
    conference = chance.working_days_on(start, 4, 21 if chance.happens(0.2) else 15)
    target = chance.working_days_on(start, ENQUIRED_WITHIN, ENQUIRED_WITHIN)
    enquiry: Row = {
        "S47ActualStartDate": start,
        "InitialCPCtarget": target,
        "ICPCnotRequired": False,
    }
    episode.enquiries.append(enquiry)
    if chance.happens(0.6) or (
        conference > year.end and working_days(start, year.end) > ENQUIRED_WITHIN
    ):
        enquiry["ICPCnotRequired"] = True
        return start
    if conference > year.end:
        return None
    enquiry["DateOfInitialCPC"] = conference
    return _plan(episode, conference, year, chance) if chance.happens(0.86) else conference


def _plan(episode: Episode, start: date, year: Year, chance: Chance) -> date | None:
    """A child protection plan; the day after it ended, or None while it is open."""
    plan = protection.planned(start, year, chance)
    episode.protection.append(plan)
    return plan["CPPendDate"] + DAY if "CPPendDate" in plan else None


def _support(episode: Episode, day: date, year: Year, chance: Chance) -> Episode:
    """A child in need plan, and later the closure; either may lie beyond the year's end."""
    start = day + timedelta(days=chance.whole(1, 14))
    if start > year.end or chance.happens(0.15):
        return _close(episode, day + timedelta(days=chance.whole(20, 120)), year, chance)
    end = chance.day_in(year, start + timedelta(days=chance.whole(30, 400)))
    plan: Row = {"CINPlanStartDate": start}
    episode.plans.append(plan)
    if end <= year.end:
        plan["CINPlanEndDate"] = end
        return _close(episode, end + timedelta(days=chance.whole(0, 14)), year, chance)
    return episode


def _close(
    episode: Episode, day: date, year: Year, chance: Chance, *, early: bool = False
) -> Episode:
    """Close the case, unless that comes after the year's end. `early` is straight after assessment."""
    day = chance.day_in(year, max(day, episode.details["CINreferralDate"] + DAY))
    if day <= year.end:
        reason = chance.weighted({"RC8": 85, "RC9": 15} if early else CLOSED_LATER)
        episode.details |= {"CINclosureDate": day, "ReasonForClosure": reason}
    return episode
