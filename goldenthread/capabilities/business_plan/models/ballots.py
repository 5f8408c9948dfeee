"""A ballot on areas of concern. That somebody voted and what was voted are kept in two tables that nothing joins.

A paper has no seat, no time and a random key, so that its place in the table says nothing either.
"""

from django.contrib.postgres.functions import RandomUUID
from django.db import models

from goldenthread.capabilities.business_plan.models.base import Owned, Signed
from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Seat


class Ballot(Signed):
    title = models.CharField(max_length=200)
    question = models.TextField(blank=True)
    wanted = models.PositiveSmallIntegerField()  # how many areas are to become priorities
    opens_on = models.DateField()
    closes_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)  # earlier, by hand
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="ballot_dates_in_order",
                condition=models.Q(closes_on__gte=models.F("opens_on")),
            ),
            models.CheckConstraint(
                name="ballot_wants_something", condition=models.Q(wanted__gte=1)
            ),
        ]

    def __str__(self):
        return self.title


class Area(Owned):
    """An area of concern that stands on a ballot paper."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="areas")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "title"], name="area_on_a_ballot_once")
        ]

    def __str__(self):
        return self.title


class Voter(Owned):
    """That a seat has voted; not how, and not when."""

    id = models.UUIDField(primary_key=True, db_default=RandomUUID(), editable=False)
    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="voters")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ballot", "seat"], name="seat_votes_once")]

    def __str__(self):
        return f"{self.seat_id} voted"


class Paper(Owned):
    """A ballot paper as it was cast, by nobody."""

    id = models.UUIDField(primary_key=True, db_default=RandomUUID(), editable=False)
    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="papers")
    lock = OwnedByPartnership(append_only=True)

    def __str__(self):
        return "A ballot paper"


class PaperLine(Owned):
    """The place that one paper gives one area."""

    id = models.UUIDField(primary_key=True, db_default=RandomUUID(), editable=False)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="lines")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "area"], name="area_placed_once"),
            models.UniqueConstraint(fields=["paper", "place"], name="place_given_once"),
        ]

    def __str__(self):
        return f"{self.area_id} in place {self.place}"
