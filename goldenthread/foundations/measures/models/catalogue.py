"""A partnership's catalogue of measures: shipped definitions as adopted, overlays, and its own."""

from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.measures.definitions import Basis, Polarity
from goldenthread.foundations.people.models import Partnership


def choices(of: type[StrEnum]) -> list[tuple[str, str]]:
    return [(member.value, member.value[:1].upper() + member.value[1:]) for member in of]


class Measure(models.Model):
    """What is counted, and how. `edition` is the shipped definition that it was taken from.

    The shipped rows never change (`shipped/catalogue.csv`); what a partnership words differently is
    kept here, with the names of the fields that it changed. A measure of its own has no edition.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    code = models.SlugField(max_length=120)
    name = models.CharField(max_length=300)
    theme = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    numerator = models.TextField(blank=True)
    denominator = models.TextField(blank=True)
    unit = models.CharField(max_length=60)
    basis = models.CharField(max_length=40, choices=choices(Basis))
    polarity = models.CharField(max_length=40, choices=choices(Polarity), default="neither")
    source = models.TextField(blank=True)
    supplier = models.CharField(max_length=200, blank=True)
    withhold_small = models.BooleanField(default=True)
    lines_add_up = models.BooleanField(default=False)
    edition = models.CharField(max_length=40, blank=True)
    changed_here = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["theme", "name"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "code"], name="measure_code_once"),
            models.CheckConstraint(
                name="measure_basis_known",
                condition=models.Q(basis__in=[basis.value for basis in Basis]),
            ),
        ]

    def __str__(self):
        return self.name
