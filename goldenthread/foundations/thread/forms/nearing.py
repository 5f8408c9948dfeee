"""Shown the nearest ones made before, the writer says whether this lesson is new."""

from django import forms

from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.thread.forms.choosing import NumberChoice

NEW, AGAIN, INSTEAD = "new", "again", "instead"
DECISIONS = [
    (NEW, "It is new: record it"),
    (AGAIN, "The same lesson again: record it, and say which one it repeats"),
    (INSTEAD, "Record nothing new: link these findings to the earlier one instead"),
]


class NearForm(GovukForm):
    """`near` are the ones shown, as (number, words); with none there is nothing to decide."""

    says_optional = False

    def __init__(self, *args, near, **kwargs):
        super().__init__(*args, **kwargs)
        if not near:
            return
        self.fields["decision"] = forms.ChoiceField(
            label="Is it new?",
            choices=DECISIONS,
            widget=forms.RadioSelect,
            error_messages={"required": "Say whether it is new"},
        )
        self.fields["other"] = NumberChoice(
            choices=near, widget=forms.RadioSelect, label="Which earlier one?", required=False
        )

    def clean(self):
        kept = super().clean()
        if kept.get("decision") in (AGAIN, INSTEAD) and not kept.get("other"):
            self.add_error("other", "Choose the earlier one that you mean")
        return kept
