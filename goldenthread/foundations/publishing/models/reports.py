"""Reports, the turns they took, what was said about them, and a partnership's own headings."""

from django.db import models
from django.utils.timezone import now

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Partnership, Seat
from goldenthread.foundations.publishing.rules import WORKFLOW, Stage


class Report(models.Model):
    """One yearly report, from its first draft to its last release."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="reports")
    title = models.CharField(max_length=200)
    period = models.CharField(max_length=20)  # "2025/26"
    edition = models.CharField(
        max_length=60
    )  # the guidance whose headings it answers; kept for its life
    stage = models.CharField(
        max_length=20, default=WORKFLOW.initial.value, choices=[(s.value, s.value) for s in Stage]
    )
    made_at = models.DateTimeField(default=now)
    # How many of its required headings rested on evidence when it was last drawn for that: drawing it
    # takes too long for a page that only says so.
    required = models.PositiveSmallIntegerField(null=True, blank=True)
    covered = models.PositiveSmallIntegerField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-period", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "period", "title"], name="report_once_a_period"
            ),
            models.CheckConstraint(
                name="report_stage_known", condition=models.Q(stage__in=[s.value for s in Stage])
            ),
        ]

    def __str__(self):
        return self.title


class Turn(models.Model):
    """A report moved from one stage to another. Never changed."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="turns")
    step = models.CharField(max_length=20)
    stage = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=300)
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.report}: {self.step}"


class Comment(models.Model):
    """Something said about a report or one of its sections."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="comments")
    section = models.ForeignKey(
        "Section", models.PROTECT, null=True, blank=True, related_name="comments"
    )
    text = models.TextField()
    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=300)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=300, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"comment {self.pk}"


class HeadingCorrection(models.Model):
    """What this partnership says a required heading is, over the shipped edition. The last one counts."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    edition = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    confirmed = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)  # the paragraph it was read in
    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=300)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.edition} {self.number}: {self.title}"
