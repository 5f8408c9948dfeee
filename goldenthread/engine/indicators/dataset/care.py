"""Pathway plans, and the time from placement order to match: 46 and 39-match."""

from ibis import Table, _

from goldenthread.engine.indicators.extracts.care import (
    eligible,
    from_order_to_match,
    with_review,
)
from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns


def care_leavers(returns: Returns) -> Table:
    """One row for each care leaver who is to have a pathway plan, with its latest review."""
    return with_review(returns.ssd_care_leavers.filter(eligible(_.eligibility)), returns)


def adopted(returns: Returns) -> Table:
    """The days from placement order to match of each child, on the day it was adopted.

    An adoption is told in words, or by the code with which care ended.
    """
    granted = _.granted.upper().strip()
    orders = returns.ssd_permanence.filter(
        (granted.contains("ADOPT") | granted.isin(("E1", "E11", "E12"))).fill_null(False)
    )
    made = orders.join(returns.drawn, "year").filter(_.made <= _.day).mutate(day=_.made)
    return from_order_to_match(made)


FAMILIES = (
    Family(
        rows=care_leavers,
        counting=Counting.STOCK,
        measures={"46": Measure("lately", of=EVERY)},
        needs=("ssd_care_leavers",),
    ),
    Family(
        rows=adopted,
        counting=Counting.EVENTS,
        measures={"39-match-days": Measure(EVERY)},
        kinds="days",
        needs=("ssd_permanence",),
    ),
)
