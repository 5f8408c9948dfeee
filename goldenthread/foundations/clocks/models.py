"""What is due, and on which days a partnership is closed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Organisation, Partnership, Seat


class Due(models.Model):
    """Something that somebody should do by a day. Its title may be read by everyone it is shown to.

    It waits for one seat, or for an organisation, or for whoever holds one of the roles; with both
    an organisation and roles, for those roles in that organisation.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    about = models.CharField(max_length=120)  # "thread.action:12"
    title = models.CharField(max_length=300)
    due_on = models.DateField()
    page = models.CharField(max_length=120)  # the name of an address
    page_kwargs = models.JSONField(default=dict)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    roles = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "about"],
                condition=models.Q(settled_at__isnull=True),
                name="due_once_while_open",
            )
        ]
        indexes = [
            models.Index(
                fields=["partnership", "due_on"],
                condition=models.Q(settled_at__isnull=True),
                name="due_open_by_day",
            )
        ]

    def __str__(self):
        return f"{self.title} by {self.due_on}"


class Closure(models.Model):
    """Days on which a partnership's offices are closed, besides weekends and bank holidays."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()
    reason = models.CharField(max_length=200)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                name="closure_days_in_order",
                condition=models.Q(last_day__gte=models.F("first_day")),
            ),
            models.CheckConstraint(name="closure_says_why", condition=~models.Q(reason="")),
        ]

    def __str__(self):
        return f"{self.reason}, {self.first_day} to {self.last_day}"
