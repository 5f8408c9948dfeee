"""What those who sign off are asked."""

from django import forms

from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.rules.ratings import IN_WORDS, MAY_BE_SAID


class SightForm(GovukForm):
    enough = forms.TypedChoiceField(
        label="Does the evidence show that it was done?",
        choices=[("yes", "Yes, it is complete"), ("no", "No, more is needed")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the evidence is enough"},
    )
    said = forms.CharField(
        label="What does the evidence not show?",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Say what the evidence does not show"},
    )
    looks = {"said": Look(revealed_by=("enough", "no"), rows=3)}

    def clean(self):
        kept = super().clean()
        kept["said"] = kept.get("said") or ""
        return kept


class AnswerForm(GovukForm):
    granted = forms.TypedChoiceField(
        label="Do you agree to the new date?",
        choices=[("yes", "Yes, move the due date"), ("no", "No, the date stays")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you agree"},
    )
    answer = forms.CharField(
        label="Why can the date not move?",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Say why the date cannot move"},
    )
    looks = {"answer": Look(revealed_by=("granted", "no"), rows=3)}

    def clean(self):
        kept = super().clean()
        kept["answer"] = kept.get("answer") or ""
        return kept


class RatingForm(GovukForm):
    rating = forms.ChoiceField(
        label="Rating",
        choices=[
            ("", "As worked out from the dates"),
            *((r.value, IN_WORDS[r]) for r in MAY_BE_SAID),
        ],
        required=False,
        help_text="A rating set by hand stays until somebody gives it back to the dates",
    )
    reason = forms.CharField(
        label="Reason",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Give a reason for the rating"},
    )
    looks = {"reason": Look(rows=3)}


class ReasonForm(GovukForm):
    """Asks whatever the step asks; see `asks_why` in the tables of rules."""

    reason = forms.CharField(widget=forms.Textarea, max_length=2000)
    looks = {"reason": Look(rows=3)}

    def __init__(self, *args, asks: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = asks
        self.fields["reason"].error_messages["required"] = f"Give a reason: {asks}"
