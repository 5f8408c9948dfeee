"""Regions, partnerships, organisations, and who takes part where."""

from django.db import models

from goldenthread.foundations.lock.declarations import DOOR, MINE, OwnedByPartnership, Where

ANYONE = "true"  # names of areas, of public bodies and of charities are public knowledge
FROM_WITHIN = f"{DOOR} IN ('seat', 'machine')"  # not by a link, the inbox or the sign-in pages
COMMAND = f"{DOOR} = 'machine'"


class Region(models.Model):
    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(unique=True)
    lock = Where(ANYONE, COMMAND, "Regions are set up by whoever runs the installation.")

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
    # Without opening a page, until one must sign in again; none is the installation's own limit.
    idle_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    lock = Where(
        read=ANYONE,
        write=f"id {MINE} AND {FROM_WITHIN}",
        add=COMMAND,
        why="Its name and area are public; only its own seats change it, and a command adds one.",
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="partnership_idle_minutes_enough_to_be_asked",
                condition=models.Q(idle_minutes__isnull=True) | models.Q(idle_minutes__gte=5),
            )
        ]

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
    _takes_part_with_us = (
        "EXISTS (SELECT 1 FROM people_participation AS part"
        f" WHERE part.organisation_id = people_organisation.id AND part.partnership_id {MINE})"
    )
    lock = Where(
        read=ANYONE,
        write=f"{FROM_WITHIN} AND {_takes_part_with_us}",
        add=FROM_WITHIN,
        why="Any partnership finds one that is here already, by its name, and may add one; only"
        " those it takes part with change it.",
    )

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
