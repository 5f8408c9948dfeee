"""Visits to children on child protection plans: in time (23), and the child seen alone (24)."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.extracts import answers
from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns

PLAN = ["year", "child", "began", "ended"]


def made(returns: Returns) -> Table:
    """Each visit on its day, with whether the child was born by then."""
    known = returns.ssd_cp_visits.filter(_.child.notnull()).distinct()
    told = known.join(returns.drawn, "year").filter(_.visited <= _.day)
    visits = told.mutate(day=_.visited)
    people = returns.people.select("year", "child", "born", "due")
    joined = visits.left_join(people, ["year", "child"]).select(*visits.columns, "born", "due")
    unborn = (_.born > _.day) | (_.born.isnull() & _.due.notnull())
    return joined.mutate(there=~unborn.fill_null(False)).select(*visits.columns, "there")


def to_children(returns: Returns) -> Table:
    """Visits to children who were born, and whether each was seen alone."""
    return returns.visits_made.filter(_.there).mutate(seen_alone=answers.yes(_.alone))


def due(returns: Returns) -> Table:
    """Each visit due: on the day it was made, if that was `in_time`; else on the day by which it
    was to have been.

    A visit is due so long after a plan began, and after each visit, as the council's standard says,
    if the plan lasts beyond that day. What was due before the first visit that is told is left out.
    """
    held = _meetings(returns)
    order = ibis.window(group_by=PLAN, order_by="held")
    spaced = held.mutate(next=_.held.lead().over(order))
    limits = returns.visits_due
    timed = spaced.join(limits, spaced.held == limits.visited).select(*spaced.columns, "by")
    ends = timed.join(returns.drawn, "year").mutate(in_time=(_.next <= _.by).fill_null(False))
    first = returns.ssd_cp_visits.agg(told=_.visited.min())
    known = ends.cross_join(first).filter(
        _.in_time | ((_.by < _.day) & (_.ended.isnull() | (_.by < _.ended)) & (_.by >= _.told))
    )
    return known.select("year", "child", "in_time", day=_.in_time.ifelse(_.next, _.by))


def plans(returns: Returns) -> Table:
    """Each plan of this council's own children, once however often it is given."""
    own = returns.ssd_cp_plans.filter(
        _.child.notnull(), _.began.notnull(), ~answers.yes(_.elsewhere)
    )
    return own.select(*PLAN).distinct()


def _meetings(returns: Returns) -> Table:
    """The days on which the time runs anew for each plan: its first, and each visit."""
    plans = returns.plans
    visits = returns.visits_made.filter(~_.there | ~answers.no(_.seen))
    days = visits.select(visitor_year=_.year, visited_child=_.child, held=_.day).distinct()
    during = [
        plans.year == days.visitor_year,
        plans.child == days.visited_child,
        plans.began <= days.held,
        plans.ended.isnull() | (plans.ended >= days.held),
    ]
    starts = plans.mutate(held=_.began)
    return starts.union(plans.join(days, during).select(*starts.columns)).distinct()


FAMILIES = (
    Family(
        rows=due,
        counting=Counting.EVENTS,
        measures={"23": Measure("in_time", of=EVERY)},
        needs=("ssd_cp_plans", "ssd_cp_visits"),
    ),
    Family(
        rows=to_children,
        counting=Counting.EVENTS,
        measures={"24": Measure("seen_alone", of=EVERY)},
        needs=("ssd_cp_visits",),
    ),
)
