"""Rules about the factors found at the end of an assessment."""

import polars as pl
from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import ASSESSMENT, EPISODE, Census
from goldenthread.engine.returns.cin.fields import codes

NONE_FOUND = col.AssessmentFactor == "21"
# What closes an episode after an assessment: no further action, or referral to early help.
CLOSED_AFTER_ASSESSMENT = ("RC8", "RC9")
# Since 2024/25 the abuse is told by who did it: another child (B) or an adult (C).
PHYSICAL_ABUSE_BY_ANYONE, SEXUAL_ABUSE_BY_ANYONE = "18A", "19A"


@rule("8614")
def found_before_the_assessment_ended(census: Census) -> DataFrame:
    return census.together("AssessmentFactorsList", "Assessments").filter(
        col.AssessmentFactor.is_not_null(), col.AssessmentAuthorisationDate.is_null()
    )


@rule("8869")
def none_found_beside_others(census: Census) -> DataFrame:
    """A second “none found” is not another factor; rule 8898 finds it."""
    factors = _factors(census)
    none, others = factors.filter(NONE_FOUND), factors.filter(~NONE_FOUND)
    beside_none = others.join(none, on=ASSESSMENT, how="semi", nulls_equal=True)
    beside_others = none.join(others, on=ASSESSMENT, how="semi", nulls_equal=True)
    return pl.concat([beside_none, beside_others])


@rule("8873Q")
def none_found_but_closed_otherwise(census: Census) -> DataFrame:
    """An episode that is still open has no such reason either, and is asked about too."""
    only_one = census.Assessments.filter(pl.struct(EPISODE).is_unique())
    none_found = census.together("AssessmentFactorsList", "Assessments", "CINdetails").filter(
        NONE_FOUND
    )
    episodes = none_found.join(only_one, on="#Assessments", how="semi")
    return episodes.filter(~col.ReasonForClosure.is_in(CLOSED_AFTER_ASSESSMENT).fill_null(False))


@rule("8897Q")
def none_given_or_not_a_code(census: Census) -> DataFrame:
    """For an assessment that ended in the census year or after it."""
    ended = col.AssessmentAuthorisationDate >= census.span.start
    found = census.together("AssessmentFactorsList", "Assessments").filter(
        ended, col.AssessmentFactor.is_not_null()
    )
    without = (
        census.identified("Assessments").filter(ended).join(found, on="#Assessments", how="anti")
    )
    invalid = found.filter(~col.AssessmentFactor.is_in(codes("assessmentfactors")))
    return pl.concat([without, invalid], how="diagonal")


@rule("8898")
def given_more_than_once(census: Census) -> DataFrame:
    return _factors(census).filter(pl.struct(*ASSESSMENT, "AssessmentFactor").is_duplicated())


@rule("8945Q")
def physical_abuse_by_anyone(census: Census) -> DataFrame:
    return census.AssessmentFactorsList.filter(col.AssessmentFactor == PHYSICAL_ABUSE_BY_ANYONE)


@rule("8950Q")
def sexual_abuse_by_anyone(census: Census) -> DataFrame:
    return census.AssessmentFactorsList.filter(col.AssessmentFactor == SEXUAL_ABUSE_BY_ANYONE)


def _factors(census: Census) -> DataFrame:
    """The factors that say something, of children who are named."""
    return census.identified("AssessmentFactorsList").filter(col.AssessmentFactor.is_not_null())
