"""The rule about the header: that the day the return speaks for is the last of its year."""

from datetime import date
from typing import Any

from goldenthread.engine.returns.cin.book import EDITION, rule
from goldenthread.engine.returns.cin.census import YEARS, Census, Year


@rule("100")
def reference_date_is_not_the_last_day_of_the_year(census: Census) -> bool:
    """The context stands in for a header that was not given. A slip in the year has no last day."""
    header, said = census.Header.head(1), census.context
    year = [*header["Year"].drop_nulls(), *_years(said), int(EDITION[:4]) + 1][0]
    reference = [*header["ReferenceDate"], *_days(said)][:1]
    return year not in YEARS or reference != [Year.ending(year).end]


def _days(context: dict[str, Any]) -> list[date]:
    day = context.get("reference_date")
    return [date.fromisoformat(str(day)[:10])] if day else []


def _years(context: dict[str, Any]) -> list[int]:
    year = context.get("collection_year")
    return [int(year)] if year else [day.year for day in _days(context)]
