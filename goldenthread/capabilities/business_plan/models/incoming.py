from django.db import models

from goldenthread.capabilities.business_plan.models.base import Signed
from goldenthread.capabilities.business_plan.models.plans import Plan
from goldenthread.foundations.lock.declarations import OwnedByPartnership


class IncomingPlan(Signed):
    """A file between its preview and its confirmation, and the plan it is for: one there is, or a new one."""

    name = models.CharField(max_length=200)
    content = models.BinaryField()
    mapping = models.JSONField(
        default=dict, blank=True
    )  # heading → field, once a person has chosen
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    lock = OwnedByPartnership()

    def __str__(self):
        return self.name
