"""Rules about assessments and the factors found at their end."""

from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import Census


@rule("1103")
def starts_before_its_referral(census: Census) -> DataFrame:
    assessments = census.together("Assessments", "CINdetails")
    return assessments.filter(col.AssessmentActualStartDate < col.CINreferralDate)


@rule("8608")
def ends_before_it_starts(census: Census) -> DataFrame:
    return census.Assessments.filter(
        col.AssessmentActualStartDate > col.AssessmentAuthorisationDate
    )


@rule("8696")
def ends_outside_the_census_year(census: Census) -> DataFrame:
    year = census.year
    return census.Assessments.filter(
        ~col.AssessmentAuthorisationDate.is_between(year.start, year.end)
    )
