"""What is asked about findings, recommendations and tests in practice."""

from django import forms

from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.forms.choosing import (
    NumberChoice,
    group_field,
    organisation_field,
    seat_field,
    themes_field,
)
from goldenthread.foundations.thread.forms.files import ShownFile
from goldenthread.foundations.thread.forms.folding import FoldedForm
from goldenthread.foundations.thread.rules.kinds import (
    RESULTS_IN_WORDS,
    FindingKind,
    TestMethod,
)


class FindingForm(FoldedForm):
    kind = forms.ChoiceField(
        label="What kind of finding is it?",
        choices=[(kind.value, kind.value.capitalize()) for kind in FindingKind],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label="What was found?",
        widget=forms.Textarea,
        max_length=5000,
        help_text="Do not name children or families",
        error_messages={"required": "Enter what was found"},
    )
    source_title = forms.CharField(
        label="Where was it found?",
        max_length=300,
        help_text="For example, audit of strategy discussions, June 2026",
        error_messages={"required": "Enter where it was found"},
    )
    found_on = DateField(
        label="When was it found?", error_messages={"required": "Enter when it was found"}
    )
    looks = {"text": Look(rows=4)}
    folded = {"Themes and organisation": ("organisation_id", "themes")}

    def __init__(self, *args, partnership_id: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation_id"] = organisation_field(
            partnership_id, "Organisation that it is about"
        )
        self.fields["themes"] = themes_field(partnership_id)


class RecommendationForm(FoldedForm):
    text = forms.CharField(
        label="What do you recommend?",
        widget=forms.Textarea,
        max_length=5000,
        help_text="Say who should do what, and by when",
        error_messages={"required": "Enter what you recommend"},
    )
    source_title = forms.CharField(
        label="Where does it come from?",
        max_length=300,
        required=False,
        help_text="For example, rapid review of March 2026. Leave it empty if the findings say it",
    )
    due_on = DateField(label="Due date", required=False)
    looks = {"text": Look(rows=4)}
    folded = {
        "Findings that it rests on": ("findings",),
        "Source, owner and due date": (
            "source_title", "due_on", "owner_group_id", "owner_organisation_id", "owner_seat_id"
        ),
        "Themes": ("themes",),
    }  # fmt: skip

    def __init__(self, *args, partnership_id: int, findings=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner_group_id"] = group_field(partnership_id)
        self.fields["owner_organisation_id"] = organisation_field(partnership_id)
        self.fields["owner_seat_id"] = seat_field(partnership_id)
        self.fields["themes"] = themes_field(partnership_id)
        if findings:
            self.fields["findings"] = forms.TypedMultipleChoiceField(
                choices=findings,
                coerce=int,
                widget=forms.CheckboxSelectMultiple,
                label="Findings that it rests on",
                required=False,
                help_text="To rest it on an older one, begin on the page of that finding",
            )


class TestForm(GovukForm):
    __test__ = False
    method = forms.ChoiceField(
        label="How was it tested?",
        choices=[(m.value, m.value.capitalize()) for m in TestMethod],
        widget=forms.RadioSelect,
    )
    tested_on = DateField(
        label="When was it tested?", error_messages={"required": "Enter when it was tested"}
    )
    sample = forms.IntegerField(
        label="How many cases, people or records were looked at?",
        required=False,
        min_value=1,
        max_value=1_000_000,
    )
    seen = forms.CharField(
        label="What did the test show?",
        widget=forms.Textarea,
        max_length=5000,
        error_messages={"required": "Enter what the test showed"},
    )
    result = forms.ChoiceField(
        label="What was the result?",
        choices=list(RESULTS_IN_WORDS.items()),
        widget=forms.RadioSelect,
        help_text="A failed test opens the recommendation again",
    )
    looks = {"sample": Look(width="5"), "seen": Look(rows=4)}


class EvidenceForm(GovukForm):
    text = forms.CharField(
        label="What shows that it was done?",
        widget=forms.Textarea,
        max_length=5000,
        error_messages={"required": "Say what shows that it was done"},
    )
    upload = ShownFile(label="A document that shows it", required=False)
    looks = {"text": Look(rows=4)}


class StepForm(GovukForm):
    """Asks the step's own question, and which other recommendation where the step names one."""

    reason = forms.CharField(widget=forms.Textarea, max_length=2000)
    looks = {"reason": Look(rows=3)}

    def __init__(self, *args, asks: str, others=(), **kwargs):
        super().__init__(*args, **kwargs)
        if asks:
            self.fields["reason"].label = asks
            self.fields["reason"].error_messages["required"] = f"Give a reason: {asks}"
        else:
            del self.fields["reason"]
        if others:
            self.fields["led_to"] = NumberChoice(
                choices=[("", "None"), *others], label="The other recommendation", required=False
            )
