"""A plan, its priorities, their objectives, and who answers for each."""

from django.db import models

from goldenthread.capabilities.business_plan.models.ballots import Ballot
from goldenthread.capabilities.business_plan.models.base import Owned
from goldenthread.capabilities.business_plan.rules import PLAN, Stage
from goldenthread.capabilities.business_plan.rules.ratings import COLOURS
from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Group, Organisation, Seat


class Plan(Owned):
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    stage = models.CharField(
        max_length=20,
        choices=[(stage.value, PLAN.label(stage)) for stage in Stage],
        default=PLAN.initial.value,
    )
    source = models.CharField(max_length=300, blank=True)  # the document or file that it came from
    ballot = models.ForeignKey(Ballot, models.PROTECT, null=True, blank=True, related_name="plans")
    made_at = models.DateTimeField(auto_now_add=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "title"], name="plan_title_once"),
            models.CheckConstraint(
                name="plan_dates_in_order", condition=models.Q(ends_on__gt=models.F("starts_on"))
            ),
            models.CheckConstraint(
                name="plan_stage_known",
                condition=models.Q(stage__in=[stage.value for stage in Stage]),
            ),
        ]

    def __str__(self):
        return self.title


class Priority(Owned):
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="priorities")
    number = models.CharField(max_length=20)
    place = models.CharField(max_length=100)  # sorts 2 before 10
    title = models.CharField(max_length=300)
    aim = models.TextField(blank=True)
    strategic_link = models.TextField(blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["place", "pk"]
        verbose_name_plural = "priorities"
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="priority_number_once")
        ]

    def __str__(self):
        return f"{self.number} {self.title}"


class Objective(Owned):
    """What is to be done. `rating` and `heard_on` repeat the newest rating and progress, for lists."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="objectives")
    priority = models.ForeignKey(Priority, models.PROTECT, related_name="objectives")
    number = models.CharField(max_length=20)
    place = models.CharField(max_length=100)
    text = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    due_is_month = models.BooleanField(default=False)  # the plan names a month, not a day
    outcome_measure = models.TextField(blank=True)
    difference = models.TextField("difference for children", blank=True)
    rating = models.CharField(max_length=10, blank=True)
    heard_on = models.DateField(null=True, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="objective_number_once"),
            models.CheckConstraint(
                name="objective_rating_known",
                condition=models.Q(rating__in=["", *(rag.value for rag in COLOURS)]),
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "due_on", "id"], name="objective_by_due_day"),
            models.Index(fields=["plan", "place", "id"], name="objective_in_order"),
        ]

    def __str__(self):
        return f"{self.number} {self.text[:80]}"


class ObjectiveOwner(Owned):
    """One of those who answer for an objective: a group, an organisation, a seat, or a name in words.

    A name stands alone where a plan names what the partnership does not have, such as "All subgroups".
    """

    objective = models.ForeignKey(Objective, models.CASCADE, related_name="owners")
    position = models.PositiveSmallIntegerField(default=0)
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="objective_owner_is_one",
                condition=(
                    models.Q(group__isnull=False, organisation=None, seat=None, name="")
                    | models.Q(group=None, organisation__isnull=False, seat=None, name="")
                    | models.Q(group=None, organisation=None, seat__isnull=False, name="")
                    | models.Q(group=None, organisation=None, seat=None) & ~models.Q(name="")
                ),
            ),
            models.UniqueConstraint(
                fields=["objective", "group", "organisation", "seat", "name"],
                name="objective_owner_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self):
        if self.seat:
            return str(self.seat.person or self.seat.title or "Vacant seat")
        return str(self.group or self.organisation or self.name)
