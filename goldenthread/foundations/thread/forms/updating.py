"""How an owner says how an action stands: on the site, by a link, or for many at once in a review."""

from django import forms

from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.forms.files import ShownFile

GOING, DONE, LATER, NOTHING = "going", "done", "later", "nothing"
STANDINGS = [
    (GOING, "It is going on"),
    (DONE, "It is done"),
    (LATER, "It needs more time"),
]


class UpdateForm(GovukForm):
    standing = forms.ChoiceField(
        label="How does it stand?",
        choices=STANDINGS,
        widget=forms.RadioSelect,
        error_messages={"required": "Say how it stands"},
    )
    progress = forms.CharField(
        label="Progress",
        widget=forms.Textarea,
        max_length=5000,
        required=False,
        help_text="What has been done since last time. Do not name children or families",
    )
    evidence = forms.CharField(
        label="What shows that it was done?",
        widget=forms.Textarea,
        max_length=5000,
        help_text="Someone else will look at this before the action counts as complete",
        error_messages={"required": "Say what shows that it was done"},
    )
    upload = ShownFile(label="A document that shows it", required=False)
    wanted_on = DateField(
        label="New due date", error_messages={"required": "Enter the date you ask for"}
    )
    why_later = forms.CharField(
        label="Why does it need more time?",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Say why it needs more time"},
    )
    looks = {
        "evidence": Look(revealed_by=("standing", DONE), rows=3),
        "upload": Look(revealed_by=("standing", DONE)),
        "wanted_on": Look(revealed_by=("standing", LATER)),
        "why_later": Look(revealed_by=("standing", LATER), rows=3),
        "progress": Look(rows=4),
    }

    def __init__(self, *args, action, **kwargs):
        self.action = action
        super().__init__(*args, **kwargs)

    def clean_wanted_on(self):
        day, due = self.cleaned_data["wanted_on"], self.action.due_on
        if day and due and day <= due:
            raise forms.ValidationError(f"The new date must be after {due:%-d %B %Y}")
        return day

    def clean(self):
        kept = super().clean()
        if kept.get("standing") == GOING and not kept.get("progress"):
            self.add_error("progress", "Say what has been done")
        return kept


class ReviewItemForm(UpdateForm):
    """One action of a six-monthly review, where an item may be left for another day."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.about = self.action.reference or f"Action {self.action.pk}"
        self.fields["standing"] = forms.ChoiceField(
            label="How does it stand?",
            choices=[*STANDINGS, (NOTHING, "Leave it for now")],
            widget=forms.RadioSelect,
            initial=NOTHING,
        )
