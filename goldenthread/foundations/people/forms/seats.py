"""What is asked about seats: an invitation, a change, a hand-over, an end."""

from datetime import date

from django import forms

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.people.forms.choosing import PartChoice, SeatChoice, choose_from
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Participation, Seat
from goldenthread.foundations.people.queries.organisations import parts_now
from goldenthread.foundations.people.queries.seats import people_seated, seats_held
from goldenthread.foundations.people.roles import DESCRIPTIONS, Role
from goldenthread.foundations.people.rules import REASONS_FOR_LEAVING

MAILBOX_HINT = (
    "Only for a seat that is handed on with its work, such as a designated safeguarding lead’s."
)


class SeatForm(GovukForm):
    """What a seat is: its job title, its roles and, where there is one, its role mailbox."""

    title = forms.CharField(label="Job title", max_length=200, required=False)
    roles = forms.MultipleChoiceField(
        label="Roles",
        choices=[(role.value, role.value.capitalize()) for role in Role],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one role"},
    )
    mailbox = forms.EmailField(label="Role mailbox", required=False, help_text=MAILBOX_HINT)
    looks = {"roles": Look(small=True, hints={r.value: DESCRIPTIONS[r].does for r in Role})}


class InviteForm(SeatForm):
    name = forms.CharField(
        label="Full name", max_length=200, error_messages={"required": "Enter their full name"}
    )
    email = forms.EmailField(
        label="Work e-mail address",
        help_text="The invitation goes here, and works for 14 days.",
        error_messages={"required": "Enter their work e-mail address"},
    )
    organisation = PartChoice(
        label="Organisation",
        queryset=Participation.objects.none(),
        empty_label="",
        error_messages={"required": "Select an organisation"},
    )
    field_order = ("name", "email", "organisation", "title", "roles", "mailbox")

    def __init__(self, *args, asker: Asker, **kwargs):
        super().__init__(*args, **kwargs)
        self.asker = asker
        choose_from(self, "organisation", parts_now(asker))

    def clean_organisation(self):
        return self.cleaned_data["organisation"].organisation

    def clean(self):
        kept = super().clean()
        email, organisation = kept.get("email"), kept.get("organisation")
        if email and organisation and self._sits_there(email, organisation):
            self.add_error("email", "This person holds a seat at this organisation already")
        return kept

    def _sits_there(self, email, organisation) -> bool:
        held = seats_held(self.asker).filter(organisation=organisation)
        return held.filter(person__email=email.lower()).exists()


class LeavingForm(GovukForm):
    """When someone leaves a seat, and why."""

    on = DateField(label="Last day", help_text="Today or earlier.")
    because = forms.ChoiceField(
        label="Reason",
        choices=[(reason, reason) for reason in REASONS_FOR_LEAVING],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, seat: Seat, **kwargs):
        super().__init__(*args, **kwargs)
        self.seat = seat

    def clean_on(self) -> date:
        day = self.cleaned_data["on"]
        if day > today():
            raise forms.ValidationError("Last day must be today or in the past")
        if day < self.seat.since:
            raise forms.ValidationError(f"Last day must be on or after {self.seat.since:%-d %B %Y}")
        return day


class EndSeatForm(LeavingForm):
    successor = SeatChoice(
        label="Who takes over the work",
        queryset=Seat.objects.none(),
        required=False,
        empty_label="",
        help_text="Leave empty to give it back to the organisation.",
    )

    def __init__(self, *args, asker: Asker, seat: Seat, **kwargs):
        super().__init__(*args, seat=seat, **kwargs)
        choose_from(self, "successor", people_seated(asker).exclude(pk=seat.pk))


class HandOverForm(LeavingForm):
    name = forms.CharField(label="Full name of the next holder", max_length=200)
    email = forms.EmailField(
        label="Their work e-mail address", help_text="They are invited to this same seat."
    )
