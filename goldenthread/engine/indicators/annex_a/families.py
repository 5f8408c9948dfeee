"""Every family of indicators of Annex A."""

from goldenthread.engine.indicators.annex_a import care, last_visits
from goldenthread.engine.indicators.annex_a.children import children

KEPT = {"people": children}
FAMILIES = (*last_visits.FAMILIES, *care.FAMILIES)
