"""One field of every kind."""

from django import forms

from goldenthread.foundations.design.fields import (
    CountField,
    PoundsField,
    Searchable,
    TimeOfDayField,
)
from goldenthread.foundations.design.forms import GovukForm, Section
from goldenthread.foundations.design.look import Look

BODIES = [
    "Northmoor Council",
    "Northmoor Police",
    "Northmoor Integrated Care Board",
    "Eastvale Hospitals",
    "Hollin Bank Primary School",
    "Probation Service",
    "Saltern Youth Trust",
]
KINDS = [("themed", "Themed audit"), ("single", "Single-agency audit"), ("other", "Something else")]


class Example(GovukForm):
    title = forms.CharField(label="Title of the audit", max_length=120)
    reference = forms.CharField(label="Reference", max_length=10, help_text="Like MA-2026-04")
    kind = forms.ChoiceField(label="Kind of audit", choices=KINDS, widget=forms.RadioSelect)
    kind_in_words = forms.CharField(label="Say what kind", max_length=100)
    urgent = forms.ChoiceField(
        label="Is it urgent?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect
    )
    scope = forms.CharField(
        label="Which cases are in scope?",
        max_length=600,
        widget=forms.Textarea,
        help_text="Name no child. Say how the cases were chosen.",
    )
    notes = forms.CharField(label="Notes for the auditors", widget=forms.Textarea, required=False)
    agencies = forms.MultipleChoiceField(
        label="Who takes part",
        choices=[(b, b) for b in BODIES[:4]],
        widget=forms.CheckboxSelectMultiple,
        help_text="Select all that apply",
    )
    lead = forms.ChoiceField(
        label="Lead organisation", choices=[("", ""), *((b, b) for b in BODIES)], widget=Searchable
    )
    quarter = forms.ChoiceField(
        label="Reporting quarter",
        choices=[("", ""), ("q1", "April to June"), ("q2", "July to September")],
        required=False,
    )
    due = forms.DateField(label="Date it is due", help_text="Like 27 3 2027")
    begins = TimeOfDayField(label="Time the panel meets", help_text="Like 2:30pm")
    cost = PoundsField(label="Cost", required=False)
    cases = CountField(label="Number of cases", min_value=1, max_value=500)
    share = forms.DecimalField(
        label="Share to be moderated", required=False, max_digits=5, decimal_places=2
    )
    email = forms.EmailField(label="Contact’s e-mail address")
    paper = forms.FileField(
        label="Terms of reference", help_text="Word or PDF, at most 10 MB", required=False
    )
    secret = forms.CharField(
        label="Your password",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    partnership = forms.CharField(
        label="Partnership",
        disabled=True,
        initial="Northmoor Safeguarding Children Partnership",
        required=False,
    )
    agreed = forms.BooleanField(label="The sharing agreement covers this audit")
    token = forms.CharField(widget=forms.HiddenInput, required=False)
    looks = {
        "kind": Look(
            hints={
                "themed": "Several agencies look at the same cases",
                "single": "One agency looks at its own part",
            }
        ),
        "kind_in_words": Look(revealed_by=("kind", "other")),
        "urgent": Look(inline=True),
        "share": Look(suffix="%", width="5"),
    }
    sections = (
        Section("What is audited", ("title", "reference", "kind", "urgent", "scope", "notes")),
        Section(
            "Who and when",
            ("agencies", "lead", "quarter", "due", "begins", "cost", "cases", "share"),
        ),
    )
