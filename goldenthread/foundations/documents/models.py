from django.db import models

from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Partnership, Seat


class Document(models.Model):
    """A file that belongs to a record, with its versions."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    about = models.CharField(max_length=120)  # the record it belongs to: "thread.evidence:4"
    classification = models.CharField(
        max_length=20, choices=[(c.value, c.value) for c in Classification]
    )
    keep_until = models.DateField(null=True, blank=True)
    on_hold = models.BooleanField("legal hold", default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    lock = OwnedByPartnership()

    class Meta:
        indexes = [models.Index(fields=["partnership", "about"], name="document_of_record")]

    def __str__(self):
        return self.title


class Version(models.Model):
    """One state of a document. Never changed; a new upload is a new version."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    checksum = models.CharField(max_length=64)
    kept_at = models.DateTimeField(auto_now_add=True)
    kept_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="document_version_once")
        ]

    def __str__(self):
        return f"{self.file_name}, version {self.number}"
