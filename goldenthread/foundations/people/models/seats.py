"""People, their seats, and who held a seat when."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from goldenthread.foundations.lock.declarations import DOOR, ME, MINE, OwnedByPartnership, Where
from goldenthread.foundations.people.models.areas import Organisation, Partnership
from goldenthread.foundations.people.roles import Role


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields) -> "Person":
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone who can sign in. What they may do hangs from their seats, never from here."""

    email = models.EmailField("e-mail address", max_length=254, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    joined_on = models.DateField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = PersonManager()

    _same_partnership = (
        "EXISTS (SELECT 1 FROM people_seat AS seat"
        f" WHERE seat.person_id = people_person.id AND seat.partnership_id {MINE})"
    )
    _once_held_a_seat = (
        "EXISTS (SELECT 1 FROM people_holding AS held"
        f" WHERE held.person_id = people_person.id AND held.partnership_id {MINE})"
    )
    lock = Where(
        read=f"id {ME} OR {DOOR} = 'sign-in' OR {_same_partnership} OR {_once_held_a_seat}",
        write=f"id {ME} OR {DOOR} IN ('sign-in', 'seat', 'machine')",
        why="Sign-in finds a person by e-mail before anyone is asking; colleagues see each other, and"
        " who held a seat before them.",
    )

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                name="person_email_lower", condition=models.Q(email=Lower("email"))
            )
        ]

    def __str__(self):
        return self.name


class Seat(models.Model):
    """One person's place at one organisation in one partnership; what they may do hangs from it.

    A seat with a role mailbox (a school's designated safeguarding lead) outlives its holder: it is
    handed over, and `Holding` keeps who held it when.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats", null=True, blank=True)
    title = models.CharField("job title", max_length=200, blank=True)
    roles = ArrayField(models.CharField(max_length=60, choices=[(r.value, r.value) for r in Role]))
    mailbox = models.EmailField("role mailbox", blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    lock = Where(
        read=f"partnership_id {MINE} OR person_id {ME}",
        write=f"partnership_id {MINE}",
        why="A person finds their own seats in every partnership before choosing one.",
    )

    class Meta:
        ordering = ["organisation__name", "person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "partnership", "organisation"],
                condition=models.Q(until__isnull=True),
                name="seat_once_while_held",
            ),
            models.CheckConstraint(
                name="seat_dates_in_order",
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
            ),
        ]

    def __str__(self):
        return f"{self.person or 'vacant'} ({self.organisation})"


class Holding(models.Model):
    """Who held a seat, and when: the history of a role mailbox and of anyone who left."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    left_because = models.CharField(max_length=200, blank=True)
    lock = OwnedByPartnership()

    class Meta:
        ordering = ["-since", "-pk"]

    def __str__(self):
        return f"{self.person} from {self.since}"
