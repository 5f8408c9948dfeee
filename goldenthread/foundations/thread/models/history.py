"""Every change of stage and of rating: immutable rows, who, when, why and with what."""

from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.thread.models.actions import Action
from goldenthread.foundations.thread.models.base import Signed
from goldenthread.foundations.thread.models.evidence import Sight
from goldenthread.foundations.thread.models.recommendations import Recommendation
from goldenthread.foundations.thread.models.tests_in_practice import TestInPractice


class Move(Signed):
    """A step taken: from one stage to another."""

    step = models.CharField(max_length=40)
    was = models.CharField(max_length=30, blank=True)
    now = models.CharField(max_length=30)
    reason = models.TextField(blank=True)

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.was} → {self.now}"


class RecommendationMove(Move):
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="moves")
    sight = models.ForeignKey(Sight, models.PROTECT, null=True, blank=True, related_name="+")
    test = models.ForeignKey(
        TestInPractice, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lock = OwnedByPartnership(append_only=True)


class ActionMove(Move):
    action = models.ForeignKey(Action, models.PROTECT, related_name="moves")
    sight = models.ForeignKey(Sight, models.PROTECT, null=True, blank=True, related_name="+")
    lock = OwnedByPartnership(append_only=True)


class RatingChange(Signed):
    """A rating set by hand, or given back to the rule (then `rating` is empty)."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="rating_changes")
    rating = models.CharField(max_length=10, blank=True)
    reason = models.TextField()
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.rating or "as worked out"
