from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Organisation
from goldenthread.foundations.thread.models.base import FromSource, Owned, Signed
from goldenthread.foundations.thread.rules.kinds import FindingKind


class Finding(FromSource, Signed):
    """Something that the partnership learned: a strength, an area for development, or learning."""

    kind = models.CharField(max_length=30, choices=[(k.value, k.value) for k in FindingKind])
    text = models.TextField()
    found_on = models.DateField()
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-found_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="finding_kind_known",
                condition=models.Q(kind__in=[each.value for each in FindingKind]),
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "-found_on", "-id"], name="finding_newest"),
            models.Index(fields=["partnership", "source"], name="finding_of_source"),
        ]

    def __str__(self):
        return self.text[:80]


class FindingTheme(Owned):
    """A theme of a finding, by the edition and code of the list it is from; several to one finding."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="themes")
    edition = models.CharField(max_length=60)
    code = models.CharField(max_length=120)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "edition", "code"], name="finding_theme_once"
            )
        ]
        indexes = [
            models.Index(fields=["partnership", "edition", "code"], name="findings_of_theme")
        ]

    def __str__(self):
        return f"{self.edition}:{self.code}"
