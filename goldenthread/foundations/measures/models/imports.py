"""Files that brought figures in, and files that wait for somebody to say yes to their preview."""

from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Partnership


class IncomingFile(models.Model):
    """A file between its preview and its confirmation. Its content goes when it is confirmed or dropped."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    mapping = models.JSONField(default=dict, blank=True)  # heading → field, where no layout fits
    period = models.CharField(max_length=60, blank=True)
    source_title = models.CharField(max_length=300, blank=True)
    given_at = models.DateTimeField(auto_now_add=True)
    given_by = models.CharField(max_length=300)
    lock = OwnedByPartnership()

    def __str__(self):
        return self.name


class FigureImport(models.Model):
    """One file that was taken in, and what it brought."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)  # SHA-256 of the file, in hexadecimal
    layout = models.CharField(max_length=60)
    rows = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
    imported_at = models.DateTimeField(auto_now_add=True)
    imported_by = models.CharField(max_length=300)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["partnership", "-id"], name="import_newest")]

    def __str__(self):
        return self.file_name
