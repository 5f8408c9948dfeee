"""Rules about a referral: its date, its source, the need it names, whether action followed."""

from datetime import date

from polars import DataFrame, col, duration

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import Census
from goldenthread.engine.returns.cin.fields import codes
from goldenthread.kernel.working_days import add_working_days

PREGNANCY = duration(weeks=40)
# The source of a referral is asked for since the return of 2013/14 (the list of rules, 8866).
SOURCE_ASKED_SINCE = date(2013, 4, 1)


@rule("8555Q")
def after_the_child_died(census: Census) -> DataFrame:
    referrals = census.together("CINdetails", "ChildIdentifiers")
    return referrals.filter(col.CINreferralDate > col.PersonDeathDate)


@rule("8568")
def no_further_action_not_said(census: Census) -> DataFrame:
    """A value that is neither yes nor no is read as null."""
    return census.CINdetails.filter(col.ReferralNFA.is_null())


@rule("8569Q")
def no_further_action_from_before_the_year(census: Census) -> DataFrame:
    day_before = add_working_days(census.year.start, -1, census.bank_holidays)
    return census.CINdetails.filter(col.CINreferralDate < day_before, col.ReferralNFA)


@rule("8600")
def missing_or_after_the_year(census: Census) -> DataFrame:
    referred = col.CINreferralDate
    return census.CINdetails.filter(referred.is_null() | (referred > census.year.end))


@rule("8606")
def long_before_the_child_is_born(census: Census) -> DataFrame:
    referrals = census.together("CINdetails", "ChildIdentifiers")
    return referrals.filter(
        (col.CINreferralDate < col.PersonBirthDate - PREGNANCY)
        | (col.CINreferralDate < col.ExpectedPersonBirthDate - PREGNANCY)
    )


@rule("8610")
def action_followed_but_no_need_named(census: Census) -> DataFrame:
    return census.CINdetails.filter(~col.ReferralNFA, col.PrimaryNeedCode.is_null())


@rule("8650")
def need_is_not_a_code(census: Census) -> DataFrame:
    return census.CINdetails.filter(~col.PrimaryNeedCode.is_in(codes("primaryneedcode")))


@rule("8866")
def source_missing_or_not_a_code(census: Census) -> DataFrame:
    known = col.ReferralSource.is_in(codes("referralsource")).fill_null(False)
    return census.CINdetails.filter(col.CINreferralDate >= SOURCE_ASKED_SINCE, ~known)
