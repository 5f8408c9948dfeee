"""Action logs that were brought in, with the shape they came in, so that they go out in it again."""

from django.db import models
from django.db.models.functions import Lower

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Organisation
from goldenthread.foundations.thread.models.actions import Action
from goldenthread.foundations.thread.models.base import Owned, Signed


class ActionLog(Signed):
    """One uploaded file. Until it is brought in (`brought_in_at`) nothing of it is in the tracker.

    A long one is brought in by the worker: from `confirmed_at` on it waits for that. If nothing came
    of it, `why_not` says why, and it may be confirmed again.

    `header` and `mapping` (heading → field) are its shape. The file itself is let go once its rows
    are in, or when it was left lying for a week.
    """

    class IfDone(models.TextChoices):
        TO_SEE = "to see", "Reported done: somebody still has to see the evidence"
        CLOSED = "closed", "Closed in the old log: kept, and not chased"

    file_name = models.CharField(max_length=200)
    content = models.BinaryField(null=True)
    part = models.CharField(max_length=200, blank=True)
    header = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    if_done = models.CharField(max_length=10, choices=IfDone, default=IfDone.TO_SEE)
    leave_out_refused = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    why_not = models.TextField(blank=True)
    brought_in_at = models.DateTimeField(null=True, blank=True)
    rows_in = models.PositiveIntegerField(default=0)
    rows_left_out = models.PositiveIntegerField(default=0)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.file_name


class ImportedRow(Owned):
    """A row as it came: its cells, and what our record said of it then (`said`), field by field.

    A field that still says the same goes out exactly as it came in.
    """

    log = models.ForeignKey(ActionLog, models.PROTECT, related_name="rows")
    action = models.OneToOneField(Action, models.PROTECT, related_name="imported")
    number = models.PositiveIntegerField()
    section = models.TextField(blank=True)
    cells = models.JSONField()
    said = models.JSONField()
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["log", "number"]
        constraints = [models.UniqueConstraint(fields=["log", "number"], name="imported_row_once")]

    def __str__(self):
        return f"row {self.number} of {self.log}"


class OrganisationWord(Owned):
    """What a partnership's logs call an organisation: "CSC", "the Trust"."""

    words = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["words"]
        constraints = [
            models.UniqueConstraint("partnership", Lower("words"), name="organisation_word_once")
        ]

    def __str__(self):
        return f"{self.words} is {self.organisation}"
