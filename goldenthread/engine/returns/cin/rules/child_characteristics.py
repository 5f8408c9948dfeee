"""Rules about each child's ethnicity and disabilities."""

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import CHILD, Census
from goldenthread.engine.returns.cin.fields import codes

NO_DISABILITY = "NONE"
# Rule 2887Q: a return in which fewer different disabilities are recorded needs a reason.
MANY_DISABILITIES = 8


@rule("4220")
def has_no_ethnicity(census: Census) -> DataFrame:
    known = col.Ethnicity.is_in(codes("ethnicity"))
    return census.ChildCharacteristics.filter(col.Ethnicity.is_null() | ~known)


@rule("8540")
def has_no_disability_recorded(census: Census) -> DataFrame:
    """Asked of each child born with a referral that led to action: what is there must be a code,
    and something must be there, be it “none”."""
    children = census.together("ChildIdentifiers", "CINdetails")
    children = children.filter(col.PersonBirthDate.is_not_null() & ~col.ReferralNFA)
    known = col.Disability.is_in(codes("disability")).fill_null(value=False)
    wrong = census.Disabilities.filter(~known)
    failing = [
        children.join(census.Disabilities, on=CHILD, how="anti"),
        children.join(wrong, on=CHILD, how="semi"),
        wrong.join(children, on=CHILD, how="semi"),
    ]
    return pl.concat(failing, how="diagonal")


@rule("2887Q")
def few_disabilities_are_used(census: Census) -> bool:
    used = census.Disabilities.filter(col.Disability.is_in(codes("disability")))["Disability"]
    return used.filter(used != NO_DISABILITY).n_unique() < MANY_DISABILITIES


@rule("2888Q")
def no_child_has_two_disabilities(census: Census) -> bool:
    disabled = census.identified("Disabilities").filter(col.Disability != NO_DISABILITY)
    of_each = disabled.group_by(CHILD).agg(col.Disability.n_unique())["Disability"]
    return bool(of_each.len()) and of_each.max() == 1


@rule("8790")
def has_none_and_another_disability(census: Census) -> DataFrame:
    recorded = census.identified("Disabilities").filter(col.Disability.is_not_null())
    none = col.Disability == NO_DISABILITY
    return recorded.filter(none.any().over(CHILD) & ~none.all().over(CHILD))


@rule("8794")
def has_one_disability_twice(census: Census) -> DataFrame:
    recorded = census.identified("Disabilities").filter(col.Disability.is_not_null())
    return recorded.filter(pl.len().over(*CHILD, "Disability") > 1)
