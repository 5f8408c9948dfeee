"""Assessments and the time they took, and the factors found: indicators 6 to 8."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns

WITHIN = 45


def completed(returns: Returns) -> Table:
    """Each assessment on the day it was authorised, with the working `days` it took."""
    done = returns.in_year(returns.Assessments, "AssessmentAuthorisationDate")
    timed = returns.with_worked(done, begun="AssessmentActualStartDate", finished="day")
    return timed.mutate(days=_.finished - _.begun).mutate(
        in_time=((_.AssessmentActualStartDate <= _.day) & (_.days <= WITHIN)).fill_null(False)
    )


def how_long(returns: Returns) -> Table:
    """The same, with the days taken as the kind: what a median is found from."""
    timed = completed(returns).filter(_.AssessmentActualStartDate <= _.day, _.days.notnull())
    return timed.select("year", "child", "day", kind=_.days.cast("string"))


def unfinished(returns: Returns) -> Table:
    """Each assessment that was open at a month's end, and whether for over 45 working days."""
    at_end = returns.at_month_ends(
        returns.Assessments, "AssessmentActualStartDate", "AssessmentAuthorisationDate"
    )
    timed = returns.with_worked(at_end, begun="AssessmentActualStartDate", so_far="day")
    return timed.mutate(overdue=(_.so_far - _.begun > WITHIN).fill_null(True))


def factors(returns: Returns) -> Table:
    """Each factor found by a completed assessment, with the referral whose episode it is of.

    An episode is told again in the next year's return by the child, the day of the referral and,
    of several on one day, by which of them it is: `CINreferralDate`, `nth`.
    """
    done = returns.in_year(returns.Assessments, "AssessmentAuthorisationDate")
    found = returns.AssessmentFactorsList.filter(_.AssessmentFactor.notnull())
    named = found.select(
        "year", "child", "CINdetailsID", "AssessmentID", kind=_.AssessmentFactor.upper()
    )
    keys = ["year", "child", "CINdetailsID"]
    of_assessments = done.join(named, [*keys, "AssessmentID"])
    referrals = returns.CINdetails.select(*keys, "CINreferralDate").distinct()
    same_day = ibis.window(group_by=["year", "child", "CINreferralDate"], order_by="CINdetailsID")
    numbered = referrals.mutate(nth=ibis.row_number().over(same_day))
    return of_assessments.join(numbered, keys).select(
        "year", "child", "day", "kind", "CINreferralDate", "nth"
    )


FAMILIES = (
    Family(rows=completed, counting=Counting.EVENTS, measures={"6": Measure("in_time", of=EVERY)}),
    Family(
        rows=how_long,
        counting=Counting.EVENTS,
        measures={"6-days": Measure(EVERY)},
        kinds="days",
    ),
    Family(rows=unfinished, counting=Counting.STOCK, measures={"7": Measure("overdue", of=EVERY)}),
    Family(
        rows=factors,
        counting=Counting.ONCE,
        measures={"8": Measure(EVERY, of=EVERY), "8-rate": Measure(EVERY)},
        once_per=("child", "CINreferralDate", "nth"),
        kinds="factor",
    ),
)
