from django.db import models

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models import Organisation, Partnership, Seat
from goldenthread.foundations.thread.models.base import FromSource, Signed
from goldenthread.foundations.thread.models.recommendations import Recommendation
from goldenthread.foundations.thread.rules import ACTION
from goldenthread.foundations.thread.rules.action_stages import SETTLED
from goldenthread.foundations.thread.rules.action_stages import ActionStage as Stage
from goldenthread.foundations.thread.rules.ratings import MAY_BE_SAID

# What is settled sorts after what is open; the tracker's own order, so an index holds it.
IS_SETTLED = models.Case(
    models.When(stage__in=[stage.value for stage in SETTLED], then=models.Value(1)),
    default=models.Value(0),
    output_field=models.IntegerField(),
)


class Action(FromSource, Signed):
    """One thing that somebody is to do by a day, for a recommendation or straight from a meeting.

    An owner is an organisation, a seat in it, or (for someone without an account) a name and an
    e-mail address. `first_due_on` is never changed: it is what was promised first.
    """

    reference = models.CharField(max_length=60, blank=True)
    # Ours, counted up in each partnership; only an action that came without a reference has one.
    number = models.PositiveIntegerField(null=True, blank=True, editable=False)
    text = models.TextField()
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="actions"
    )
    owner_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner_seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    owner_name = models.CharField(max_length=300, blank=True)
    owner_email = models.EmailField(blank=True)
    priority = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    first_due_on = models.DateField(null=True, blank=True)
    stage = models.CharField(
        max_length=30,
        choices=[(s.value, s.value) for s in Stage],
        default=ACTION.initial.value,
    )
    stage_since = models.DateField()
    recorded_on = models.DateField()
    heard_on = models.DateField()  # the last progress told, else the day it was recorded
    done_on = models.DateField(null=True, blank=True)  # when its owner says that it was done
    said_rating = models.CharField(max_length=10, blank=True)
    why_said = models.TextField(blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="action_stage_known",
                condition=models.Q(stage__in=[each.value for each in Stage]),
            ),
            models.CheckConstraint(
                name="action_rating_said_with_a_reason",
                condition=models.Q(said_rating="", why_said="")
                | (
                    models.Q(said_rating__in=[each.value for each in MAY_BE_SAID])
                    & ~models.Q(why_said="")
                ),
            ),
            models.CheckConstraint(
                name="action_due_dates_together",
                condition=models.Q(due_on__isnull=True, first_due_on__isnull=True)
                | models.Q(due_on__isnull=False, first_due_on__isnull=False),
            ),
            models.UniqueConstraint(fields=["partnership", "number"], name="action_number_once"),
        ]
        indexes = [
            models.Index("partnership", IS_SETTLED, "due_on", "id", name="action_open_first"),
            models.Index(fields=["partnership", "due_on", "id"], name="action_by_due_day"),
            models.Index(fields=["partnership", "stage", "due_on"], name="action_by_stage"),
            models.Index(
                fields=["partnership", "owner_organisation", "due_on"], name="action_by_owner"
            ),
        ]

    def __str__(self):
        return self.text[:80]


class ActionCount(models.Model):
    """The last number given in a partnership. Its row is held while one is given, so none is twice."""

    partnership = models.OneToOneField(Partnership, models.PROTECT, related_name="+")
    last = models.PositiveIntegerField(default=0)
    lock = OwnedByPartnership()

    def __str__(self):
        return str(self.last)


class ProgressNote(Signed):
    """What somebody said about an action. Only ever added: two people at once keep both."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="notes")
    text = models.TextField()
    lock = OwnedByPartnership(append_only=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"note of {self.at:%d/%m/%Y}"


class Extension(Signed):
    """A later due date, asked for and then granted or refused; the first date stays with the action."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="extensions")
    was_due_on = models.DateField(null=True)
    wanted_on = models.DateField()
    reason = models.TextField()
    granted = models.BooleanField(null=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=300, blank=True)
    answer = models.TextField(blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=models.Q(granted__isnull=True),
                name="extension_one_open",
            ),
            models.CheckConstraint(
                name="extension_decided_whole",
                condition=models.Q(granted__isnull=True, decided_at__isnull=True, decided_by="")
                | (
                    models.Q(granted__isnull=False, decided_at__isnull=False)
                    & ~models.Q(decided_by="")
                ),
            ),
        ]

    def __str__(self):
        return f"to {self.wanted_on}"

    def decide(self, granted: bool, *, answer: str, by: str) -> None:
        self.granted, self.answer = granted, answer
        self.decided_at, self.decided_by = now(), by
