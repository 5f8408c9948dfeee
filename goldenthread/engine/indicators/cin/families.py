"""Every family of indicators of the children in need census."""

from goldenthread.engine.indicators.cin import assessments, enquiries, need, plans, referrals
from goldenthread.engine.indicators.cin.children import children

# Worked out once, in this order, and known by these names to the families.
KEPT = {"people": children}

FAMILIES = (
    *referrals.FAMILIES,
    *assessments.FAMILIES,
    *need.FAMILIES,
    *enquiries.FAMILIES,
    *plans.FAMILIES,
)
