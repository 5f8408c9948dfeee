"""What is asked about figures."""

from django import forms as fields

from goldenthread.engine.intake.limits import USUAL
from goldenthread.foundations.design import forms
from goldenthread.foundations.design.fields import LimitedFileField
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.measures.definitions import Basis, Polarity
from goldenthread.kernel.periods import NotAPeriod, parse


class BringForm(forms.GovukForm):
    file = LimitedFileField(
        most_bytes=USUAL.file_bytes,
        label="File with figures",
        help_text="CSV, Excel, OpenDocument or Word. You see what is in it before anything is kept",
    )
    period = fields.CharField(
        label="Which period is it about?",
        required=False,
        max_length=60,
        help_text="Only if the file itself names no period. For example, 2014/15 or 31 March 2015",
    )
    source_title = fields.CharField(
        label="Which document are the figures from?",
        required=False,
        max_length=60,
        help_text="Only if the file itself does not say. For example, Annual report 2024/25",
    )
    looks = {"period": Look(width="20")}

    def clean_period(self):
        text = self.cleaned_data["period"]
        try:
            return parse(text).label.removeprefix("as at ") if text else ""
        except NotAPeriod as error:
            raise fields.ValidationError(str(error)) from error


# Column of the general layout → how it is asked for, and whether every file must have it.
ASKED = (
    ("indicator", "Measure", True),
    ("period", "Period", True),
    ("value", "Figure", True),
    ("area", "Area", False),
    ("breakdown", "Line of a breakdown", False),
    ("kind", "What the figure is (count in period, percent …)", False),
    ("numerator", "Numerator", False),
    ("denominator", "Denominator", False),
    ("source", "Source document", False),
)


class ColumnsForm(forms.GovukForm):
    """Which heading stands for what."""

    def __init__(self, *args, header: list[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, label, needed in ASKED:
            headings = [("", "No column" if not needed else "Choose one")]
            headings += [(heading, heading) for heading in header]
            self.fields[name] = fields.ChoiceField(
                label=label,
                choices=headings,
                required=needed,
                error_messages={"required": f"Choose the column for {label.lower()}"},
            )

    def clean(self):
        kept = super().clean()
        chosen = [heading for heading in kept.values() if heading]
        twice = next((heading for heading in chosen if chosen.count(heading) > 1), "")
        if twice:
            name = next(name for name, heading in kept.items() if heading == twice)
            self.add_error(name, f"“{twice}” is chosen twice. Choose each column once")
        return kept

    @property
    def mapping(self) -> dict[str, str]:
        return {heading: name for name, heading in self.cleaned_data.items() if heading}


class CorrectionForm(forms.GovukForm):
    value = fields.DecimalField(
        label="Figure",
        max_digits=20,
        decimal_places=4,
        required=False,
        localize=False,
        error_messages={"required": "Enter the figure"},
    )
    numerator = fields.DecimalField(
        label="Numerator", max_digits=20, decimal_places=4, required=False
    )
    denominator = fields.DecimalField(
        label="Denominator", max_digits=20, decimal_places=4, required=False
    )
    reason = fields.CharField(
        label="Why is it corrected?",
        widget=fields.Textarea,
        max_length=1000,
        help_text="Readers of the figure see this beside the old one",
        error_messages={"required": "Enter why the figure is corrected"},
    )
    looks = {
        "value": Look(width="10"),
        "numerator": Look(width="10"),
        "denominator": Look(width="10"),
        "reason": Look(rows=3),
    }

    def __init__(self, *args, now, is_count: bool, **kwargs) -> None:
        initial = {n: self._plain(getattr(now, n)) for n in ("value", "numerator", "denominator")}
        super().__init__(*args, initial=initial, **kwargs)
        self.now, self.is_count = now, is_count
        if is_count:
            del self.fields["numerator"], self.fields["denominator"]
            self.fields["value"].required = True

    @staticmethod
    def _plain(number) -> str:
        return "" if number is None else f"{number.normalize():f}"

    def clean(self):
        kept = super().clean()
        if self.errors:
            return kept
        value = kept.get("value")
        if value is None and kept.get("numerator") is None:
            self.add_error("value", "Enter the figure")
        elif self.is_count and value is not None and value < 0:
            self.add_error("value", "Figure must be 0 or more")
        elif self._says_the_same(kept):
            self.add_error("value", "This is what the figure says now. Enter what it should say")
        return kept

    def _says_the_same(self, kept) -> bool:
        names = ("value", "numerator", "denominator")
        return all(kept.get(n, getattr(self.now, n)) == getattr(self.now, n) for n in names)


class MeasureWordsForm(forms.GovukForm):
    """What a partnership may word in its own way."""

    name = fields.CharField(label="Name", max_length=300)
    theme = fields.CharField(label="Theme", max_length=120)
    definition = fields.CharField(
        label="Definition", widget=fields.Textarea, required=False, max_length=2000
    )
    numerator = fields.CharField(
        label="Numerator", widget=fields.Textarea, required=False, max_length=1000
    )
    denominator = fields.CharField(
        label="Denominator", widget=fields.Textarea, required=False, max_length=1000
    )
    source = fields.CharField(label="Source", required=False, max_length=1000)
    supplier = fields.CharField(label="Supplied by", required=False, max_length=200)
    looks = {"numerator": Look(rows=2), "denominator": Look(rows=2), "definition": Look(rows=3)}


class NewMeasureForm(MeasureWordsForm):
    """… and what else a measure of its own must say."""

    unit = fields.CharField(
        label="Counted in", max_length=60, help_text="For example, children, referrals or percent"
    )
    basis = fields.ChoiceField(
        label="What are the figures?",
        choices=[(basis.value, basis.value.capitalize()) for basis in Basis],
        widget=fields.RadioSelect,
    )
    polarity = fields.ChoiceField(
        label="Which way is better?",
        choices=[(polarity.value, polarity.value.capitalize()) for polarity in Polarity],
        widget=fields.RadioSelect,
    )
    withhold_small = fields.BooleanField(
        label="Withhold small numbers from the public and the region",
        required=False,
        initial=True,
        help_text="Yes if it counts children or other people who could be known by a small number",
    )
    lines_add_up = fields.BooleanField(
        label="The lines of its breakdown add up to the whole", required=False
    )


class SmallNumbersForm(forms.GovukForm):
    threshold = fields.IntegerField(
        label="Withhold counts from 1 up to",
        min_value=0,
        max_value=100,
        help_text="National statistics withhold 1 to 5. 0 withholds nothing",
    )
    reason = fields.CharField(
        label="Why?",
        widget=fields.Textarea,
        max_length=1000,
        error_messages={"required": "Enter why, for whoever asks later"},
    )
    looks = {"threshold": Look(width="3"), "reason": Look(rows=3)}
