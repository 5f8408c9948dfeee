from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Group, Organisation, Seat
from goldenthread.foundations.thread.models.base import FromSource, Owned, Signed
from goldenthread.foundations.thread.models.findings import Finding
from goldenthread.foundations.thread.rules import RECOMMENDATION
from goldenthread.foundations.thread.rules.recommendation_stages import (
    RecommendationStage as Stage,
)


class Recommendation(FromSource, Signed):
    """What should change. Its stage is what the last of its moves led to."""

    reference = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    made_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    stage = models.CharField(
        max_length=30,
        choices=[(s.value, s.value) for s in Stage],
        default=RECOMMENDATION.initial.value,
    )
    stage_since = models.DateField()
    owner_group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="+")
    owner_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner_seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    # `led_to` is set when it is closed as superseded or merged; `repeats` when its writer was shown
    # an earlier one and said that it is the same lesson.
    led_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="came_from"
    )
    repeats = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeated_by"
    )
    changed_at = models.DateTimeField(auto_now=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="recommendation_stage_known",
                condition=models.Q(stage__in=[each.value for each in Stage]),
            ),
            models.CheckConstraint(
                name="recommendation_not_into_itself",
                condition=~models.Q(led_to=models.F("id")) & ~models.Q(repeats=models.F("id")),
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "stage"], name="recommendation_by_stage"),
            models.Index(fields=["partnership", "-made_on", "-id"], name="recommendation_newest"),
            models.Index(fields=["partnership", "changed_at"], name="recommendation_changed"),
        ]

    def __str__(self):
        return self.text[:80]


class RecommendationSource(Owned):
    """That a finding led to a recommendation; several to one, and one to several."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="sources")
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="led_to")
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "finding"], name="recommendation_source_once"
            )
        ]

    def __str__(self):
        return f"{self.finding_id} led to {self.recommendation_id}"


class RecommendationTheme(Owned):
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="themes")
    edition = models.CharField(max_length=60)
    code = models.CharField(max_length=120)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "edition", "code"], name="recommendation_theme_once"
            )
        ]
        indexes = [
            models.Index(fields=["partnership", "edition", "code"], name="recommendations_of_theme")
        ]

    def __str__(self):
        return f"{self.edition}:{self.code}"
