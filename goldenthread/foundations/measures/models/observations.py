"""One figure: of a measure, for an area and a period, from a source. Never overwritten.

A correction is a new vintage that supersedes the one before; rows are only ever added, and the
database sees to it. What does not add up is kept as published and flagged.
"""

from django.db import models
from django.db.models import F, Q

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.measures.models.catalogue import Measure
from goldenthread.foundations.measures.models.imports import FigureImport
from goldenthread.foundations.measures.models.places import Area, Source
from goldenthread.foundations.people.models import Partnership
from goldenthread.kernel.periods import Kind, Period


class Observation(models.Model):
    """A published or supplied figure. `breakdown` names its line (“Education”), empty for the whole."""

    class Standing(models.TextChoices):
        WHOLE = "whole", "The whole"
        LINE = "line", "One line of a breakdown"
        SUBTOTAL = "subtotal", "A subtotal of some lines"

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="observations")
    area = models.ForeignKey(Area, models.PROTECT, related_name="observations")
    period_start = models.DateField()
    period_end = models.DateField()
    period_kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in Kind])
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.WHOLE)
    breakdown = models.CharField(max_length=300, blank=True)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    symbol = models.CharField(max_length=10, blank=True)  # c, x, z … as the source printed it
    details = models.JSONField(default=dict, blank=True)  # what else the row said: level, mode …
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.CharField(max_length=300, blank=True)
    brought_by = models.ForeignKey(
        FigureImport, models.PROTECT, null=True, blank=True, related_name="observations"
    )
    vintage = models.PositiveSmallIntegerField(default=1)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.CharField(max_length=300)
    lock = OwnedByPartnership(append_only=True)

    KEY = ("measure", "area", "period_start", "period_end", "period_kind", "standing", "breakdown")

    class Meta:
        ordering = ["period_end", "period_start", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "area", "period_start", "period_end", "period_kind"]
                + ["standing", "breakdown", "vintage"],
                name="observation_once_a_vintage",
            ),
            models.CheckConstraint(
                name="observation_says_something",
                condition=Q(value__isnull=False) | Q(numerator__isnull=False) | ~Q(symbol=""),
            ),
            models.CheckConstraint(
                name="observation_period_in_order",
                condition=Q(period_end__gte=F("period_start")),
            ),
            models.CheckConstraint(
                name="observation_correction_has_reason",
                condition=Q(vintage=1, supersedes__isnull=True)
                | (Q(vintage__gt=1, supersedes__isnull=False) & ~Q(reason="")),
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "area", "period_end"], name="figure_of_area")
        ]

    def __str__(self):
        return f"{self.measure}, {self.breakdown or self.area}, {self.period}"

    @property
    def period(self) -> Period:
        return Period(self.period_start, self.period_end, Kind(self.period_kind))


class Flag(models.Model):
    """A figure that other published figures contradict. Kept as published; the sentence says what."""

    class Kind(models.TextChoices):
        SUM = "sum", "Lines do not make the total"
        RATIO = "ratio", "Share does not follow from its parts"
        DIFFERENCE = "difference", "Difference does not follow from its parts"
        AGREEMENT = "agreement", "Two figures for the same thing differ"

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    observation = models.ForeignKey(Observation, models.PROTECT, related_name="flags")
    kind = models.CharField(max_length=20, choices=Kind)
    expected = models.DecimalField(max_digits=20, decimal_places=4)
    found = models.DecimalField(max_digits=20, decimal_places=4)
    sentence = models.TextField()
    raised_at = models.DateTimeField(auto_now_add=True)
    cleared_at = models.DateTimeField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "kind"],
                condition=Q(cleared_at__isnull=True),
                name="flag_once_while_open",
            )
        ]

    def __str__(self):
        return self.sentence
