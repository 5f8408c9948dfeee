"""The rule about the header: that the day the return speaks for is the last of its year."""

from typing import Any

from goldenthread.engine.returns.cin.book import EDITION, rule
from goldenthread.engine.returns.cin.census import Census, Year
from goldenthread.engine.returns.cin.context import COLLECTION_YEAR, REFERENCE_DATE, YEARS


@rule("100")
def reference_date_is_not_the_last_day_of_the_year(census: Census) -> bool:
    """The context stands in for a header that was not given. A slip in the year has no last day."""
    header, said = census.Header.head(1), census.context
    year = [*header["Year"].drop_nulls(), *_years(said), int(EDITION[:4]) + 1][0]
    reference = [*header["ReferenceDate"], said.get(REFERENCE_DATE)][0]
    return year not in YEARS or reference != Year.ending(year).end


def _years(said: dict[str, Any]) -> list[int]:
    day = said.get(REFERENCE_DATE)
    years = [said.get(COLLECTION_YEAR), day and day.year]
    return [year for year in years if year]
