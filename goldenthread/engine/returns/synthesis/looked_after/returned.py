"""One year of a child's history, as the rows of a return."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.looked_after import adoption, events, leaving, outcomes
from goldenthread.engine.returns.synthesis.looked_after.events import Spell
from goldenthread.engine.returns.synthesis.looked_after.life import Life
from goldenthread.engine.returns.synthesis.looked_after.stay import Stay

Row = dict[str, Any]
Rows = Iterator[tuple[str, Row]]
AUTHORITIES = (201, 399)
OLD_ENOUGH_FOR_VIEWS, MOTHER_AGE, MOTHERS = 4, 14, 0.01
VIEWS = {"PN1": 50, "PN2": 8, "PN3": 2, "PN4": 4, "PN5": 6, "PN6": 24, "PN7": 6}
PERMANENT_BEFORE = {"Z1": 93, "P1": 1, "P2": 3, "P3": 2, "P4": 1}


def rows(life: Life, seed: int, year: Year) -> Rows:
    """The child's rows in the return of a year; none where the child is not of it."""
    chance = Chance(seed, f"looked after {life.child.number} in {year.end.year}")
    care = [("Episodes", row) for stay in life.stays for row in _episodes(stay, year)]
    after = list(leaving.rows(life, year, chance))
    if not (care or after):
        return
    yield "Header", _header(life, year, bool(care), chance)
    yield from care
    yield from _events(life, seed, year)
    if care:
        yield from _started(life, year, chance)
    yield from outcomes.rows(life, year, chance)
    yield from adoption.rows(life, year, chance)
    yield from after


def _header(life: Life, year: Year, in_care: bool, chance: Chance) -> Row:
    child = life.child
    row: Row = {"SEX": child.sex, "ETHNIC": child.ethnicity, "UPN": child.upn(year)}
    if in_care and life.years_of_care and child.sex == "F" and child.age(year.end) >= MOTHER_AGE:
        row["MOTHER"] = int(chance.happens(MOTHERS))
        row["MC_DOB"] = chance.day(year.start, year.end) if row["MOTHER"] else None
    return row


def _episodes(stay: Stay, year: Year) -> Iterator[Row]:
    for episode in stay.episodes:
        if not within(episode.began, episode.ended, year):
            continue
        place, over = episode.place, episode.ended is not None and episode.ended <= year.end
        yield {
            "DECOM": episode.began, "RNE": episode.why, "LS": episode.status, "CIN": stay.need,
            "PLACE": place.kind, "PLACE_PROVIDER": place.provider, "URN": place.urn,
            "HOME_POST": "" if stay.is_short_break else stay.home,
            "PL_POST": "" if stay.is_short_break else place.postcode,
            "DEC": episode.ended if over else None, "REC": episode.ending if over else "",
            "REASON_PLACE_CHANGE": episode.reason_place_change if over else "",
        }  # fmt: skip


def _events(life: Life, seed: int, year: Year) -> Rows:
    """The chance is not that of the year, so that last year's return tells of the same events."""
    chance = Chance(seed, f"events of {life.child.number}")
    for stay in life.years_of_care:
        yield from _reviews(life, stay, year, chance)
        for spell in events.workers(stay, life.until, chance):
            if within(spell.start, spell.end, year):
                yield "SWEpisodes", _worker(spell, year)
    for spell in events.missing(life, chance):
        if within(spell.start, spell.end, year):
            back = _until(spell.end, year)
            yield "Missing", {"MISSING": spell.code, "MIS_START": spell.start, "MIS_END": back}


def _reviews(life: Life, stay: Stay, year: Year, chance: Chance) -> Rows:
    for day in events.reviews(stay, life.until, chance):
        old_enough = life.child.age(day) >= OLD_ENOUGH_FOR_VIEWS
        code = chance.weighted(VIEWS) if old_enough else "PN0"
        if year.start <= day <= year.end:
            yield "Reviews", {"REVIEW": day, "REVIEW_CODE": code}


def _worker(spell: Spell, year: Year) -> Row:
    left = _until(spell.end, year)
    reason = spell.code if left else ""
    return {"SW_ID": spell.name, "SW_DECOM": spell.start, "SW_DEC": left, "SW_REASON": reason}


def _started(life: Life, year: Year, chance: Chance) -> Rows:
    starts = [s.start for s in life.years_of_care if year.start <= s.start <= year.end]
    if starts:
        before = chance.weighted(PERMANENT_BEFORE)
        row: Row = {"PREV_PERM": before}
        if before != "Z1":
            row["LA_PERM"] = chance.whole(*AUTHORITIES)
            row["DATE_PERM"] = chance.day(life.child.born, starts[0])
        yield "PrevPerm", row
    if life.child.asylum:
        grown = life.child.birthday(18)
        ceased = grown if year.start <= grown <= year.end else None
        yield "UASC", {"SEX": life.child.sex, "DUC": ceased}


def within(start: date, end: date | None, year: Year) -> bool:
    """Whether what lasted from a day to a day (None: still does) lasted on a day of the year."""
    return start <= year.end and (end is None or end >= year.start)


def _until(day: date | None, year: Year) -> date | None:
    """The end of something, where it had ended by the end of the year."""
    return day if day and day <= year.end else None
