from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.thread.models.base import FromSource, Signed
from goldenthread.foundations.thread.models.recommendations import Recommendation
from goldenthread.foundations.thread.rules.kinds import TestMethod, TestResult


class TestInPractice(FromSource, Signed):
    """Somebody looked whether practice changed, and what they saw. Only ever added."""

    __test__ = False  # not a test of ours, whatever pytest makes of its name

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="tests")
    method = models.CharField(max_length=40, choices=[(m.value, m.value) for m in TestMethod])
    tested_on = models.DateField()
    result = models.CharField(max_length=10, choices=[(r.value, r.value) for r in TestResult])
    seen = models.TextField()
    sample = models.PositiveIntegerField(null=True, blank=True)
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-tested_on", "-pk"]
        verbose_name_plural = "tests in practice"
        constraints = [
            models.CheckConstraint(
                name="test_result_known",
                condition=models.Q(result__in=[each.value for each in TestResult]),
            ),
            models.CheckConstraint(
                name="test_method_known",
                condition=models.Q(method__in=[each.value for each in TestMethod]),
            ),
        ]
        indexes = [models.Index(fields=["partnership", "result"], name="test_by_result")]

    def __str__(self):
        return f"{self.method}, {self.result}"
