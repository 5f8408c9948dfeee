"""Where a figure is about, where it was published, and from which count on the public may see it."""

from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Partnership


class Area(models.Model):
    """The partnership's own area, or one that it is compared with."""

    class Kind(models.TextChoices):
        OWN = "own", "Our area"
        COUNTRY = "country", "England"
        REGION = "region", "Our region"
        NEIGHBOUR = "neighbour", "Statistical neighbour"
        JOINT = "joint", "Our area together with others"
        OTHER = "other", "Another area"

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)  # the Office for National Statistics' code, where one is
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.OTHER)
    rank = models.PositiveSmallIntegerField(default=0)  # nearness of a neighbour, 1 the nearest
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "code"], name="area_code_once"),
            models.UniqueConstraint(fields=["partnership", "name"], name="area_name_once"),
        ]

    def __str__(self):
        return self.name


class Source(models.Model):
    """A document or return in which figures were published or supplied."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200, blank=True)
    period = models.CharField(max_length=60, blank=True)  # what it reports on, as “2014/15”
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="source_reference_once"
            )
        ]

    def __str__(self):
        return self.title


class PublicThreshold(models.Model):
    """Counts from 1 to this are withheld from the public and the region. The newest row counts."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    threshold = models.PositiveSmallIntegerField()
    reason = models.TextField()
    set_at = models.DateTimeField(auto_now_add=True)
    set_by = models.CharField(max_length=300)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"1 to {self.threshold} withheld"
