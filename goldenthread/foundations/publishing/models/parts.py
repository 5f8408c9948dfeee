"""Sections, their blocks, and every wording that a block ever had."""

from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.timezone import now

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Partnership, Seat
from goldenthread.foundations.publishing.models.reports import Report

HELD_FOR = timedelta(hours=2)


class Section(models.Model):
    """A heading of the report with what stands under it, and the required headings it answers."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="sections")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    answers = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    held_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    held_since = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title

    def is_held_against(self, seat_id: int | None, now: datetime) -> bool:
        """Somebody else took it to write in, and not so long ago that they must have gone home."""
        if self.held_since is None or self.held_by_id == seat_id:
            return False
        return now - self.held_since < HELD_FOR


class Block(models.Model):
    """One thing in a section: prose, or something bound to the record. What it says is its wording."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    section = models.ForeignKey(Section, models.PROTECT, related_name="blocks")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60)
    removed_at = models.DateTimeField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return f"{self.kind} {self.pk}"


class Wording(models.Model):
    """What a block said from some moment on. Only ever added: nobody's words are overwritten.

    `typed_over` is the wording that its writer saw. `put_aside` is true for words that met others
    written at the same time and could not be joined: both stay until somebody chooses.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    block = models.ForeignKey(Block, models.PROTECT, related_name="wordings")
    content = models.JSONField()
    typed_over = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    put_aside = models.BooleanField(default=False)
    joined = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=300)
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"wording {self.pk}"
