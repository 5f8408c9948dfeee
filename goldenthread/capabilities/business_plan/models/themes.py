"""Themes that the partnership shares with other boards: who leads, who is linked, what is told when."""

from django.db import models

from goldenthread.capabilities.business_plan.models.base import Owned, Signed
from goldenthread.capabilities.business_plan.rules.sorting import MOST
from goldenthread.foundations.lock.declarations import OwnedByPartnership


class SharedTheme(Owned):
    title = models.CharField(max_length=200)
    urgency = models.PositiveSmallIntegerField()
    importance = models.PositiveSmallIntegerField()
    lead_board = models.CharField(max_length=200)
    reporting_month = models.PositiveSmallIntegerField(null=True, blank=True)
    linkage = models.TextField(blank=True)  # what ties the boards' work together
    ended_on = models.DateField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-importance", "-urgency", "title"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "title"], name="shared_theme_once"),
            models.CheckConstraint(
                name="shared_theme_within_the_scale",
                condition=models.Q(urgency__range=(1, MOST), importance__range=(1, MOST)),
            ),
            models.CheckConstraint(
                name="shared_theme_month_real",
                condition=models.Q(reporting_month=None) | models.Q(reporting_month__range=(1, 12)),
            ),
        ]

    def __str__(self):
        return self.title


class LinkedBoard(Owned):
    """A board that a theme also concerns, beside the one that leads."""

    theme = models.ForeignKey(SharedTheme, models.CASCADE, related_name="linked")
    name = models.CharField(max_length=200)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["theme", "name"], name="board_linked_once")]

    def __str__(self):
        return self.name


class ThemeReport(Signed):
    """That a theme was reported, when and with what."""

    theme = models.ForeignKey(SharedTheme, models.PROTECT, related_name="reports")
    on = models.DateField()
    said = models.TextField(blank=True)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"reported on {self.on}"
