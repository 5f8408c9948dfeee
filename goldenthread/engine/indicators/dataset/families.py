"""Every family of indicators of the Standard Safeguarding Dataset."""

from goldenthread.engine.indicators.dataset import care, missing, placements, visits
from goldenthread.engine.indicators.dataset.children import children

# Worked out once, in this order, and known by these names to the families.
KEPT = {"people": children, "visits_made": visits.made, "plans": visits.plans}
FAMILIES = (*visits.FAMILIES, *placements.FAMILIES, *missing.FAMILIES, *care.FAMILIES)
