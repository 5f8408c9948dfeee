"""What the tables of the plan have in common: an owner, and who wrote the row."""

from django.db import models
from django.utils.timezone import now

from goldenthread.foundations.people.models import Partnership, Seat


class Owned(models.Model):
    """A row of one partnership."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Signed(Owned):
    """A row that says who wrote it and when. `seat` is empty for a command or an import by one."""

    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=300)
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
