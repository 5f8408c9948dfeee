"""How far from home children are placed, by the distance that the case system holds: 31-recorded."""

import ibis
from ibis import Table, _

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.looked_after.care import SHORT_BREAKS
from goldenthread.engine.indicators.returns import Returns

CHILD = ["year", "child", "day"]
# In hundredths. To one decimal, as a distance is published, 20.04 miles are no more than 20.
OVER_TWENTY_MILES = 2_005


def placed(returns: Returns) -> Table:
    """One row for each child looked after at each month's end, with its placement then."""
    there = returns.at_month_ends(returns.ssd_cla_placement, "began", "ended").filter(
        _.child.notnull()
    )
    cared_for = returns.at_month_ends(returns.ssd_cla_episodes, "began", "ended").select(*CHILD)
    breaks = returns.ssd_legal_status.filter(_.status.upper().strip().isin(SHORT_BREAKS))
    resting = returns.at_month_ends(breaks, "began", "ended").select(*CHILD)
    kept = there.semi_join(cared_for, CHILD).anti_join(resting, CHILD)
    latest = ibis.window(group_by=CHILD, order_by=[ibis.desc("began"), "hundredths"])
    once = kept.mutate(nth=ibis.row_number().over(latest)).filter(_.nth == 0).drop("nth")
    return once.mutate(
        far=(_.hundredths >= OVER_TWENTY_MILES).fill_null(False), unknown=_.hundredths.isnull()
    )


FAMILIES = (
    Family(
        rows=placed,
        counting=Counting.STOCK,
        measures={
            "31-recorded": Measure("far", of=EVERY),
            "31-recorded-unknown": Measure("unknown", of=EVERY),
        },
        needs=("ssd_cla_placement", "ssd_cla_episodes"),
    ),
)
