"""What those who sign off are asked."""

from dataclasses import dataclass

from django import forms

from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.rules.ratings import IN_WORDS, MAY_BE_SAID


@dataclass(frozen=True)
class Question:
    """A yes or a no, and what is asked of a no. `asks` and `why` name the answers."""

    asks: str
    in_words: str
    yes: str
    no: str
    missing: str
    why: str
    why_in_words: str
    why_missing: str


SIGHT = Question(
    asks="enough",
    in_words="Does the evidence show that it was done?",
    yes="Yes, it is complete",
    no="No, more is needed",
    missing="Say whether the evidence is enough",
    why="said",
    why_in_words="What does the evidence not show?",
    why_missing="Say what the evidence does not show",
)
MORE_TIME = Question(
    asks="granted",
    in_words="Do you agree to the new date?",
    yes="Yes, move the due date",
    no="No, the date stays",
    missing="Say whether you agree",
    why="answer",
    why_in_words="Why can the date not move?",
    why_missing="Say why the date cannot move",
)


class DecisionForm(GovukForm):
    """A yes, or a no with its reason."""

    def __init__(self, *args, question: Question, **kwargs):
        super().__init__(*args, **kwargs)
        self.question = question
        self.fields[question.asks] = forms.TypedChoiceField(
            label=question.in_words,
            choices=[("yes", question.yes), ("no", question.no)],
            coerce=lambda value: value == "yes",
            widget=forms.RadioSelect,
            error_messages={"required": question.missing},
        )
        self.fields[question.why] = forms.CharField(
            label=question.why_in_words,
            widget=forms.Textarea,
            max_length=2000,
            error_messages={"required": question.why_missing},
        )
        self.looks = {question.why: Look(revealed_by=(question.asks, "no"), rows=3)}

    def clean(self):
        kept = super().clean()
        kept[self.question.why] = kept.get(self.question.why) or ""
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
