from django import forms as fields

from goldenthread.capabilities.business_plan.rules import ratings
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.forms.files import ShownFile


class ProgressForm(GovukForm):
    text = fields.CharField(
        label="What has been done?",
        widget=fields.Textarea,
        max_length=5000,
        help_text="Since the last time. Do not name children or families",
        error_messages={"required": "Say what has been done"},
    )
    evidence = fields.CharField(
        label="What shows it?",
        widget=fields.Textarea,
        max_length=5000,
        required=False,
        help_text="A figure, a paper, something that was seen",
    )
    upload = ShownFile(label="A document that shows it", required=False)
    looks = {"text": Look(rows=4), "evidence": Look(rows=3)}


class RatingForm(GovukForm):
    rating = fields.ChoiceField(
        label="How does it stand?",
        choices=[(rag.value, ratings.IN_WORDS[rag]) for rag in ratings.COLOURS],
        widget=fields.RadioSelect,
        error_messages={"required": "Choose a rating"},
    )
    why = fields.CharField(
        label="Why?",
        widget=fields.Textarea,
        max_length=2000,
        required=False,
        help_text="Needed where your rating is not the one suggested",
    )
    looks = {"why": Look(rows=3)}

    def __init__(self, *args, suggestion, **kwargs):
        self.suggestion = suggestion
        super().__init__(*args, **kwargs)

    def clean(self):
        kept = super().clean()
        said = ratings.may_be_said(kept.get("rating", ""), kept.get("why", ""), self.suggestion)
        if kept.get("rating") and not said:
            self.add_error("why", said.reason)
        return kept
