"""Rules about assessments: when they start and end, and that one follows the other."""

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import EPISODE, Census
from goldenthread.engine.returns.cin.overlaps import overlapping
from goldenthread.kernel.working_days import add_working_days

# The longest that an assessment should take (Working Together; the list of rules, 8670Q).
WORKING_DAYS_TO_ASSESS = 45

STILL_OPEN = col.AssessmentAuthorisationDate.is_null()


@rule("1103")
def starts_before_its_referral(census: Census) -> DataFrame:
    assessments = census.together("Assessments", "CINdetails")
    return assessments.filter(col.AssessmentActualStartDate < col.CINreferralDate)


@rule("8608")
def ends_before_it_starts(census: Census) -> DataFrame:
    return census.Assessments.filter(
        col.AssessmentActualStartDate > col.AssessmentAuthorisationDate
    )


@rule("8670Q")
def should_have_ended_by_now(census: Census) -> DataFrame:
    earliest = add_working_days(census.year.end, -WORKING_DAYS_TO_ASSESS, census.bank_holidays)
    return census.Assessments.filter(STILL_OPEN, col.AssessmentActualStartDate < earliest)


@rule("8696")
def ends_outside_the_census_year(census: Census) -> DataFrame:
    year = census.year
    return census.Assessments.filter(
        ~col.AssessmentAuthorisationDate.is_between(year.start, year.end)
    )


@rule("8736")
def open_and_started_outside_the_census_year(census: Census) -> DataFrame:
    """An open assessment without a start fails too: no other rule would find it."""
    year = census.year
    started_in_year = col.AssessmentActualStartDate.is_between(year.start, year.end)
    return census.Assessments.filter(STILL_OPEN, ~started_in_year.fill_null(False))


@rule("8863Q")
def starts_while_another_is_ongoing(census: Census) -> DataFrame:
    """Within one episode; an open assessment lasts to the reference date, both days inclusive."""
    ends = col.AssessmentAuthorisationDate.fill_null(census.span.end)
    return overlapping(
        census.Assessments, "AssessmentActualStartDate", ends, within=EPISODE, touching=True
    )


@rule("8896")
def several_open_in_one_episode(census: Census) -> DataFrame:
    still_open = census.identified("Assessments").filter(STILL_OPEN)
    return still_open.filter(pl.struct(EPISODE).is_duplicated())
