"""Referrals, re-referrals, and what became of them: indicators 1 to 5 and 10."""

import ibis
from ibis import Table, _
from ibis.expr.types import StringColumn

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns, months_after

# Closed after assessment: no further action, and referred to early help.
NOT_IN_NEED = ("RC8", "RC9")
SOURCES = {
    "1": "individual",
    "2": "schools and education",
    "3": "health services",
    "4": "housing",
    "5": "council services",
    "6": "police",
    "7": "other legal agency",
    "8": "other",
    "9": "anonymous",
    "10": "not known",
}


def made(returns: Returns) -> Table:
    """Each referral on its day, further action or none, with what is known of it."""
    referrals = returns.in_year(returns.CINdetails, "CINreferralDate")
    again = referred_before(returns)
    joined = referrals.left_join(again, ["year", "child", "CINreferralDate"])
    return joined.select(*referrals.columns, "before").mutate(
        again=(_.day <= months_after(_.before, 12)).fill_null(False),
        no_further_action=_.ReferralNFA.fill_null(False),
        not_in_need=_.ReasonForClosure.isin(NOT_IN_NEED).fill_null(False),
        started=~_.ReferralNFA.fill_null(False)
        & ~_.ReasonForClosure.isin(NOT_IN_NEED).fill_null(False),
    )


def referred_before(returns: Returns) -> Table:
    """For each child, year and day of referral, the day of the referral `before`, or null.

    Days, not rows: two referrals on one day are not one after the other. Earlier returns count.
    """
    days = returns.CINdetails.filter(_.child.notnull()).select("year", "child", "CINreferralDate")
    later = days.select("child", "CINreferralDate", known_in=_.year)
    seen = days.select("year").distinct().join(later, _.year >= later.known_in)
    each = seen.select("year", "child", "CINreferralDate").distinct()
    in_order = ibis.window(group_by=["year", "child"], order_by="CINreferralDate")
    return each.mutate(before=_.CINreferralDate.lag().over(in_order))


def by_source(returns: Returns) -> Table:
    referrals = returns.in_year(returns.CINdetails, "CINreferralDate")
    return referrals.select("year", "child", "day", kind=source(_.ReferralSource))


def source(code: StringColumn) -> StringColumn:
    """The group of a code: 3A and 3F are health services, 10 is not 1."""
    group = code.upper().re_replace("[A-Z]$", "")
    return group.cases(*SOURCES.items(), else_=SOURCES["10"])


def closed(returns: Returns) -> Table:
    """Each episode of need on the day it was closed, those found not in need left out."""
    ended = returns.in_year(returns.CINdetails, "CINclosureDate")
    return ended.filter(
        ~_.ReferralNFA.fill_null(False) & ~_.ReasonForClosure.isin(NOT_IN_NEED).fill_null(False)
    )


REFERRALS = Family(
    rows=made,
    counting=Counting.EVENTS,
    measures={
        "1": Measure(EVERY),
        "2": Measure("again", of=EVERY),
        "3": Measure("no_further_action", of=EVERY),
        "4": Measure("not_in_need", of=EVERY),
        "10-started": Measure("started"),
    },
)
CHILDREN_REFERRED = Family(
    rows=made,
    counting=Counting.ONCE,
    measures={"1-children": Measure(EVERY), "2-children": Measure("again", of=EVERY)},
)
SOURCE = Family(
    rows=by_source,
    counting=Counting.EVENTS,
    measures={"5": Measure(EVERY, of=EVERY)},
    kinds="source",
)
ENDED = Family(rows=closed, counting=Counting.EVENTS, measures={"10-ended": Measure(EVERY)})
FAMILIES = (REFERRALS, CHILDREN_REFERRED, SOURCE, ENDED)
