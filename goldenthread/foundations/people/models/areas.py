"""Regions, partnerships, organisations, and who takes part where."""

from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership, Unlocked

PUBLIC_BODIES = "Names of areas and of public bodies and charities: public knowledge."


class Region(models.Model):
    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(unique=True)
    lock = Unlocked(PUBLIC_BODIES)

    def __str__(self):
        return self.name


class Partnership(models.Model):
    """The tenant: one area's safeguarding children partnership."""

    region = models.ForeignKey(
        Region, models.PROTECT, related_name="partnerships", null=True, blank=True
    )
    name = models.CharField(max_length=200, unique=True)
    area = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    is_worked_example = models.BooleanField(default=False)
    lock = Unlocked(PUBLIC_BODIES)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Organisation(models.Model):
    """An agency. It may take part in many partnerships, and is then still one organisation."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=60)  # a code of kinds.csv
    succeeded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors"
    )
    ended_on = models.DateField(null=True, blank=True)
    lock = Unlocked(PUBLIC_BODIES)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Participation(models.Model):
    """An organisation's part in one partnership, with its dates."""

    class Standing(models.TextChoices):
        STATUTORY = "statutory", "Statutory safeguarding partner"
        RELEVANT = "relevant", "Relevant agency"
        OTHER = "other", "Other organisation"

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="participations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="participations")
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.RELEVANT)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation"], name="participation_once"
            ),
            models.CheckConstraint(
                name="participation_dates_in_order",
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
            ),
        ]

    def __str__(self):
        return f"{self.organisation} in {self.partnership}"
