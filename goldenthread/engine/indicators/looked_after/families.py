"""Every family of indicators of the children looked after return."""

from goldenthread.engine.indicators.looked_after import (
    at_month_ends,
    coming_and_going,
    distance,
    yearly,
)
from goldenthread.engine.indicators.looked_after.care import care, children, social_workers

# Worked out once, in this order, and known by these names to the families.
KEPT = {"people": children, "care": care, "social_workers": social_workers}
FAMILIES = (
    *at_month_ends.FAMILIES,
    *distance.FAMILIES,
    *coming_and_going.FAMILIES,
    *yearly.FAMILIES,
)
