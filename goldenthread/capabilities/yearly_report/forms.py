"""What is asked of those who write the report."""

from typing import cast

from django import forms

from goldenthread.engine.proof.headings import LATEST, every_heading
from goldenthread.foundations.design.fields import Searchable
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.kernel import periods


def editions() -> list[tuple[str, str]]:
    names = sorted({heading.edition for heading in every_heading()}, reverse=True)
    return [(name, name.replace("WT", "Working Together")) for name in names]


class StartForm(GovukForm):
    title = forms.CharField(
        label="What is the report called?",
        max_length=200,
        initial="Yearly report",
        error_messages={"required": "Enter what the report is called"},
    )
    period = forms.CharField(
        label="Which year does it cover?",
        help_text="For example, 2025/26",
        max_length=20,
        error_messages={"required": "Enter the year it covers, such as 2025/26"},
    )
    edition = forms.ChoiceField(
        label="Whose headings must it answer?",
        help_text="The report keeps this edition for its whole life",
        choices=editions,
        initial=LATEST,
        widget=forms.RadioSelect,
    )
    how = forms.ChoiceField(
        label="How should it begin?",
        choices=[
            ("draft", "Draft it from the record: figures, plan, thread and money are put in place"),
            ("empty", "Empty, with a section for each required heading"),
        ],
        initial="draft",
        widget=forms.RadioSelect,
    )

    def clean_period(self):
        try:
            return str(periods.parse(self.cleaned_data["period"]))
        except ValueError as problem:
            raise forms.ValidationError(f"Enter a year such as 2025/26. {problem}") from problem


class WriteForm(GovukForm):
    text = forms.CharField(
        label="Text",
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="A blank line starts a new paragraph. **bold**, *italics*, - for a list, ### for a sub-heading.",
    )
    typed_over = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)  # words kept aside, shown


class SectionForm(GovukForm):
    title = forms.CharField(
        label="Heading of the section",
        max_length=200,
        error_messages={"required": "Enter a heading"},
    )
    answers = forms.TypedMultipleChoiceField(
        label="Which required headings does it answer?",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, required, **kwargs):
        super().__init__(*args, **kwargs)
        headings = cast(forms.TypedMultipleChoiceField, self.fields["answers"])
        headings.choices = [(h.number, f"{h.number}. {h.title}") for h in required]


class BlockForm(GovukForm):
    what = forms.ChoiceField(
        label="What should be put in?",
        help_text="Figures stand in the report as the public may see them: small numbers are withheld,"
        " and so is whatever would give them away.",
        widget=Searchable,
        error_messages={"required": "Choose what to put in"},
    )

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        choice = cast(forms.ChoiceField, self.fields["what"])
        themes: dict[str, list[tuple[str, str]]] = {}
        for one in offered:
            themes.setdefault(one.theme, []).append((one.key, f"{one.kind_title}: {one.title}"))
        general = themes.pop("", [])
        choice.choices = [("", "Choose"), *general, *themes.items()]


class QuotationForm(GovukForm):
    text = forms.CharField(
        label="What was said?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Leave out anything from which a child could be known",
        error_messages={"required": "Enter what was said"},
    )
    said_by = forms.CharField(
        label="Who said it, without a name?",
        help_text="For example, a parent after a conference",
        error_messages={"required": "Enter who said it, without a name"},
    )


class MoveForm(GovukForm):
    section = forms.TypedChoiceField(
        label="Which section should it stand in?",
        help_text="It goes to the end of that section, with all that was ever written in it",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the section that it should stand in"},
    )

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        choice = cast(forms.TypedChoiceField, self.fields["section"])
        choice.choices = [(section.pk, section.title) for section in sections]


class CommentForm(GovukForm):
    text = forms.CharField(
        label="Your comment",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter your comment"},
    )


class ReasonForm(GovukForm):
    reason = forms.CharField(
        label="Reason",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the reason"},
    )


class SignForm(GovukForm):
    decision = forms.ChoiceField(
        label="Do you sign this report for your organisation?",
        choices=[("yes", "Yes, I sign it as it stands"), ("no", "No, something must change first")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you sign"},
    )
    words = forms.CharField(
        label="What would you say about it?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="If you do not sign, say what must change",
    )

    def clean(self):
        given = super().clean()
        if given.get("decision") == "no" and not given.get("words"):
            self.add_error("words", "Say what must change before you sign")
        return given


class HeadingForm(GovukForm):
    title = forms.CharField(
        label="The heading", max_length=200, error_messages={"required": "Enter the heading"}
    )
    note = forms.CharField(
        label="Where did you read it?",
        max_length=300,
        help_text="Chapter and paragraph of the guidance",
        error_messages={"required": "Enter the chapter and paragraph"},
    )
    confirmed = forms.BooleanField(
        label="I have read it in the text of the guidance", required=False
    )
