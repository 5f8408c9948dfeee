from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.thread.models.actions import Action
from goldenthread.foundations.thread.models.base import Signed
from goldenthread.foundations.thread.models.recommendations import Recommendation

ONE_OF_TWO = models.Q(action__isnull=False, recommendation__isnull=True) | models.Q(
    action__isnull=True, recommendation__isnull=False
)


class Evidence(Signed):
    """What shows that something was done: words, a document, a web address. Only ever added."""

    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    text = models.TextField()
    address = models.URLField(max_length=500, blank=True)
    document = models.ForeignKey(
        "documents.Document", models.PROTECT, null=True, blank=True, related_name="+"
    )
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="evidence_of_one_thing", condition=ONE_OF_TWO),
        ]

    def __str__(self):
        return f"evidence of {self.at:%d/%m/%Y}"


class Sight(Signed):
    """That somebody other than the owner looked at the evidence, and what they made of it."""

    action = models.ForeignKey(Action, models.PROTECT, null=True, blank=True, related_name="sights")
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="sights"
    )
    enough = models.BooleanField()
    said = models.TextField(blank=True)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(name="sight_of_one_thing", condition=ONE_OF_TWO)]

    def __str__(self):
        return f"seen by {self.by}"
