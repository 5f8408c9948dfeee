"""A decision in one line, as it was said in the meeting."""

from collections.abc import Iterable

from django import forms

from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.forms.choosing import organisation_among


class CaptureForm(GovukForm):
    line = forms.CharField(
        label="Capture a decision or action in one line",
        max_length=1000,
        help_text="For example: Sarah's team to audit 20 strategy discussions by 30 June",
        error_messages={"required": "Enter who is to do what, by when"},
    )
    due_on = DateField(
        label="Due date", required=False, help_text="If the line does not say it, like 30 6 2027"
    )
    owner_name = forms.CharField(
        label="Person or role that owns it", max_length=300, required=False
    )
    source_title = forms.CharField(
        label="Meeting", max_length=300, required=False, help_text="For example, Executive, 4 March"
    )
    looks = {"owner_name": Look(width="two-thirds"), "source_title": Look(width="two-thirds")}

    def __init__(self, *args, organisations: Iterable, **kwargs):
        super().__init__(*args, auto_id="capture-%s", **kwargs)
        self.fields["owner_organisation_id"] = organisation_among(organisations)
        self.order_fields(["line", "due_on", "owner_organisation_id", "owner_name", "source_title"])

    def more(self) -> list:
        """The fields that stand behind “More”: what the line leaves out."""
        return [self[name] for name in self.fields if name != "line"]
