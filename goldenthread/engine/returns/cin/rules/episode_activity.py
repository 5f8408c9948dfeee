"""Rules about what is recorded within an episode of need, and what therefore cannot be."""

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import EPISODE, Census
from goldenthread.engine.returns.cin.overlaps import overlapping
from goldenthread.engine.returns.cin.rules.assessment_factors import CLOSED_AFTER_ASSESSMENT

AFTER_ASSESSMENT = col.ReasonForClosure.is_in(CLOSED_AFTER_ASSESSMENT)


@rule("2990")
def more_than_an_assessment(census: Census) -> DataFrame:
    """Closed after assessment, yet with an enquiry, a conference or a plan of either kind."""
    further = ("Section47", "CINplanDates", "ChildProtectionPlans")
    active = [
        census.CINdetails.filter(col.DateOfInitialCPC.is_not_null()),
        *(census.having("CINdetails", table) for table in further),
    ]
    return pl.concat(active).filter(AFTER_ASSESSMENT)


@rule("2991Q")
def section_47_enquiry_without_an_assessment(census: Census) -> DataFrame:
    unassessed = census.lacking("CINdetails", "Assessments").select("#CINdetails")
    enquiries = census.together("Section47", "CINdetails")
    return enquiries.join(unassessed, on="#CINdetails", how="semi")


@rule("8825Q")
def closed_after_an_assessment_that_is_not_there(census: Census) -> DataFrame:
    return census.lacking("CINdetails", "Assessments").filter(AFTER_ASSESSMENT)


@rule("8831")
def activity_after_no_further_action(census: Census) -> DataFrame:
    """The assessments and enquiries that took place, and a conference in the episode itself."""
    active = [
        _dated(census.together("Assessments", "CINdetails"), *ASSESSMENT_DATES),
        _dated(census.together("Section47", "CINdetails"), *ENQUIRY_DATES),
        _dated(census.CINdetails, "DateOfInitialCPC"),
    ]
    return pl.concat(active, how="diagonal").filter(col.ReferralNFA)


@rule("8890")
def section_47_enquiry_starts_while_another_is_ongoing(census: Census) -> DataFrame:
    """Within one episode. An enquiry lasts to its conference, else to the reference date, both
    days inclusive; one that needs no conference and had none keeps no other from starting."""
    needs_conference = ~col.ICPCnotRequired.fill_null(False)
    ongoing_to = pl.when(needs_conference).then(pl.lit(census.span.end))
    ends = pl.coalesce(col.DateOfInitialCPC, ongoing_to)
    return overlapping(census.Section47, "S47ActualStartDate", ends, within=EPISODE, touching=True)


ASSESSMENT_DATES = ("AssessmentActualStartDate", "AssessmentAuthorisationDate")
ENQUIRY_DATES = ("S47ActualStartDate", "DateOfInitialCPC")


def _dated(rows: DataFrame, *dates: str) -> DataFrame:
    return rows.filter(pl.any_horizontal(pl.col(*dates).is_not_null()))
