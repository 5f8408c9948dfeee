"""The year of a census, by its own header alone: figures told of a guessed year would be believed."""

from collections.abc import Iterator
from datetime import date

from goldenthread.engine.indicators.spans import year_ending
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.context import YEARS
from goldenthread.engine.returns.refusals import CannotRead


def year_of(name: str, census: Census) -> int:
    """The year in which a census ends. Raises CannotRead where its header gives none, or two."""
    told, day = in_header(census)
    if told and day and told != year_ending(day):
        raise CannotRead(
            f"{name}: its header gives the year {told} and the reference date {written(day)}, which "
            f"is in {spoken(year_ending(day))}. Correct the one that is wrong, then count again"
        )
    if told:
        return told
    if day:
        return year_ending(day)
    raise CannotRead(
        f"{name}: its header gives neither a year nor a reference date that can be read. Put in the "
        "year in which the census ends, such as <Year>2026</Year>, then count again"
    )


def doubts(name: str, census: Census) -> Iterator[str]:
    """What there is to say of how the year was found, and of a year that nothing happened in."""
    year, (told, day) = year_of(name, census), in_header(census)
    if day and not told:
        yield (
            f"{name} is counted as {spoken(year)} by its reference date, {written(day)}: its header "
            "gives no year that can be read"
        )
    dates = census.CINdetails.select("CINreferralDate", "CINclosureDate").unpivot()["value"]
    days = dates.drop_nulls()
    if len(days) and not days.is_between(date(year - 1, 4, 1), date(year, 3, 31)).any():
        yield (
            f"{name} is counted as {spoken(year)}, as its header says, but no referral or closure in "
            "it falls in that year: see whether the header is right"
        )


def in_header(census: Census) -> tuple[int | None, date | None]:
    """The year and the reference date that the header gives, each where it can be one."""
    header = census.tables["Header"]
    years = [year for year in header["Year"].to_list()[:1] if year in YEARS]
    days = [day for day in header["ReferenceDate"].to_list()[:1] if day and day.year in YEARS]
    return next(iter(years), None), next(iter(days), None)


def written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def spoken(year: int) -> str:
    """2025/26, of the year in which it ends."""
    return f"{year - 1}/{year % 100:02}"
