"""Set an action, or put right who owns it and how it is worded."""

from django import forms

from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm, Section
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.forms.choosing import organisation_field, seat_field


class ActionForm(GovukForm):
    text = forms.CharField(
        label="What is to be done?",
        widget=forms.Textarea,
        max_length=5000,
        help_text="Say what will be different, so that evidence can show it",
        error_messages={"required": "Enter what is to be done"},
    )
    reference = forms.CharField(label="Reference", max_length=60, required=False)
    due_on = DateField(label="Due date", required=False, help_text="For example, 30 6 2027")
    owner_name = forms.CharField(
        label="Name or role",
        max_length=300,
        required=False,
        help_text="For an owner who has no account here",
    )
    owner_email = forms.EmailField(
        label="Work e-mail",
        required=False,
        help_text="Reminders go here, with a link that needs no account",
    )
    looks = {
        "text": Look(rows=3),
        "reference": Look(width="10"),
        "owner_name": Look(width="two-thirds"),
        "owner_email": Look(width="two-thirds"),
    }
    sections = (
        Section("", ("text", "reference", "due_on")),
        Section("Owner", ("owner_organisation_id", "owner_seat_id", "owner_name", "owner_email")),
    )

    def __init__(self, *args, partnership_id: int, has_date: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner_organisation_id"] = organisation_field(partnership_id, "Organisation")
        self.fields["owner_seat_id"] = seat_field(partnership_id, "Person with an account")
        if has_date:
            del self.fields["due_on"]
            self.sections = (Section("", ("text", "reference")), self.sections[1])
