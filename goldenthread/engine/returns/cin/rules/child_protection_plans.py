"""Rules about child protection plans: their dates, their conference, their categories of abuse."""

import polars as pl
from polars import DataFrame, col
from polars import selectors as cs

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import CHILD, Census, shared_keys
from goldenthread.engine.returns.cin.fields import codes
from goldenthread.engine.returns.cin.overlaps import overlapping

# Rule 2885: the tables in which a conference is recorded.
CONFERENCES = ("Section47", "CINdetails")
# Rule 8565: what may not be dated after the closure of its episode.
ENDED_BY_CLOSURE = {
    "Assessments": ("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    "Section47": ("S47ActualStartDate", "DateOfInitialCPC_Section47"),
    "ChildProtectionPlans": ("CPPendDate",),
    "CINplanDates": ("CINPlanStartDate", "CINPlanEndDate"),
}


@rule("1105")
def starts_before_its_referral(census: Census) -> DataFrame:
    plans = census.together("ChildProtectionPlans", "CINdetails")
    return plans.filter(col.CPPstartDate < col.CINreferralDate)


@rule("2883")
def more_plans_than_conferences(census: Census) -> bool:
    year = census.span

    def in_year(dates: pl.Series) -> int:
        return int(dates.is_between(year.start, year.end).sum())

    conferences = in_year(census.CINdetails["DateOfInitialCPC"])
    conferences += in_year(census.Section47["DateOfInitialCPC"])
    return in_year(census.ChildProtectionPlans["CPPstartDate"]) > conferences


@rule("2885")
def starts_on_another_day_than_its_conference(census: Census) -> DataFrame:
    """Enquiries come first: the episode's own conference counts where it has no enquiry."""
    failing = census.ChildProtectionPlans.filter(
        col.CPPstartDate.is_between(census.span.start, census.span.end)
    )
    keys = {name: _shared(census, "ChildProtectionPlans", name) for name in CONFERENCES}
    held = dict(zip(CONFERENCES, _conferences(census), strict=True))
    for name, rows in held.items():
        day, held_on = [*keys[name], "CPPstartDate"], [*keys[name], "DateOfInitialCPC"]
        failing = failing.join(rows, left_on=day, right_on=held_on, how="anti")
    compared = [rows.join(failing, on=keys[name], how="semi") for name, rows in held.items()]
    return pl.concat([failing, *compared], how="diagonal")


def _conferences(census: Census) -> tuple[DataFrame, DataFrame]:
    """Where a conference may be recorded: each enquiry that did not end without one, and each
    episode that has no such enquiry."""
    without_one = col.ICPCnotRequired & col.DateOfInitialCPC.is_null()
    enquiries = census.Section47.filter(~without_one.fill_null(value=False))
    keys = _shared(census, *CONFERENCES)
    return enquiries, census.CINdetails.join(enquiries, on=keys, how="anti")


def _shared(census: Census, one: str, other: str) -> list[str]:
    return shared_keys(census.tables[one], census.tables[other])


@rule("8565")
def goes_on_after_the_case_was_closed(census: Census) -> DataFrame:
    conferences = census.CINdetails.filter(col.CINclosureDate < col.DateOfInitialCPC)
    later = [_after_closure(census, table) for table in ENDED_BY_CLOSURE]
    return pl.concat([conferences, *later], how="diagonal")


def _after_closure(census: Census, table: str) -> DataFrame:
    dates = [pl.col(field) for field in ENDED_BY_CLOSURE[table]]
    late = pl.any_horizontal(col.CINclosureDate < date for date in dates)
    return census.together("CINdetails", table).filter(late).select(cs.starts_with("#"))


@rule("8720")
def has_no_start_by_the_reference_date(census: Census) -> DataFrame:
    start = col.CPPstartDate
    return census.ChildProtectionPlans.filter(start.is_null() | (start > census.year.end))


@rule("8730")
def has_no_number_of_plans_before(census: Census) -> DataFrame:
    before = col.NumberOfPreviousCPP
    return census.ChildProtectionPlans.filter(before.is_null() | (before < 0))


@rule("8832")
def follows_a_referral_without_further_action(census: Census) -> DataFrame:
    return census.together("CINdetails", "ChildProtectionPlans").filter(col.ReferralNFA)


@rule("8840")
def starts_and_ends_on_one_day(census: Census) -> DataFrame:
    return census.ChildProtectionPlans.filter(col.CPPstartDate == col.CPPendDate)


@rule("8841")
def is_reviewed_by_the_day_it_starts(census: Census) -> DataFrame:
    reviewed = census.together("ChildProtectionPlans", "Reviews")
    return reviewed.filter(col.CPPreviewDate <= col.CPPstartDate)


@rule("8905")
def has_no_initial_category_of_abuse(census: Census) -> DataFrame:
    return census.ChildProtectionPlans.filter(_is_no_category(col.InitialCategoryOfAbuse))


@rule("8910")
def has_no_latest_category_of_abuse(census: Census) -> DataFrame:
    return census.ChildProtectionPlans.filter(_is_no_category(col.LatestCategoryOfAbuse))


def _is_no_category(category: pl.Expr) -> pl.Expr:
    return category.is_null() | ~category.is_in(codes("categoryofabuse"))


@rule("8915")
def starts_after_the_child_died(census: Census) -> DataFrame:
    plans = census.together("ChildProtectionPlans", "ChildIdentifiers")
    return plans.filter(col.CPPstartDate > col.PersonDeathDate)


@rule("8920")
def ends_after_the_child_died(census: Census) -> DataFrame:
    plans = census.together("ChildProtectionPlans", "ChildIdentifiers")
    return plans.filter(col.CPPendDate > col.PersonDeathDate)


@rule("8925")
def ends_before_it_starts(census: Census) -> DataFrame:
    return census.ChildProtectionPlans.filter(col.CPPendDate < col.CPPstartDate)


@rule("8930")
def ends_outside_the_census_year(census: Census) -> DataFrame:
    year = census.year
    return census.ChildProtectionPlans.filter(~col.CPPendDate.is_between(year.start, year.end))


@rule("8935")
def is_one_of_several_open_plans_of_a_child(census: Census) -> DataFrame:
    plans = census.identified("ChildProtectionPlans").filter(col.CPPendDate.is_null())
    return plans.filter(pl.len().over(CHILD) > 1)


@rule("8940")
def overlaps_another_plan_of_the_child(census: Census) -> DataFrame:
    """The last day counts; an open plan runs to the reference date."""
    end = col.CPPendDate.fill_null(census.span.end)
    plans = census.ChildProtectionPlans
    return overlapping(plans, "CPPstartDate", end, within=CHILD, touching=True)
