"""Charts as drawn: kept by the figures they show, so that one is drawn once and found again."""

from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Partnership


class StoredChart(models.Model):
    """A chart of figures that have already been made fit for its audience.

    `fingerprint` is over everything the chart shows; when a figure changes, so does the fingerprint,
    and an old drawing can never stand beside new figures.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    title = models.CharField(max_length=300)
    description = models.TextField()
    svg = models.TextField()
    png = models.BinaryField()
    drawn_at = models.DateTimeField(auto_now_add=True)
    lock = OwnedByPartnership()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "fingerprint"], name="chart_drawn_once")
        ]

    def __str__(self):
        return self.title
