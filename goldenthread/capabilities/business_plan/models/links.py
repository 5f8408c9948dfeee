from django.db import models

from goldenthread.capabilities.business_plan.models.base import Signed
from goldenthread.capabilities.business_plan.models.plans import Objective
from goldenthread.foundations.lock.declarations import OwnedByPartnership


class ObjectiveLink(Signed):
    """What an objective is tied to elsewhere in the record: an action, a recommendation, a measure."""

    objective = models.ForeignKey(Objective, models.CASCADE, related_name="links")
    reference = models.CharField(max_length=120)  # "thread.action:12", "measures.measure:5"
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["objective", "reference"], name="objective_link_once")
        ]

    def __str__(self):
        return self.reference
