"""What is asked about closed days, and about a date to be worked out."""

from datetime import date

from django import forms

from goldenthread.foundations.clocks import rules
from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look


class ClosureForm(GovukForm):
    first_day = DateField(label="First day closed", help_text="For example, 29 12 2026")
    last_day = DateField(
        label="Last day closed", required=False, help_text="Leave empty if it is one day"
    )
    reason = forms.CharField(
        label="Why the partnership is closed",
        max_length=200,
        help_text="Everyone sees it beside a date, for example: offices closed after Christmas",
        error_messages={"required": "Say why the partnership is closed"},
    )

    def clean_first_day(self):
        return _near(self.cleaned_data["first_day"])

    def clean(self):
        kept = super().clean()
        first = kept.get("first_day")
        kept["last_day"] = last = kept.get("last_day") or first
        if first and last and not (decision := rules.may_close(first, last)):
            self.add_error("last_day", decision.reason)
        return kept


class ReckonForm(GovukForm):
    count = forms.IntegerField(
        label="How many working days",
        min_value=-rules.MOST_WORKING_DAYS,
        max_value=rules.MOST_WORKING_DAYS,
        help_text="With a minus to count back from a day, as for notice of a meeting",
        error_messages={"required": "Enter how many working days"},
    )
    start = DateField(label="Counted from", help_text="This day itself is not counted")
    looks = {"count": Look(width="4")}

    def clean_start(self):
        return _near(self.cleaned_data["start"])


def _near(day: date) -> date:
    """The calendar ends at the year 9999, and bank holidays are known for about a lifetime."""
    if day.year not in rules.YEARS:
        raise forms.ValidationError(f"Year must be from {rules.YEARS[0]} to {rules.YEARS[-1]}")
    return day
