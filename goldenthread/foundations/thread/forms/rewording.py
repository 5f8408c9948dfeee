"""Put a finding or a recommendation in other words, and say who owns a recommendation."""

from typing import Any

from django import forms

from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.forms.choosing import (
    group_field,
    organisation_field,
    seat_field,
)


class RewordForm(GovukForm):
    """`version` is how many earlier wordings there were when the writer began."""

    text = forms.CharField(
        label="New wording",
        widget=forms.Textarea,
        max_length=5000,
        help_text="Do not name children or families",
        error_messages={"required": "Enter the new wording"},
    )
    reason = forms.CharField(
        label="Why is the wording changed?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="This is kept, with the earlier wording",
        error_messages={"required": "Say why the wording is changed"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"text": Look(rows=4), "reason": Look(rows=3)}

    def tell_of(self, since: Exception, version: int) -> None:
        """Keep what was typed; sent once more, it takes the place of the other's words, which stay too."""
        told = (
            "Read what it says now. What you wrote is still here: save again to use yours instead"
        )
        self.add_error("text", f"{since}. {told}")
        typed: Any = self.data
        typed = typed.copy()
        typed["version"] = str(version)
        self.data = typed


class OwnerForm(GovukForm):
    def __init__(self, *args, partnership_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner_group_id"] = group_field(partnership_id)
        self.fields["owner_organisation_id"] = organisation_field(partnership_id)
        self.fields["owner_seat_id"] = seat_field(partnership_id)
