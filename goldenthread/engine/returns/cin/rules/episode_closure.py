"""Rules about how an episode of need is closed: when, why, and with what still open."""

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.fields import codes

DIED = "RC2"

CLOSED = col.CINclosureDate.is_not_null()


@rule("8585Q")
def died_but_no_date_of_death(census: Census) -> DataFrame:
    """A child with no identifiers at all has no date of death either."""
    children = [
        census.together("CINdetails", "ChildIdentifiers").filter(col.PersonDeathDate.is_null()),
        census.lacking("CINdetails", "ChildIdentifiers"),
    ]
    return pl.concat(children, how="diagonal").filter(col.ReasonForClosure == DIED)


@rule("8620")
def outside_the_census_year(census: Census) -> DataFrame:
    year = census.year
    return census.CINdetails.filter(~col.CINclosureDate.is_between(year.start, year.end))


@rule("8630")
def before_its_referral(census: Census) -> DataFrame:
    return census.CINdetails.filter(col.CINclosureDate < col.CINreferralDate)


@rule("8640")
def reason_is_not_a_code(census: Census) -> DataFrame:
    return census.CINdetails.filter(~col.ReasonForClosure.is_in(codes("reasonforclosure")))


@rule("8805")
def date_without_a_reason(census: Census) -> DataFrame:
    return census.CINdetails.filter(CLOSED, col.ReasonForClosure.is_null())


@rule("8810")
def reason_without_a_date(census: Census) -> DataFrame:
    return census.CINdetails.filter(~CLOSED, col.ReasonForClosure.is_not_null())


@rule("8867")
def closed_with_an_open_assessment(census: Census) -> DataFrame:
    assessments = census.together("Assessments", "CINdetails")
    return assessments.filter(CLOSED, col.AssessmentAuthorisationDate.is_null())


@rule("8868")
def closed_with_an_open_section_47_enquiry(census: Census) -> DataFrame:
    """An enquiry ends with a conference of its own, or by saying that none is needed."""
    enquiries = census.together("Section47", "CINdetails")
    not_needed = col.ICPCnotRequired.fill_null(False)
    return enquiries.filter(CLOSED, col.DateOfInitialCPC.is_null(), ~not_needed)
