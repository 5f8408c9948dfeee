"""Groups of a partnership, those it shares with others, and who sits in them."""

from django.db import models

from goldenthread.foundations.lock.declarations import (
    MINE,
    OwnedByPartnership,
    SharedThrough,
    Where,
)
from goldenthread.foundations.people.models.areas import Partnership
from goldenthread.foundations.people.models.seats import Seat


class Group(models.Model):
    """Executive, sub-group, panel or task group. A joint panel is hosted by one, shared with others."""

    class Kind(models.TextChoices):
        EXECUTIVE = "executive", "Executive"
        SUBGROUP = "sub-group", "Sub-group"
        PANEL = "panel", "Panel"
        TASK = "task", "Task and finish group"

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="groups")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    purpose = models.TextField(blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    lock = SharedThrough(link="people_groupshare", link_column="group_id")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="group_name_once")
        ]

    def __str__(self):
        return self.name


class GroupShare(models.Model):
    """Another partnership that a joint group also belongs to."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="shares")
    host = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    lock = Where(
        read=f"partnership_id {MINE} OR host_id {MINE}",
        write=f"host_id {MINE}",
        why="Only the host shares a group; those it is shared with see that they are.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "partnership"], name="group_shared_once")
        ]

    def __str__(self):
        return f"{self.group} with {self.partnership}"


class GroupSeat(models.Model):
    """A seat's place in a group."""

    class Position(models.TextChoices):
        CHAIR = "chair", "Chair"
        DEPUTY = "deputy", "Deputy chair"
        MEMBER = "member", "Member"
        ADVISER = "adviser", "Adviser"

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="places")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="places")
    position = models.CharField(max_length=20, choices=Position, default=Position.MEMBER)
    lock = OwnedByPartnership()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "seat"], name="group_seat_once")]

    def __str__(self):
        return f"{self.seat}, {self.get_position_display()} of {self.group}"
