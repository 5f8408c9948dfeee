"""Children in need at a month's end: indicator 9."""

from ibis import Table, _

from goldenthread.engine.indicators.family import EVERY, Counting, Family, Measure
from goldenthread.engine.indicators.returns import Returns


def in_need(returns: Returns) -> Table:
    """Each open episode of need: also those looked after, on plans or waiting to be assessed."""
    episodes = returns.CINdetails.filter(~_.ReferralNFA.fill_null(False))
    return returns.at_month_ends(episodes, "CINreferralDate", "CINclosureDate")


FAMILIES = (Family(rows=in_need, counting=Counting.STOCK, measures={"9": Measure(EVERY)}),)
