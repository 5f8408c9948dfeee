"""What the tables of the thread have in common: an owner, who wrote the row, and where it came from."""

from django.db import models
from django.utils.timezone import now

from goldenthread.foundations.people.models import Partnership, Seat


class Owned(models.Model):
    """A row of one partnership."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Signed(Owned):
    """A row that says who wrote it and when. A guest by a link has a name and neither seat nor person.

    `person_id` holds whoever sat in the seat then, since a seat is handed over.
    """

    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=300)
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    person_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


class FromSource(models.Model):
    """Where something was learned: a reference ("audits.audit:12") with the source's title beside it.

    The title is kept so that the thread can be read without asking every capability, and outlives it.
    """

    source = models.CharField(max_length=120, blank=True)
    source_title = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
