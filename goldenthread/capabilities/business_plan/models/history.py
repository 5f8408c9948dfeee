"""What was told and decided about a plan: rows that are only ever added."""

from django.db import models

from goldenthread.capabilities.business_plan.models.base import Signed
from goldenthread.capabilities.business_plan.models.plans import Objective, Plan
from goldenthread.capabilities.business_plan.rules.ratings import COLOURS
from goldenthread.foundations.documents.models import Document
from goldenthread.foundations.lock.declarations import OwnedByPartnership


class Progress(Signed):
    """What has been done for an objective, with what shows it."""

    objective = models.ForeignKey(Objective, models.PROTECT, related_name="progress")
    text = models.TextField()
    evidence = models.TextField(blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "progress"

    def __str__(self):
        return self.text[:80]


class RatingRow(Signed):
    """One rating, what the rule suggested on that day, and why a person said otherwise."""

    objective = models.ForeignKey(Objective, models.PROTECT, related_name="ratings")
    rating = models.CharField(max_length=10)
    suggested = models.CharField(max_length=10, blank=True)  # empty where a file brought the rating
    why = models.TextField(blank=True)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="rating_known", condition=models.Q(rating__in=[rag.value for rag in COLOURS])
            ),
            models.CheckConstraint(
                name="rating_against_the_rule_says_why",
                condition=models.Q(suggested="")
                | models.Q(rating=models.F("suggested"))
                | ~models.Q(why=""),
            ),
        ]

    def __str__(self):
        return self.rating


class PlanMove(Signed):
    """A step that a plan took from one stage to another."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="moves")
    step = models.CharField(max_length=20)
    was = models.CharField(max_length=20)
    now = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.was} → {self.now}"
