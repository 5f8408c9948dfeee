"""Proof runs, the partners' signatures, and what was published."""

from django.db import models
from django.utils.timezone import now

from goldenthread.foundations.lock.declarations import DOOR, MINE, OwnedByPartnership, Where
from goldenthread.foundations.people.models import Organisation, Partnership, Seat
from goldenthread.foundations.publishing.models.reports import Report


class ProofRun(models.Model):
    """One reading of a draft by the proof-checker, of the content with this fingerprint."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="proofs")
    fingerprint = models.CharField(max_length=64)
    slips = models.JSONField(default=list)
    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=300)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"proof of {self.report}"


class Printing(models.Model):
    """The three forms of one content of a report, asked for by a person and made by the worker."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="printings")
    fingerprint = models.CharField(max_length=64)
    asked_at = models.DateTimeField(default=now)
    asked_by = models.CharField(max_length=300)
    made_at = models.DateTimeField(null=True, blank=True)
    body = models.TextField(blank=True)
    html = models.TextField(blank=True)
    pdf = models.BinaryField(null=True)
    word = models.BinaryField(null=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "fingerprint"], name="printing_once")
        ]

    def __str__(self):
        return f"files of {self.report}"


class SignOff(models.Model):
    """One delegated safeguarding partner's word on the content with this fingerprint."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="sign_offs")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    signed = models.BooleanField()
    words = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=300)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.organisation}: {'signed' if self.signed else 'not signed'}"


class Release(models.Model):
    """A copy made by publishing: what anyone may read, until it is withdrawn or replaced."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, related_name="releases")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    period = models.CharField(max_length=20)
    body = models.TextField()  # what stands on the public page, inside the site's own frame
    html = models.TextField()  # the same as one file to keep
    pdf = models.BinaryField()
    word = models.BinaryField()
    fingerprint = models.CharField(max_length=64)
    published_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    lock = Where(
        read=f"partnership_id {MINE} OR ({DOOR} = 'public' AND withdrawn_at IS NULL)",
        write=f"partnership_id {MINE}",
        why="The public reads the copy that publishing made, and nothing behind it.",
    )

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="release_once")]

    def __str__(self):
        return f"{self.title}, release {self.number}"
