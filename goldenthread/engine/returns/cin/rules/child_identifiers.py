"""Rules about who the child is: its id, its sex, its dates of birth and death."""

from datetime import timedelta

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import CHILD, Census
from goldenthread.engine.returns.cin.fields import codes

LONGEST_ID = 20
# Rule 2886Q: the share of children with no sex recorded, in hundredths, that needs a reason.
FEW_WITHOUT_SEX = 2

unborn = col.ExpectedPersonBirthDate.is_not_null() & col.PersonBirthDate.is_null()


@rule("1570")
def has_too_long_an_id(census: Census) -> DataFrame:
    return census.ChildIdentifiers.filter(col.LAchildID.str.len_chars() > LONGEST_ID)


@rule("1580")
def has_signs_in_its_id(census: Census) -> DataFrame:
    return census.ChildIdentifiers.filter(col.LAchildID.str.contains(r"[^\p{L}\p{Nd}]"))


@rule("8500")
def has_no_id(census: Census) -> DataFrame:
    return census.ChildIdentifiers.filter(col.LAchildID.is_null())


@rule("8510")
def shares_its_id(census: Census) -> DataFrame:
    children = census.identified("ChildIdentifiers")
    return children.filter(col.LAchildID.is_duplicated())


@rule("8590")
def has_no_episode(census: Census) -> DataFrame:
    """A child without an id is taken to own the episodes without one: 8500 is what finds it."""
    return census.ChildIdentifiers.join(census.CINdetails, on=CHILD, how="anti", nulls_equal=True)


@rule("2886Q")
def too_many_children_have_no_sex(census: Census) -> bool:
    children = census.ChildIdentifiers
    no_sex = col.Sex.is_null() | (col.Sex == "U")
    without = children.filter(no_sex & col.ExpectedPersonBirthDate.is_null())
    return without.height * 100 > children.height * FEW_WITHOUT_SEX


@rule("4180")
def has_no_sex(census: Census) -> DataFrame:
    return census.ChildIdentifiers.filter(col.Sex.is_null() | ~col.Sex.is_in(codes("sex")))


@rule("8750")
def has_a_sex_before_birth(census: Census) -> DataFrame:
    return census.ChildIdentifiers.filter(unborn & col.Sex.ne_missing("U"))


@rule("8520")
def is_born_after_the_census_year(census: Census) -> DataFrame:
    return census.ChildIdentifiers.filter(col.PersonBirthDate > census.year.end)


@rule("8525Q")
def has_not_one_date_of_birth(census: Census) -> DataFrame:
    born, expected = col.PersonBirthDate, col.ExpectedPersonBirthDate
    return census.ChildIdentifiers.filter(born.is_null() == expected.is_null())


@rule("8530Q")
def is_expected_at_an_unlikely_time(census: Census) -> DataFrame:
    """From thirty days before the reference date to nine months after it: 1 March to 31 December."""
    earliest = census.year.end - timedelta(days=30)
    latest = pl.lit(census.year.end).dt.offset_by("9mo")
    likely = col.ExpectedPersonBirthDate.is_between(earliest, latest)
    return census.ChildIdentifiers.filter(~likely)


@rule("8535Q")
def dies_before_birth(census: Census) -> DataFrame:
    return census.ChildIdentifiers.filter(col.PersonDeathDate < col.PersonBirthDate)


@rule("8545Q")
def dies_outside_the_census_year(census: Census) -> DataFrame:
    year = census.year
    return census.ChildIdentifiers.filter(~col.PersonDeathDate.is_between(year.start, year.end))


@rule("4008")
def dies_before_a_plan_starts(census: Census) -> DataFrame:
    plans = census.together("ChildIdentifiers", "CINplanDates")
    return plans.filter(col.CINPlanStartDate > col.PersonDeathDate)


@rule("4009Q")
def dies_before_a_plan_ends(census: Census) -> DataFrame:
    plans = census.together("ChildIdentifiers", "CINplanDates")
    return plans.filter(col.CINPlanEndDate > col.PersonDeathDate)


@rule("8775Q")
def is_over_twenty_five(census: Census) -> DataFrame:
    """A birthday on 29 February falls on the 28th in a year without one."""
    birthday = col.PersonBirthDate.dt.offset_by("25y")
    over_age = birthday < census.year.end
    still_open = col.CINclosureDate.is_null() | (col.CINclosureDate > birthday)
    return census.together("ChildIdentifiers", "CINdetails").filter(over_age & still_open)
