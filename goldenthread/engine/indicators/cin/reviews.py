"""Reviews of child protection plans, and the first that was missed: indicator 22."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.returns import Returns, months_after

FIRST, LATER = 3, 6
PLAN = ["year", "child", "CPPstartDate"]


def with_first_missed(returns: Returns) -> Table:
    """Plans with `first_missed`: the latest day, in the year of the return, on which a review was
    due that was not held by then; null when each was held in time.

    A review is due within three months of the start, then within six of the one before. Where
    the reviews of earlier years were not given, one is taken to have been held on the eve of the
    earliest year that was, since it cannot be shown that none was.
    """
    held = meetings(returns)
    in_order = ibis.window(group_by=PLAN, order_by="held")
    spaced = held.mutate(next=_.held.lead().over(in_order))
    timed = spaced.mutate(
        due=(_.held == _.CPPstartDate).ifelse(
            months_after(_.held, FIRST), months_after(_.held, LATER)
        )
    )
    begins = ibis.date(_.year - 1, 4, 1)
    missed = timed.filter(_.due >= begins, _.next.isnull() | (_.next > _.due))
    firsts = missed.group_by(PLAN).agg(first_missed=_.due.min())
    plans = returns.ChildProtectionPlans
    return plans.left_join(firsts, PLAN).select(*plans.columns, "first_missed")


def meetings(returns: Returns) -> Table:
    """Each day on which a plan was made or reviewed, as each year's return and those before it
    tell, and the eve of the first year for a plan that is older: `held`."""
    plans = returns.ChildProtectionPlans.filter(_.CPPstartDate.notnull())
    named = plans.select("year", "child", "CINdetailsID", "CPPID", "CPPstartDate")
    reviews = returns.Reviews.filter(_.CPPreviewDate.notnull())
    keys = ["year", "child", "CINdetailsID", "CPPID"]
    told = named.join(reviews, keys).select(
        "child", "CPPstartDate", held=_.CPPreviewDate, known_in=_.year
    )
    every = named.select(*PLAN).distinct()
    so_far = [
        every.child == told.child,
        every.CPPstartDate == told.CPPstartDate,
        every.year >= told.known_in,
        told.held > every.CPPstartDate,
    ]
    reviewed = every.join(told, so_far).select(*PLAN, "held")
    first_day = returns.moments.agg(at=_.day.min()).mutate(at=_.at.truncate("M").cast("date"))
    eve = every.cross_join(first_day).filter(months_after(_.CPPstartDate, FIRST) < _.at)
    supposed = eve.select(*PLAN, held=(_.at - ibis.interval(days=1)).cast("date"))
    return every.mutate(held=_.CPPstartDate).union(reviewed).union(supposed).distinct()
