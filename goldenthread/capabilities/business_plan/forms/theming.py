from calendar import month_name

from django import forms as fields

from goldenthread.capabilities.business_plan.forms.choosing import offer
from goldenthread.capabilities.business_plan.queries.themes import boards_of, theme_called
from goldenthread.capabilities.business_plan.rules.sorting import SCALE
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look

OTHER = "other"


def month_or_none(value: str) -> int | None:
    return int(value) if value else None


class ThemeForm(GovukForm):
    title = fields.CharField(
        label="Theme", max_length=200, error_messages={"required": "Enter the theme"}
    )
    urgency = fields.TypedChoiceField(
        label="How urgent is it?", choices=SCALE, coerce=int, widget=fields.RadioSelect,
        error_messages={"required": "Say how urgent it is"},
    )  # fmt: skip
    importance = fields.TypedChoiceField(
        label="How important is it?", choices=SCALE, coerce=int, widget=fields.RadioSelect,
        error_messages={"required": "Say how important it is"},
    )  # fmt: skip
    lead_board = fields.ChoiceField(
        label="Which board leads?",
        widget=fields.RadioSelect,
        error_messages={"required": "Choose the board that leads"},
    )
    other_board = fields.CharField(
        label="Name of the board", max_length=200, error_messages={"required": "Name the board"}
    )
    linked = fields.MultipleChoiceField(
        label="Which boards are linked?", required=False, widget=fields.CheckboxSelectMultiple
    )
    reporting_month = fields.TypedChoiceField(
        label="Reported every year in",
        required=False,
        coerce=month_or_none,
        empty_value=None,
        choices=[("", "No month"), *((number, month_name[number]) for number in range(1, 13))],
    )
    linkage = fields.CharField(
        label="What ties the boards' work together?",
        widget=fields.Textarea,
        required=False,
        max_length=2000,
    )
    looks = {
        "urgency": Look(inline=True),
        "importance": Look(inline=True),
        "other_board": Look(revealed_by=("lead_board", OTHER)),
        "linked": Look(small=True),
        "linkage": Look(rows=2),
    }

    def __init__(self, *args, member, theme=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.member, self.theme = member, theme
        boards = [(name, name) for name in boards_of(member)]
        offer(self, "lead_board", [*boards, (OTHER, "Another board")])
        offer(self, "linked", boards)

    def clean_title(self):
        same = theme_called(self.member, self.cleaned_data["title"])
        if same and same != self.theme:
            raise fields.ValidationError("There is a theme with this title already")
        return self.cleaned_data["title"]

    def clean(self):
        kept = super().clean()
        named = kept.pop("other_board", "")
        if kept.get("lead_board") == OTHER:
            kept["lead_board"] = named
        return kept


class ReportForm(GovukForm):
    on = DateField(label="Reported on", error_messages={"required": "Enter when it was reported"})
    said = fields.CharField(
        label="What was reported?", widget=fields.Textarea, required=False, max_length=5000
    )

    def clean_on(self):
        if self.cleaned_data["on"] > today():
            raise fields.ValidationError("This day has not come yet")
        return self.cleaned_data["on"]
