from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.thread.models.actions import Action
from goldenthread.foundations.thread.models.base import Owned


class Asking(Owned):
    """One e-mail to one address about what waits there: at most one reminder a day."""

    email = models.EmailField()
    name = models.CharField(max_length=300)
    asked_on = models.DateField()
    is_reminder = models.BooleanField()
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "email", "asked_on"],
                condition=models.Q(is_reminder=True),
                name="asking_one_reminder_a_day",
            )
        ]

    def __str__(self):
        return f"{self.email} on {self.asked_on}"


class AskedAction(Owned):
    """An action that an e-mail asked about; a link in that e-mail opens these and no others."""

    asking = models.ForeignKey(Asking, models.CASCADE, related_name="asked")
    action = models.ForeignKey(Action, models.PROTECT, related_name="askings")
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["asking", "action"], name="asked_action_once")
        ]

    def __str__(self):
        return f"{self.asking_id} about {self.action_id}"
