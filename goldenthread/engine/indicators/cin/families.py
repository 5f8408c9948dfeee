"""Every family of indicators of the children in need census."""

from goldenthread.engine.indicators.cin import assessments, enquiries, need, plans, referrals

FAMILIES = (
    *referrals.FAMILIES,
    *assessments.FAMILIES,
    *need.FAMILIES,
    *enquiries.FAMILIES,
    *plans.FAMILIES,
)
