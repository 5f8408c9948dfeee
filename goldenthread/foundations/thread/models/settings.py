"""What a partnership lays over the shipped editions: its own themes, thresholds and reminders."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.thread.models.base import Owned


class LocalTheme(Owned):
    """A theme of the partnership's own. It is retired, never removed: findings go on naming it."""

    code = models.SlugField(max_length=120)
    title = models.CharField(max_length=200)
    added_on = models.DateField()
    retired_on = models.DateField(null=True, blank=True)
    why_retired = models.TextField(blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "code"], name="local_theme_once"),
            models.CheckConstraint(
                name="local_theme_retired_with_its_reason",
                condition=models.Q(retired_on__isnull=False) | models.Q(why_retired=""),
            ),
        ]

    def __str__(self):
        return self.title


class TrackerSettings(models.Model):
    """Whatever is empty here is as the shipped edition has it."""

    partnership = models.OneToOneField(Partnership, models.PROTECT, related_name="+")
    soon_days = models.PositiveSmallIntegerField(null=True, blank=True)
    quiet_days = models.PositiveSmallIntegerField(null=True, blank=True)
    reminder_days = ArrayField(models.SmallIntegerField(), null=True, blank=True)
    then_every = models.PositiveSmallIntegerField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        verbose_name_plural = "tracker settings"

    def __str__(self):
        return f"tracker settings of {self.partnership}"
