from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Partnership


class Message(models.Model):
    """One e-mail, from the moment it was decided until it was sent or given up."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    to = models.EmailField()
    name = models.CharField(max_length=200)
    subject = models.CharField(max_length=200)
    paragraphs = models.JSONField(default=list)
    address = models.CharField(max_length=500, blank=True)  # a path of ours, or empty
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    lock = OwnedByPartnership()

    class Meta:
        indexes = [
            models.Index(
                fields=["made_at"], condition=models.Q(sent_at__isnull=True), name="message_unsent"
            )
        ]

    def __str__(self):
        return f"message {self.pk}"
