"""Section 47 enquiries and initial child protection conferences: indicators 11 to 15."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns

WITHIN = 15


def enquiries(returns: Returns) -> Table:
    """Each section 47 enquiry on the day it began.

    `known`: begun so long before its year's end that the limit for a conference has passed, or
    that whether one is to come can be told.
    """
    begun = returns.in_year(returns.Section47, "S47ActualStartDate")
    ends = returns.moments.group_by("year").agg(last=_.day.max())
    with_end = begun.join(ends, "year").select(*begun.columns, "last")
    timed = returns.with_worked(with_end, first="day", final="last")
    conference = timed.mutate(
        known=(_.final - _.first > WITHIN).fill_null(False), held=_.DateOfInitialCPC.notnull()
    )
    return conference.mutate(led_to_conference=_.known & _.held)


def conferences(returns: Returns) -> Table:
    """Each initial conference: of an enquiry, or on transfer in, which has no enquiry of ours."""
    keys = ("year", "child", "CINdetailsID", "DateOfInitialCPC")
    of_enquiries = returns.Section47.select(*keys, enquired=_.S47ActualStartDate)
    transferred = returns.CINdetails.select(*keys, enquired=ibis.null("date"))
    held = returns.in_year(of_enquiries.union(transferred), "DateOfInitialCPC")
    timed = returns.with_worked(held, begun="enquired", met="day")
    return with_plan(timed, returns).mutate(
        in_time=((_.enquired <= _.day) & (_.met - _.begun <= WITHIN)).fill_null(False),
        plan_made=_.planned.notnull(),
    )


def with_plan(held: Table, returns: Returns) -> Table:
    """Conferences with `planned`, the day of a plan of the same episode that began with them."""
    keys = ["year", "child", "CINdetailsID"]
    plans = returns.ChildProtectionPlans.select(*keys, planned=_.CPPstartDate).distinct()
    same = [*(held[key] == plans[key] for key in keys), held.day == plans.planned]
    return held.left_join(plans, same).select(*held.columns, "planned")


def took(returns: Returns) -> Table:
    """The working days from enquiry to conference as the kind: what a median is found from."""
    timed = conferences(returns).filter(_.enquired <= _.day, (_.met - _.begun).notnull())
    return timed.select("year", "child", "day", kind=(_.met - _.begun).cast("string"))


FAMILIES = (
    Family(
        rows=enquiries,
        counting=Counting.EVENTS,
        measures={"11": Measure(EVERY), "12": Measure("led_to_conference", of="known")},
    ),
    Family(rows=enquiries, counting=Counting.ONCE, measures={"11-children": Measure(EVERY)}),
    Family(
        rows=conferences,
        counting=Counting.EVENTS,
        measures={
            "13": Measure(EVERY),
            "14": Measure("in_time", of=EVERY),
            "15": Measure("plan_made", of=EVERY),
        },
    ),
    Family(rows=took, counting=Counting.EVENTS, measures={"14-days": Measure(EVERY)}, kinds="days"),
)
