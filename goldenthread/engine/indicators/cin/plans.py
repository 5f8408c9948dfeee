"""Child protection plans: indicators 16 to 21."""

from ibis import Table, _
from ibis.expr.types import StringColumn

from goldenthread.engine.indicators.cin.reviews import with_first_missed
from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns, months_after

TWO_YEARS, THREE_MONTHS = 24, 3
CATEGORIES = {
    "NEG": "neglect",
    "PHY": "physical abuse",
    "SAB": "sexual abuse",
    "EMO": "emotional abuse",
    "MUL": "multiple",
}


def started(returns: Returns) -> Table:
    """Each plan on the day it began."""
    plans = returns.in_year(returns.ChildProtectionPlans, "CPPstartDate")
    return plans.mutate(again=(_.NumberOfPreviousCPP > 0).fill_null(False))


def ended(returns: Returns) -> Table:
    """Each plan on the day it ended."""
    plans = returns.in_year(returns.ChildProtectionPlans, "CPPendDate")
    return plans.mutate(long=(_.day >= months_after(_.CPPstartDate, TWO_YEARS)).fill_null(False))


def in_force(returns: Returns) -> Table:
    """Each plan open at a month's end: how long, and whether every review due was on time."""
    plans = with_first_missed(returns)
    open_then = returns.at_month_ends(plans, "CPPstartDate", "CPPendDate")
    return open_then.mutate(
        long=_.day >= months_after(_.CPPstartDate, TWO_YEARS),
        reviewable=_.day >= months_after(_.CPPstartDate, THREE_MONTHS),
    ).mutate(reviewed=_.reviewable & (_.first_missed.isnull() | (_.first_missed >= _.day)))


def by_latest_category(returns: Returns) -> Table:
    at_end = returns.at_month_ends(returns.ChildProtectionPlans, "CPPstartDate", "CPPendDate")
    return at_end.select("year", "child", "day", kind=category(_.LatestCategoryOfAbuse))


def by_initial_category(returns: Returns) -> Table:
    return started(returns).select("year", "child", "day", kind=category(_.InitialCategoryOfAbuse))


def category(code: StringColumn) -> StringColumn:
    return code.upper().cases(*CATEGORIES.items(), else_="not known")


FAMILIES = (
    Family(
        rows=started,
        counting=Counting.EVENTS,
        measures={"16": Measure(EVERY), "19": Measure("again", of=EVERY)},
    ),
    Family(
        rows=in_force,
        counting=Counting.STOCK,
        measures={
            "17": Measure(EVERY),
            "21": Measure("long", of=EVERY),
            "22": Measure("reviewed", of="reviewable"),
        },
    ),
    Family(
        rows=by_latest_category,
        counting=Counting.STOCK,
        measures={"18": Measure(EVERY, of=EVERY)},
        kinds="category",
    ),
    Family(
        rows=by_initial_category,
        counting=Counting.EVENTS,
        measures={"18-initial": Measure(EVERY, of=EVERY)},
        kinds="category",
    ),
    Family(rows=ended, counting=Counting.EVENTS, measures={"20": Measure("long", of=EVERY)}),
)
