"""Rules about section 47 enquiries and the initial child protection conferences they lead to."""

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import EPISODE, Census
from goldenthread.kernel.working_days import add_working_days

# Rule 8675Q: the working days within which a conference should follow an enquiry's start.
DAYS_TO_CONFERENCE = 15
SATURDAY = 6

no_conference = col.DateOfInitialCPC.is_null()


@rule("1104")
def confers_before_the_referral(census: Census) -> DataFrame:
    enquiries = census.together("Section47", "CINdetails")
    return enquiries.filter(col.DateOfInitialCPC < col.CINreferralDate)


@rule("2884")
def shares_its_conference_with_an_episode(census: Census) -> DataFrame:
    """One conference, known by its day, recorded both with an enquiry and with an episode."""
    recorded = census.of_one_child("Section47", "CINdetails")
    return recorded.filter(col.DateOfInitialCPC == col.DateOfInitialCPC_CINdetails)


@rule("2889")
def starts_before_its_referral(census: Census) -> DataFrame:
    enquiries = census.together("Section47", "CINdetails")
    return enquiries.filter(col.S47ActualStartDate < col.CINreferralDate)


@rule("8615")
def has_no_start_by_its_conference(census: Census) -> DataFrame:
    start, conference = col.S47ActualStartDate, col.DateOfInitialCPC
    started = start.is_not_null() & (start <= conference)
    return census.Section47.filter(conference.is_not_null() & ~started)


@rule("8675Q")
def waits_too_long_for_its_conference(census: Census) -> DataFrame:
    latest = add_working_days(census.year.end, -DAYS_TO_CONFERENCE, census.bank_holidays)
    late = col.S47ActualStartDate < latest
    return census.Section47.filter(no_conference & ~col.ICPCnotRequired & late)


@rule("8715")
def confers_outside_the_census_year(census: Census) -> DataFrame:
    year = census.year
    return census.Section47.filter(~col.DateOfInitialCPC.is_between(year.start, year.end))


@rule("8740")
def waits_for_its_conference_since_another_year(census: Census) -> DataFrame:
    """One without a start fails too: it cannot be told to have started in the year."""
    year = census.year
    in_year = col.S47ActualStartDate.is_between(year.start, year.end).fill_null(value=False)
    return census.Section47.filter(no_conference & ~col.ICPCnotRequired & ~in_year)


@rule("8839")
def is_one_of_several_open_enquiries(census: Census) -> DataFrame:
    waiting = no_conference & col.ICPCnotRequired.ne_missing(other=True)
    enquiries = census.identified("Section47").filter(waiting)
    return enquiries.filter(pl.len().over(EPISODE) > 1)


@rule("8870Q")
def aims_at_a_weekend(census: Census) -> DataFrame:
    return census.Section47.filter(col.InitialCPCtarget.dt.weekday() >= SATURDAY)


@rule("8875")
def confers_at_a_weekend(census: Census) -> DataFrame:
    return census.Section47.filter(col.DateOfInitialCPC.dt.weekday() >= SATURDAY)
