"""Rules about child in need plans: their dates, and child protection plans at the same time."""

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import CHILD, Census
from goldenthread.engine.returns.cin.overlaps import overlapping


@rule("4000")
def follows_a_referral_without_further_action(census: Census) -> DataFrame:
    return census.together("CINdetails", "CINplanDates").filter(col.ReferralNFA)


@rule("4001")
def is_open_beside_an_open_protection_plan(census: Census) -> DataFrame:
    plans = census.together("CINplanDates", "ChildProtectionPlans")
    return plans.filter(col.CINPlanEndDate.is_null() & col.CPPendDate.is_null())


@rule("4004")
def is_one_of_several_open_plans_of_a_child(census: Census) -> DataFrame:
    """“This child is showing more than one”: whatever the episode."""
    plans = census.identified("CINplanDates").filter(col.CINPlanEndDate.is_null())
    return plans.filter(pl.len().over(CHILD) > 1)


@rule("4010")
def has_no_start_by_the_reference_date(census: Census) -> DataFrame:
    start = col.CINPlanStartDate
    return census.CINplanDates.filter(start.is_null() | (start > census.year.end))


@rule("4011")
def ends_before_it_starts(census: Census) -> DataFrame:
    return census.CINplanDates.filter(col.CINPlanEndDate < col.CINPlanStartDate)


@rule("4012Q")
def starts_and_ends_on_one_day(census: Census) -> DataFrame:
    return census.CINplanDates.filter(col.CINPlanStartDate == col.CINPlanEndDate)


@rule("4013")
def ends_outside_the_census_year(census: Census) -> DataFrame:
    year = census.year
    return census.CINplanDates.filter(~col.CINPlanEndDate.is_between(year.start, year.end))


@rule("4014")
def overlaps_another_plan_of_the_child(census: Census) -> DataFrame:
    """The last day counts; an open plan runs to the reference date."""
    end = col.CINPlanEndDate.fill_null(census.span.end)
    return overlapping(census.CINplanDates, "CINPlanStartDate", end, within=CHILD, touching=True)


@rule("4015")
def starts_before_its_referral(census: Census) -> DataFrame:
    plans = census.together("CINplanDates", "CINdetails")
    return plans.filter(col.CINPlanStartDate < col.CINreferralDate)


@rule("4016")
def starts_during_a_protection_plan(census: Census) -> DataFrame:
    plans = census.of_one_child("CINplanDates", "ChildProtectionPlans")
    during = _during(col.CINPlanStartDate, col.CPPstartDate, col.CPPendDate, census)
    return plans.filter(during)


@rule("4017")
def is_open_when_a_protection_plan_starts(census: Census) -> DataFrame:
    plans = census.of_one_child("CINplanDates", "ChildProtectionPlans")
    during = _during(col.CPPstartDate, col.CINPlanStartDate, col.CINPlanEndDate, census)
    return plans.filter(during)


def _during(day: pl.Expr, start: pl.Expr, end: pl.Expr, census: Census) -> pl.Expr:
    """Whether a day falls in a plan. One plan may begin on the day on which the other ends; an
    open plan runs to the reference date, that day included."""
    before_the_end = pl.when(end.is_null()).then(day <= census.span.end).otherwise(day < end)
    return (day >= start) & before_the_end
