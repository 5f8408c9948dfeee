from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.thread.models.base import Signed
from goldenthread.foundations.thread.models.findings import Finding
from goldenthread.foundations.thread.models.recommendations import Recommendation


class Wording(Signed):
    """What a finding or a recommendation said until somebody put it in other words, and why they did.

    Only ever added. How many there are is the version of the text that stands.
    """

    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, blank=True, related_name="wordings"
    )
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="wordings"
    )
    text = models.TextField()
    reason = models.TextField()
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="wording_of_one_thing",
                condition=models.Q(finding__isnull=True, recommendation__isnull=False)
                | models.Q(finding__isnull=False, recommendation__isnull=True),
            ),
            models.CheckConstraint(
                name="wording_changed_with_a_reason", condition=~models.Q(reason="")
            ),
        ]

    def __str__(self):
        return self.text[:80]
